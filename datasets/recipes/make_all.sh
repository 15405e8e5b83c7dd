#!/usr/bin/env bash
# Makes every dataset, downloading each package once: make_all.sh [OUTPUT_FOLDER]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-$here/..}

if [ -z "${RECIPE_PACKAGES:-}" ]; then
    RECIPE_PACKAGES=$(mktemp -d)
    trap 'rm -rf "$RECIPE_PACKAGES"' EXIT
fi
export RECIPE_PACKAGES

for recipe in borders areas basemap sample; do
    "$here/$recipe.sh" "$out"  # 77 from a recipe that cannot run here ends this script with 77
done
