#!/bin/sh
# A journey: the scripts of one name run one after the other, each a start of the program of its own with the same
# profile, so that a later one finds what an earlier one left.
# Arguments: the viewer, an empty folder for its output, scripts. A script's first line may be "# options: --size 900x600".
# "# many: N PATH": N made-up incidents are written to PATH before it runs.
# 77: a script needs a file that is not here ("# needs: PATH").
viewer=$1 out=$2
shift 2
# many_rows N: a file of so many made-up incidents
many_rows() {
  awk -v n="$1" 'BEGIN {
    print "event_id,event_date,event_type,latitude,longitude,fatalities"
    for (i = 0; i < n; ++i)
      printf "%d,%d-%02d-%02d,%s,%.5f,%.5f,%d\n", i, 2010 + i % 10, 1 + int(i / 10) % 12, 1 + int(i / 120) % 28, \
        i % 3 ? "Battles" : "Riots", 27 + i % 463 / 463 * 8, 62 + i % 997 / 997 * 10, i % 7
  }'
}
rm -rf "$out" && mkdir -p "$out" || exit 1
for script in "$@"; do
  needs=$(sed -n 's/^# needs: //p' "$script" | head -1)
  if [ -n "$needs" ] && [ ! -e "$needs" ]; then echo "skipped: $needs is not there"; exit 77; fi
  # shellcheck disable=SC2046
  set_many() { [ -z "$1" ] || many_rows "$1" > "$2"; }
  set_many $(sed -n 's/^# many: //p' "$script" | head -1)
  options=$(sed -n '1s/^# options: //p' "$script")
  # shellcheck disable=SC2086
  (cd "$out" && "$viewer" --profile "$out/profile" --size 1280x800 $options --script "$script") || {
    echo "in $script"
    exit 1
  }
done
