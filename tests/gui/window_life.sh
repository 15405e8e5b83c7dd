#!/bin/sh
# A window's life: narrow and wide again, closed by the window manager's button, work offered at the next start, a wrong
# file, the help sheet.
. "$(dirname "$0")/window_common.sh"
name=$(basename "$file" .csv)
start "$name" --size 1200x800 "$file"

for size in "420 360" "200 150" "1300 820" "900 600" "1200 800"; do
  # shellcheck disable=SC2086
  xdotool windowsize "$window" $size; sleep 1
  alive || fail "the viewer ended at a size of $size"
done
xdotool key F1; sleep 1
xdotool key Escape; sleep 1

# A change that is not saved, then the close button: it ends well, and the work is kept.
xdotool mousemove 480 700 mousedown 1; sleep 0.2
for x in 520 560 600; do xdotool mousemove $x 700; sleep 0.1; done
xdotool mouseup 1; sleep 1
close_window() { python3 "$(dirname "$0")/close_window.py" "$window" || fail "the close message could not be sent"; }
close_window
finish 0
ls "$out"/profile/* >/dev/null 2>&1 || fail "nothing was kept in the profile"

open_kept "$name"
save() {
  xdotool key Escape; xdotool key ctrl+s; sleep 1
  type_path "$out/found.study.json"
  xdotool key Return; sleep 1
  test -s "$out/found.study.json"
}
within 10 save
grep -q '"from"' "$out/found.study.json" || fail "the range that was dragged is not in the study found again"
close_window
finish 0

# The saved study by the command line, twice over; a file that is not there shows why and stays open.
start "$name" "$out/found.study.json"
close_window
finish 0
start borderlens /no/such/file.csv
alive || fail "a wrong file ended the viewer"
close_window
finish 0
