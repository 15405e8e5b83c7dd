#!/bin/sh
# The real window on a virtual display: it opens the sample, takes the mouse and the keyboard, and closes.
# Arguments: the viewer, a data file, a folder for its output. 77: something needed is not installed.
viewer=$1 file=$2 out=$3
for tool in Xvfb xdotool; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
log=$out/window_smoke.log

display_file=$out/window_smoke.display
rm -f "$display_file" # of an earlier run: it would be read before Xvfb has written its own
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp >"$log" 2>&1 3>"$display_file" &
xvfb=$!
program=
trap 'kill $program $xvfb 2>/dev/null' EXIT

# within SECONDS COMMAND...: waits until the command succeeds
within() {
  left=$(($1 * 5)); shift
  until "$@" 2>/dev/null; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "gave up waiting for: $*"; cat "$log"; exit 1; }
    sleep 0.2
  done
}
within 60 grep -q "[0-9]" "$display_file"
DISPLAY=:$(cat "$display_file"); export DISPLAY

"$viewer" --size 1000x700 "$file" >>"$log" 2>&1 &
program=$!
title_has() { kill -0 "$program" 2>/dev/null && xdotool search --name "$1" >/dev/null 2>&1; }
name=$(basename "$file" .csv)
within 60 title_has "$name"
window=$(xdotool search --name "$name" | head -1)
sleep 2

xdotool windowfocus "$window" mousemove 500 300 click 4 click 4
xdotool mousemove 500 300 mousedown 1 mousemove 540 320 mousemove 560 340 mouseup 1
xdotool key f
kill -0 "$program" || { echo "the viewer ended by itself"; cat "$log"; exit 1; }

# Ctrl+S, a path, Enter: the study is written, so keys reach the program and it is alive. While the file is still being
# read there is nothing to save: try again.
study=$out/window_smoke.study.json
rm -f "$study"
save() {
  xdotool key Escape; xdotool key ctrl+s; sleep 1
  xdotool key ctrl+a; xdotool type --delay 20 "$study"; sleep 1
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
