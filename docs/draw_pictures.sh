#!/usr/bin/env bash
# Draws the pictures of the README anew, from the bundled sample: docs/draw_pictures.sh [BUILD]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/release}
"$build/app/borderlens" render datasets/incidents_sample.csv --from 2021 --to 2023 --width 1400 --height 1000 -o docs/map.png
script=$(mktemp)
trap 'rm -f "$script"' EXIT
cat > "$script" <<SCRIPT
open "$PWD/datasets/incidents_sample.csv"
wait
click "tab Border"
drag timeline 0.35 0.5 0.75 0.5
wait
hover "tab Border"
shot "$PWD/docs/viewer.png"
SCRIPT
"$build/app/borderlens-viewer" --script "$script" --size 1400x900
