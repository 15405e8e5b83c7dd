#!/usr/bin/env bash
# The tests under sanitizers: tests/sanitizers/run.sh [--without-viewer] [SECONDS]
# Address and undefined behaviour: unit, golden and image tests, then each fuzz target for SECONDS (10 unless said).
# Threads: the evaluator and everything that computes in parallel. Exit code 1 when anything is found.
set -euo pipefail
cd "$(dirname "$0")/../.."
viewer=ON
if [ "${1:-}" = --without-viewer ]; then viewer=OFF && shift; fi
seconds=${1:-10}
# shellcheck source=cmake/packages.sh
. cmake/packages.sh
# shellcheck disable=SC2086
install_missing $BUILD_PACKAGES $TEST_PACKAGES $SANITIZER_PACKAGES

echo "Address and undefined behaviour sanitizers"
cmake --preset dev -DBORDERLENS_VIEWER=$viewer >/dev/null
cmake --build --preset dev
ctest --preset dev -L 'unit|golden|image'
tests/fuzz/run.sh "$seconds"

echo "Thread sanitizer"
cmake --preset tsan >/dev/null
cmake --build --preset tsan --target threaded_tests
ctest --preset tsan -L threaded
