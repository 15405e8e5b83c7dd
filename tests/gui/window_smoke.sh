#!/bin/sh
# The real window on a virtual display: it opens the sample, takes the mouse and the keyboard, and sleeps when still.
. "$(dirname "$0")/window_common.sh"
start "$(basename "$file" .csv)" --size 1000x700 "$file"

xdotool mousemove 500 300 click 4 click 4
xdotool mousemove 500 300 mousedown 1 mousemove 540 320 mousemove 560 340 mouseup 1
xdotool key f
alive || fail "the viewer ended by itself"

# Ctrl+S, a path, Enter: the study is written, so keys reach the program and it is alive. While the file is still being
# read there is nothing to save: try again.
study=$out/smoke.study.json
save() {
  xdotool key Escape; xdotool key ctrl+s; sleep 1
  type_path "$study"
  xdotool key Return; sleep 1
  test -s "$study"
}
within 10 save

# A still window sleeps: less than a tenth of a second of processor time in two.
ticks() { awk '{print $14 + $15}' "/proc/$program/stat"; }
sleeps() {
  before=$(ticks); sleep 2; after=$(ticks)
  echo "processor ticks in two still seconds: $((after - before))"
  [ $((after - before)) -le 10 ]
}
within 3 sleeps
