#!/bin/sh
# The window killed in the middle of work: what was done up to five seconds before is offered at the next start, also what
# was done last before the window fell asleep.
. "$(dirname "$0")/window_common.sh"
name=$(basename "$file" .csv)
start "$name" --size 1200x800 "$file"

# drag FROM TO: a range of time
drag() {
  xdotool mousemove "$1" 700 mousedown 1; sleep 0.1
  xdotool mousemove $((($1 + $2) / 2)) 700; sleep 0.1
  xdotool mousemove "$2" 700; sleep 0.1
  xdotool mouseup 1
}
kept() { cat "$out"/profile/unsaved/*.unsaved.json 2>/dev/null; }
has_range() { kept | grep -q '"from"'; }

# The first change is kept at once, the second comes before it is time for the next.
drag 480 640
within 10 has_range
kept > "$out/first.json"
drag 500 560
sleep 5 # nobody touches anything
kept > "$out/second.json"
kill -KILL "$program"
wait "$program" 2>/dev/null
program=
cmp -s "$out/first.json" "$out/second.json" && fail "what was done five seconds before is lost"
has_range || fail "no work was kept"

open_kept "$name"
xdotool key Escape; xdotool key ctrl+s; sleep 1
type_path "$out/found.study.json"
xdotool key Return; sleep 2
test -s "$out/found.study.json" || fail "the study found again could not be saved"
from=$(grep -o '"from": *"[0-9-]*"' "$out/found.study.json")
grep -q "$from" "$out/second.json" || fail "found again: $from, which is not what was kept"
alive || fail "the viewer ended by itself"
