#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs each: tests/fuzz/run.sh SECONDS [TARGET...]
# What was learnt stays in build/fuzz/corpus, what was found goes to build/fuzz/findings; exit code 1 when something was.
set -euo pipefail
seconds=$1
shift
cd "$(dirname "$0")/../.."
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz_targets
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(ls tests/fuzz/seeds)
mkdir -p build/fuzz/findings
status=0
for target in "$@"; do
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  log=build/fuzz/$target.log
  if BORDERLENS_DATASETS=$PWD/datasets "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 \
    -max_len=4096 -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$target-" "$corpus" "tests/fuzz/seeds/$target" >"$log" 2>&1; then
    result="no finding"
  else
    result="FOUND SOMETHING, see $log"
    status=1
  fi
  echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $seconds s," \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1) edges: $result"
done
exit $status
