"""Whole commands, process start to finished file, on a made-up file: seconds, and the most anonymous memory (RssAnon).
whole_commands.py BORDERLENS MAKE_INCIDENTS [--n 1000000] [--runs 5] [--threads 2] [--json FILE]"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

# Name, arguments behind INPUT, output, goals at a million incidents: seconds, megabytes.
COMMANDS = [
    ("filter, GeoJSON of all", ["filter"], "all.geojson", 1.5, None),
    ("proximity AFG, GeoJSON of all", ["proximity", "--neighbour", "AFG"], "near.geojson", 1.5, 400),
    ("clusters, GeoJSON of all", ["clusters", "--eps", "2km", "--eps-time", "30d"], "clusters.geojson", 2.2, None),
    ("density, grid", ["density"], "density.tif", 0.8, 120),
    ("hotspots, cells", ["hotspots"], "hot.geojson", 0.8, None),
]
# The same in parts, with the memory that a file of ten million rows must do with.
IN_PARTS = [
    ("filter in parts", ["filter"], "all.geojson", None, 1000),
    ("proximity AFG in parts", ["proximity", "--neighbour", "AFG"], "near.geojson", None, 1000),
    ("density in parts", ["density"], "density.tif", None, 1000),
]


def anonymous_mb(pid):
    """Now, in megabytes; 0 when the process has ended."""
    try:
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1000
    except OSError:
        pass
    return 0


def run_once(command, output, environment):
    """Seconds and the most memory seen, looked at every two milliseconds. The output is new: to free the room of an
    old one is the file system's work, and may take as long as writing it."""
    if output is not None:
        output.unlink(missing_ok=True)
        os.sync()
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    most = 0
    while process.poll() is None:
        most = max(most, anonymous_mb(process.pid))
        time.sleep(0.002)
    seconds = time.monotonic() - start
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {process.returncode}\n{process.stderr.read().decode()}")
    return seconds, most


def measure(name, command, output, goal_s, goal_mb, n, runs, environment):
    seconds, memory = zip(*(run_once(command, output, environment) for _ in range(runs)))
    row = {"task": name, "n": n, "median_s": statistics.median(seconds), "least_s": min(seconds), "most_s": max(seconds),
           "peak_mb": max(memory), "runs": runs}
    if n == (10_000_000 if " in parts" in name else 1_000_000):
        row |= {"goal_s": goal_s, "goal_mb": goal_mb}
    goals = "".join(f"  goal {goal} {unit}" for goal, unit in ((row.get("goal_s"), "s"), (row.get("goal_mb"), "MB")) if goal)
    print(f"{name:<34} n={n:<9} {row['median_s']:8.3f} s  ({row['least_s']:.3f} to {row['most_s']:.3f})  "
          f"{row['peak_mb']:6.0f} MB{goals}", flush=True)
    return row


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("borderlens")
    parser.add_argument("make_incidents")
    parser.add_argument("--n", default="1000000", help="how many incidents, or several numbers with commas")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", default="2")
    parser.add_argument("--json")
    given = parser.parse_args()
    environment = os.environ | {"BORDERLENS_DATASETS": str(pathlib.Path(__file__).parents[2] / "datasets")}
    rows = []
    with tempfile.TemporaryDirectory(prefix="borderlens-bench-") as folder:
        folder = pathlib.Path(folder)
        rows.append(measure("--version", [given.borderlens, "--version"], None, 0.06, None, 1_000_000, given.runs, environment))
        for n in map(int, given.n.split(",")):
            source = folder / f"{n}.csv"
            subprocess.run([given.make_incidents, str(n), source], check=True)
            memory = f"{max(1, source.stat().st_size // 2_000_000)}MB"  # half the file: several parts of it
            tasks = [(task, []) for task in COMMANDS] + [(task, ["--memory", memory]) for task in IN_PARTS]
            for (name, arguments, output, goal_s, goal_mb), more in tasks:
                command = [given.borderlens, arguments[0], source, *arguments[1:], *more, "--quiet", "--threads",
                           given.threads, "-o", folder / output]
                rows.append(measure(name, command, folder / output, goal_s, goal_mb, n, given.runs, environment))
            source.unlink()
    if given.json:
        pathlib.Path(given.json).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
