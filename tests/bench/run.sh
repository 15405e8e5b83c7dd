#!/usr/bin/env bash
# All benchmarks, and RESULTS.md from what they printed: tests/bench/run.sh [--peers]
# On a machine that has nothing else to do; half an hour, with the peers that are installed some minutes more.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build build/bench --target bench_analysis bench_stages borderlens make_incidents
out=build/bench/results
mkdir -p "$out"
bench=build/bench/tests/bench
"$bench/bench_analysis" --n 10000,100000,1000000 --threads 1 --runs 5 --json "$out/analysis.json"
"$bench/bench_stages" --n 10000,100000,1000000 --threads 2 --runs 5 --json "$out/stages.json"
/usr/bin/python3 -B tests/bench/whole_commands.py build/bench/app/borderlens "$bench/make_incidents" --n 10000,100000,1000000 \
  --json "$out/commands.json"
if [ "${1:-}" = --peers ]; then
  /usr/bin/python3 -B tests/bench/peers.py build/bench/app/borderlens "$bench/make_incidents" --json "$out/peers.json"
fi
/usr/bin/python3 -B tests/bench/results.py "$out" > tests/bench/RESULTS.md
