#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs each, two at a time: tests/fuzz/run.sh SECONDS [TARGET...]
# What was learnt stays in build/dev/fuzz/corpus, what was found goes to build/dev/fuzz/findings; exit code 1 when something
# was.
set -euo pipefail
seconds=$1
shift
cd "$(dirname "$0")/../.."
[ -e build/dev/build.ninja ] || cmake --preset dev >/dev/null
cmake --build --preset dev --target fuzz_targets
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(ls tests/fuzz/seeds)
mkdir -p build/dev/fuzz/findings
export BORDERLENS_DATASETS=$PWD/datasets

# fuzz_one SECONDS TARGET: one line about it.
fuzz_one() {
  local folder=build/dev/fuzz result status=0
  local corpus=$folder/corpus/$2 log=$folder/$2.log
  mkdir -p "$corpus"
  build/dev/tests/fuzz/fuzz_"$2" -max_total_time="$1" -timeout=60 -rss_limit_mb=3000 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="$folder/findings/$2-" "$corpus" "tests/fuzz/seeds/$2" >"$log" 2>&1 || status=1
  [ $status = 0 ] && result="no finding" || result="FOUND SOMETHING, see $log"
  echo "$2: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $1 s," \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1) edges: $result"
  return $status
}
export -f fuzz_one
# shellcheck disable=SC2016 # the inner shell expands it
printf '%s\n' "$@" | xargs -P 2 -I TARGET bash -c 'fuzz_one "$0" TARGET' "$seconds"
