#!/usr/bin/env bash
# Which lines of geo/ the unit tests and those of the command line reach: tests/static/coverage.sh [PERCENT]
# Exit code 1 below PERCENT (90 when not said). Pages by file go to build/coverage/pages.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=cmake/packages.sh
. cmake/packages.sh
# shellcheck disable=SC2086
install_missing $BUILD_PACKAGES $TEST_PACKAGES $STATIC_PACKAGES
least=${1:-90}
rooms="unit_core|unit_table|unit_crs|unit_geometry|unit_border|unit_io|unit_analysis|unit_layer|unit_study"
cmake --preset coverage >/dev/null
# shellcheck disable=SC2086
cmake --build --preset coverage --target borderlens unit_cli ${rooms//|/ } -- -j2
find build/coverage/geo -name '*.gcda' -delete
ctest --preset coverage -LE slow -R "^(unit_cli|$rooms|cli_.*)$" -j2
mkdir -p build/coverage/pages
gcovr --root . --filter 'geo/' --object-directory build/coverage/geo --gcov-ignore-parse-errors -j2 \
  --fail-under-line "$least" --print-summary --html-details build/coverage/pages/index.html --txt build/coverage/lines.txt || exit 1
