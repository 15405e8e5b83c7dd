#!/usr/bin/env bash
# clang-tidy over geo/ and app/, or over the files named: tests/static/tidy.sh [FILE...]
# Exit code 1 when it finds something; .clang-tidy says what is off and why.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=cmake/packages.sh
. cmake/packages.sh
# shellcheck disable=SC2086
install_missing $BUILD_PACKAGES $STATIC_PACKAGES
cmake --preset relassert >/dev/null
cmake --build --preset relassert --target generated/embedded_shaders.cpp generated/page_style.cpp
exec python3 tests/static/tidy.py build/relassert 2 "$@"
