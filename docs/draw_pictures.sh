#!/usr/bin/env bash
# Draws the pictures of the README and of the guide anew, from the bundled sample: docs/draw_pictures.sh [BUILD]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/release}
root=$PWD
sample=$root/datasets/incidents_sample.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$build/app/borderlens" render "$sample" --from 2021 --to 2023 --width 1400 --height 1000 -o docs/map.png

# picture NAME SIZE: a script from standard input, which opens the sample first unless NAME is "start"
picture() {
  { [ "$(basename "$1")" = start ] || printf 'open "%s"\nwait\n' "$sample"; cat; printf 'shot "%s/docs/%s.png"\n' "$root" "$1"; } \
    > "$work/script"
  "$build/app/borderlens-viewer" --script "$work/script" --size "$2"
}
mkdir -p docs/guide
picture viewer 1400x900 <<'S'
click "tab Border"
drag timeline 0.35 0.5 0.75 0.5
wait
hover "tab Border"
S
picture guide/start 1120x700 </dev/null
picture guide/overview 1120x700 </dev/null
picture guide/report 1120x700 <<'S'
click report
S
picture guide/time 1120x700 <<'S'
drag timeline 0.45 0.5 0.6 0.5
wait
hover timeline 0.52 0.6
S
picture guide/density 1120x700 <<'S'
click "tab Density"
click "eye Incidents"
wait
hover "tab Density"
S
picture guide/border 1120x700 <<'S'
click "tab Border"
wait
hover "band 1"
wait
S
picture guide/hotspots 1120x700 <<'S'
click "tab Hot spots"
click "find hot spots"
click "eye Incidents"
click "eye Density"
wait
hover "tab Hot spots"
S
picture guide/clusters 1120x700 <<'S'
click "tab Clusters"
click "find clusters"
click "eye Density"
wait
click "cluster 1"
wait
hover "tab Clusters"
S
picture guide/trend 1120x700 <<'S'
click "tab Trend"
click "count by period"
wait
click "trend by"
click "trend by/By category"
wait
hover "tab Trend"
S
picture guide/compare 1120x700 <<'S'
click "tab Compare"
click "compare a date"
wait
drag "change cell" 0.37 0.5 0.62 0.5
click "date of change"
key Ctrl+A
type 2023-01-01
key Enter
wait
click "eye Incidents"
click "eye Density"
wait
hover "tab Compare"
S
# Three areas that do not overlap stand for districts, of which none are bundled.
ogr2ogr -where "id in ('kp_without_fata', 'fata', 'balochistan')" "$work/areas.geojson" datasets/areas/areas.fgb
picture guide/districts 1120x700 <<S
click "tab Districts"
click "count districts"
click "districts file"
click path
key Ctrl+A
type "$work/areas.geojson"
click "dialog accept"
wait
click "eye Incidents"
click "eye Density"
wait
hover "tab Districts"
S
picture guide/strip 1120x700 <<'S'
click "tab Along the border"
click "unroll the border"
wait
hover "tab Along the border"
S
picture guide/table 1120x700 <<'S'
key Ctrl+T
wait
S
picture guide/urdu 1120x700 <<'S'
click language
click "language/Urdu  اردو"
click "eye Graticule"
click "eye Incidents"
click "eye Density"
wait
S
picture guide/export 1120x700 <<S
key Ctrl+E
key Ctrl+A
type "incidents.geojson"
click "export folder"
key Ctrl+A
type "$work"
click "columns kept"
click "columns kept/Without free text"
click "take bands"
click "take picture"
click "format picture"
click "format picture/.svg"
click "picture size"
key Ctrl+A
type "180x120mm"
click "export folder"
key Ctrl+A
type "~/khyber"
hover "take bands"
S
picture guide/exported 1120x700 <<S
key Ctrl+E
key Ctrl+A
type "$work/incidents.geojson"
click "take picture"
click "name picture"
key Ctrl+A
type "$work/map.svg"
click "dialog accept"
wait
S
picture guide/keyboard 1120x700 <<'S'
click within
wait
hover "map"
key Shift+F6
key Shift+Tab
key Shift+Tab
key Shift+Tab
key Shift+Tab
key Shift+Tab
key Shift+Tab
key Shift+Tab
S
picture guide/dark 1120x700 <<'S'
click theme
wait
S
