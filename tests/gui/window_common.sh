# Sourced by the scripts of the real window: a virtual display, the program on it, waiting, keys.
# Arguments of each script: the viewer, a data file, a folder for its output. 77: something needed is not installed.
viewer=$1 file=$2 out=$3/out/$(basename "$0" .sh)
for tool in Xvfb xdotool; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
rm -rf "$out" && mkdir -p "$out" || exit 1
log=$out/log
program= xvfb=
trap 'kill $program $xvfb 2>/dev/null' EXIT

# A copy: a path typed too early would be written beside the data.
cp "$file" "$out/" && file=$out/$(basename "$file") || exit 1

# fail WORDS: with what became of the program and which windows there are
fail() {
  echo "$*"
  if alive; then
    xdotool search --name '' getwindowname %@ 2>/dev/null | sed 's/^/a window: /'
  elif [ -n "$program" ]; then
    wait "$program"; echo "the program ended with exit code $?"
  fi
  cat "$log"; exit 1
}

# within SECONDS COMMAND...: waits until the command succeeds
within() {
  left=$(($1 * 5)); shift
  until "$@" 2>/dev/null; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || fail "gave up waiting for: $*"
    sleep 0.2
  done
}

Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp >"$log" 2>&1 3>"$out/display" &
xvfb=$!
within 60 grep -q "[0-9]" "$out/display"
DISPLAY=:$(cat "$out/display"); export DISPLAY

alive() { kill -0 "$program" 2>/dev/null; }
title_has() { alive && xdotool search --name "$1" >/dev/null 2>&1; }
title_or_end() { title_has "$1" || ! alive; }

# start TITLE ARGUMENTS...: the program, with a profile of its own, until its window has the title
start() {
  title=$1; shift
  "$viewer" --profile "$out/profile" "$@" >>"$log" 2>&1 &
  program=$!
  within 60 title_or_end "$title"
  alive || fail "the program ended before its window was there"
  window=$(xdotool search --name "$title" | head -1)
  sleep 2
  xdotool windowfocus "$window"
}

# finish CODE: the program has ended, with this exit code
ended() { ! alive; }
finish() {
  within 30 ended
  wait "$program"; code=$?
  program=
  [ "$code" -eq "$1" ] || fail "exit code $code, not $1"
}

# open_kept NAME: the next start without a file offers the work that was kept: the first line under the buttons is opened
# with the keyboard
open_kept() {
  start borderlens --size 1200x800
  xdotool key Tab Tab Tab; sleep 0.5
  xdotool key Return; sleep 1
  within 60 title_has "$1"
  window=$(xdotool search --name "$1" | head -1)
  sleep 2
}

# type_path PATH: into the field that has the letters, instead of what it holds
type_path() { sleep 1; xdotool key ctrl+a; sleep 0.3; xdotool type --delay 20 "$1"; sleep 1; }
