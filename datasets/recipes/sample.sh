#!/usr/bin/env bash
# Makes incidents_sample.csv, from no package: sample.sh [OUTPUT_FOLDER]
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec /usr/bin/python3 -B "$here/make_sample.py" "${1:-$here/..}"
