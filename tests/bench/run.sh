#!/usr/bin/env bash
# All benchmarks, and RESULTS.md from what they printed: tests/bench/run.sh [--peers]
# On a machine that has nothing else to do: some ten minutes, with the peers that are installed some minutes more.
# BUILD (build/bench) is a folder with a release build, made when it is not there; N the sizes.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build/bench}
n=${N:-10000,100000,1000000}
[ -e "$build/build.ninja" ] || cmake -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$build" --target bench_analysis bench_stages borderlens make_incidents
out=$build/results
mkdir -p "$out"
bench=$build/tests/bench
"$bench/bench_analysis" --n "$n" --threads 1 --runs 5 --json "$out/analysis.json"
"$bench/bench_stages" --n "$n" --threads 2 --runs 5 --json "$out/stages.json"
/usr/bin/python3 -B tests/bench/whole_commands.py "$build/app/borderlens" "$bench/make_incidents" --n "$n" --json "$out/commands.json"
if [ "${1:-}" = --peers ]; then
  /usr/bin/python3 -B tests/bench/peers.py "$build/app/borderlens" "$bench/make_incidents" --json "$out/peers.json"
fi
/usr/bin/python3 -B tests/bench/results.py "$out" > tests/bench/RESULTS.md
