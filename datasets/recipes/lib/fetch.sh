# Sourced by the recipes: npm packages at fixed versions in a folder of their own.
#
#   fetch_packages NAME@VERSION...   sets $packages to a folder that has them in node_modules
#   $work                            a temporary folder, removed at the end
#
# RECIPE_PACKAGES=FOLDER keeps the packages there, so that several recipes download them once.

set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1

for tool in npm node /usr/bin/python3; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
# Debian's own interpreter: GEOS and GDAL are installed for it, and another may come first on PATH.
/usr/bin/python3 -c 'import shapely; from osgeo import ogr' 2>/dev/null ||
    { echo "skipped: python3-shapely or python3-gdal is not installed"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=${RECIPE_PACKAGES:-$work/packages}

has_package() {
    local name=${1%@*} version=${1##*@}
    local file=$packages/node_modules/$name/package.json
    [ -f "$file" ] && grep -q "\"version\": \"$version\"" "$file"
}

fetch_packages() {
    local missing=() package
    for package in "$@"; do
        has_package "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    mkdir -p "$packages"
    [ -f "$packages/package.json" ] || echo '{"private": true}' >"$packages/package.json"
    npm install --prefix "$packages" --ignore-scripts --no-audit --no-fund --silent \
        "${missing[@]}" >/dev/null || { echo "skipped: npm packages cannot be had: ${missing[*]}"; exit 77; }
}
