#!/bin/sh
# A range of time dragged with the mouse, Ctrl+E and a path with the keyboard: the file holds what the range has.
. "$(dirname "$0")/window_common.sh"
start "$(basename "$file" .csv)" --size 1200x800 "$file"
all=$(($(wc -l < "$file") - 1))

# export_to NAME: writes what is shown; its features are counted in $n
export_to() {
  target=$out/$1
  written() {
    xdotool key Escape; xdotool key ctrl+e; sleep 1
    type_path "$target"
    xdotool key Return; sleep 2
    test -s "$target"
  }
  within 10 written
  sleep 1
  n=$(grep -c '"type": *"Feature"' "$target")
}
export_to whole.geojson
whole=$n
[ "$whole" -gt 0 ] && [ "$whole" -le "$all" ] || fail "$whole features of $all rows"

# The timeline is at the window's foot, between the panels at the sides.
xdotool mousemove 480 700 mousedown 1; sleep 0.2
for x in 520 560 600 640; do xdotool mousemove $x 700; sleep 0.1; done
xdotool mouseup 1; sleep 1
export_to part.geojson
part=$n
echo "$whole features, $part of them in the range dragged"
[ "$part" -gt 0 ] && [ "$part" -lt "$whole" ] || fail "the drag has not limited the time"

# Undone with Ctrl+Z.
xdotool key ctrl+z; sleep 1
export_to again.geojson
[ "$n" -eq "$whole" ] || fail "$n features after undo, not $whole"
alive || fail "the viewer ended by itself"
