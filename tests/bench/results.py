"""RESULTS.md from what the benchmarks wrote: results.py FOLDER > RESULTS.md"""

import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys

FOLDER = pathlib.Path(sys.argv[1])


def rows_of(name):
    path = FOLDER / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else []


def seconds(value):
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def goal_of(row):
    """The goals of a row, and whether it reached them; a median is what counts."""
    parts = []
    if row.get("goal_s"):
        parts.append(f"{row['goal_s']:g} s: " + ("reached" if row["median_s"] <= row["goal_s"] else "**missed**"))
    if row.get("goal_mb"):
        parts.append(f"{row['goal_mb']:g} MB: " + ("reached" if row["peak_mb"] <= row["goal_mb"] else "**missed**"))
    return "; ".join(parts)


def table(rows, extra):
    """`extra`: a title and what it says of a row."""
    heads = ["task", "n", "median s", "least to most", *(title for title, _ in extra), "goal"]
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    for row in rows:
        cells = [row["task"], f"{row['n']:,}", seconds(row["median_s"]),
                 f"{seconds(row['least_s'])} to {seconds(row['most_s'])}", *(say(row) for _, say in extra), goal_of(row)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def processor():
    found = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text("utf-8"))
    return found.group(1).strip() if found else platform.processor()


def main():
    error = ("error", lambda row: f"{row['error']:.1g} {row['error_unit']}" if "error" in row else "")
    memory = ("peak MB", lambda row: f"{row['peak_mb']:.0f}")
    runs = " or ".join(str(n) for n in sorted({row["runs"] for name in ("analysis", "stages", "commands") for row in rows_of(name)}))
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    today = datetime.datetime.now(datetime.timezone.utc).date()
    print(f"""# Results

One run of `tests/bench/run.sh` on {today}, commit {commit}: {processor()}, {os.cpu_count()} cores of a shared machine,
{platform.system()} {platform.release().split('-')[0]}. Medians of {runs} runs. Written by `results.py`; what the rows mean stands in
README.md.

## Analyses in memory, one thread

Error: against the exact twin, at most, of some places or cells.

{table(rows_of("analysis"), [error])}

## From file to file, two threads

{table(rows_of("stages"), [])}

## Whole commands, two threads

From the start of the process to the finished file; memory is the most anonymous memory (RssAnon) seen.

{table(rows_of("commands"), [memory])}""")
    peers = rows_of("peers")
    if not peers:
        return
    print("""
## Others

The same made-up incidents, ours and theirs in turn. Ours on two threads; of libraries the task alone is timed, of commands the
whole process, ours likewise.

| task | n | who | theirs, s | ours, s | ratio |
|---|---|---|---|---|---|""")
    for row in peers:
        print(f"| {row['task']} | {row['n']:,} | {row['peer']} | {seconds(row['theirs_s'])} | {seconds(row['ours_s'])} | "
              f"{row['ratio']:.1f} |")


main()
