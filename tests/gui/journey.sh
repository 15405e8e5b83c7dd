#!/bin/sh
# A journey: the scripts of one name run one after the other, each a start of the program of its own with the same
# profile, so that a later one finds what an earlier one left.
# Arguments: the viewer, an empty folder for its output, scripts. A script's first line may be "# options: --size 900x600".
# 77: a script needs a file that is not here ("# needs: PATH").
viewer=$1 out=$2
shift 2
rm -rf "$out" && mkdir -p "$out" || exit 1
for script in "$@"; do
  needs=$(sed -n 's/^# needs: //p' "$script" | head -1)
  if [ -n "$needs" ] && [ ! -e "$needs" ]; then echo "skipped: $needs is not there"; exit 77; fi
  options=$(sed -n '1s/^# options: //p' "$script")
  # shellcheck disable=SC2086
  (cd "$out" && "$viewer" --profile "$out/profile" --size 1280x800 $options --script "$script") || {
    echo "in $script"
    exit 1
  }
done
