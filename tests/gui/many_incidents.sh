#!/bin/sh
# More incidents than software GL draws one by one: discs stand for several, and say so; every one is counted.
# many_incidents.sh VIEWER OUT
set -eu
VIEWER=$1 OUT=$2
mkdir -p "$OUT"
CSV=$OUT/many.csv
awk 'BEGIN {
    print "event_id,event_date,event_type,latitude,longitude,fatalities"
    for (i = 0; i < 220000; ++i)
        printf "%d,%d-%02d-%02d,%s,%.5f,%.5f,%d\n", i, 2010 + i % 10, 1 + int(i / 10) % 12, 1 + int(i / 120) % 28, \
            i % 3 ? "Battles" : "Riots", 27 + i % 463 / 463 * 8, 62 + i % 997 / 997 * 10, i % 7
}' > "$CSV"
cat > "$OUT/many.script" <<END
open "$CSV"
wait
expect shown = 220000
expect discs = several
hover map 0.5 0.5
expect stacked > 1
click map 0.5 0.5
expect picked_of > 1
expect stack_listed > 1
expect stack_listed <= 1000
click "next at place"
expect colours > 200
shot "$OUT/many.png"

# Far away everything is in a few discs: the count is true, the list is short.
wheel map 0.5 0.5 -12
hover map 0.5 0.5
click map 0.5 0.5
expect stack_listed <= 1000
expect picked_of >= stack_listed

# Fewer are drawn one by one again.
key F
wait
drag timeline 0.2 0.5 0.6 0.5
wait
expect shown < 200000
expect discs = single
END
exec "$VIEWER" --script "$OUT/many.script"
