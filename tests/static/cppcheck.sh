#!/usr/bin/env bash
# cppcheck over geo/ and app/, or over the files named: tests/static/cppcheck.sh [FILE...]
# Exit code 1 when it says something; cppcheck_suppressions.txt has what it says without cause.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=cmake/packages.sh
. cmake/packages.sh
# shellcheck disable=SC2086
install_missing $STATIC_PACKAGES
[ $# -gt 0 ] || set -- geo app
mkdir -p build/static/cppcheck
status=0
cppcheck -q -j2 --std=c++20 --enable=warning,performance,portability,style --inline-suppr --error-exitcode=1 \
  --suppressions-list=tests/static/cppcheck_suppressions.txt --cppcheck-build-dir=build/static/cppcheck \
  -I . -I build/relassert/generated "$@" || status=1
[ $status = 0 ] && echo "cppcheck: nothing found in $*"
exit $status
