"""The program killed at random moments of an export over an older good file: SIGKILL, SIGTERM, SIGINT.

What stands there afterwards is the old file or the new one, whole. SIGTERM and SIGINT leave no temporary file and end with
128 and the signal's number; what SIGKILL leaves is hidden, named after the output, and gone after the next export of it.

    kill_test.py [--kills 200] [--seed 1] [FORMAT...]"""

import argparse
import collections
import json
import pathlib
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from borderlens import PROGRAM

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
MOST_SECONDS = 10  # from the signal to the end
LITTER = re.compile(r"\.(.+)\.part-\w{6}")

# What is written, by which command; the input is INPUT.
FORMATS = {
    "geojson": ("proximity", "INPUT"), "geojsonl": ("filter", "INPUT"), "csv": ("filter", "INPUT"),
    "gpkg": ("filter", "INPUT"), "fgb": ("filter", "INPUT"), "shp": ("filter", "INPUT"),
    "tif": ("density", "INPUT", "--cell", "1km"), "png": ("render", "INPUT", "--no-density", "--width", "900", "--height", "700"),
    "svg": ("render", "INPUT", "--no-density"), "webp": ("render", "INPUT", "--animate", "year", "--width", "300", "--height", "200"),
    "parts.geojson": ("filter", "INPUT", "--memory", "1MB"), "parts.csv": ("proximity", "INPUT", "--memory", "1MB"),
    "trend.csv": ("trend", "INPUT"), "hot.gpkg": ("hotspots", "INPUT"),
}
PARTS = {"shp": (".shp", ".shx", ".dbf", ".prj", ".cpg")}  # several files; each is whole, not all of one export


def made_up(path, rows):
    """Incidents of eight years, all over the area; the same on every machine."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("event_id,event_date,event_type,latitude,longitude,fatalities,notes\n")
        for i in range(rows):
            day = f"{2014 + i % 8}-{1 + i // 8 % 12:02}-{1 + i // 96 % 28:02}"
            place = f"{27 + i * 463 % 8000 / 1000:.4f},{62 + i * 997 % 10000 / 1000:.4f}"
            file.write(f"{i},{day},{('Battles', 'Riots', 'Protests')[i % 3]},{place},{i % 7},made up\n")


def files_of(out):
    """The output's files with their bytes; temporary ones apart."""
    found = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file() and not path.name.startswith(".")}
    return found, sorted(path.name for path in out.iterdir() if path.name.startswith("."))


def without_clock(data):
    """A GeoPackage says when it was written."""
    return re.sub(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", b"", data) if data.startswith(b"SQLite") else data


def rows_of(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (table,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        return database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]


class Export:
    """One output in a folder of its own, as an old and as a new run leave it."""

    def __init__(self, name, folder, old_input, new_input):
        self.name, self.out = name, folder / name
        self.out.mkdir()
        self.path = self.out / f"out.{name}"
        words = list(FORMATS[name])
        self.words = [str(new_input) if word == "INPUT" else word for word in words] + ["-o", str(self.path)]
        old_words = [str(old_input) if word == "INPUT" else word for word in words] + ["-o", str(self.path)]
        self.new, self.seconds = self.made(self.words)
        self.old, _ = self.made(old_words)
        if self.new[self.path.name] == self.old[self.path.name]:
            sys.exit(f"{name}: both exports are the same; nothing would be seen")

    def made(self, words):
        for path in self.out.iterdir():
            path.unlink()
        start = time.monotonic()
        subprocess.run([PROGRAM, *words], check=True, stderr=subprocess.DEVNULL)
        seconds = time.monotonic() - start
        files, litter = files_of(self.out)
        assert not litter, litter
        return files, seconds

    def restore(self):
        for path in self.out.iterdir():
            if path.is_file() and not path.name.startswith("."):
                path.unlink()
        for name, data in self.old.items():
            (self.out / name).write_bytes(data)

    def state(self, name, data):
        """'old', 'new' or what is wrong with it."""
        if data == self.old.get(name):
            return "old"
        if data == self.new.get(name) or without_clock(data) == without_clock(self.new[name]):
            return "new"
        if name.endswith(".gpkg") and rows_of(self.out / name) == self.n_rows_new():
            return "new"
        return f"{name} is neither the old file nor the new one: {len(data)} bytes"

    def n_rows_new(self):
        path = self.out.parent / f"new.{self.name}"
        if not path.exists():
            path.write_bytes(self.new[self.path.name])
        return rows_of(path)


def kill(export, number, delay):
    """Exit code, seconds from the signal to the end."""
    process = subprocess.Popen([PROGRAM, *export.words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.send_signal(number)
    start = time.monotonic()
    try:
        process.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return process.returncode, time.monotonic() - start


def faults(export, number, code, seconds):
    """What is wrong; and in a word what became of the output."""
    files, litter = files_of(export.out)
    states = {name: export.state(name, data) for name, data in files.items()}
    wrong = [state for state in states.values() if state not in ("old", "new")]
    wrong += [f"{name} is gone" for name in export.old if name not in files]
    several = export.name in PARTS
    main = states.get(export.path.name, "gone")
    if not several and number != signal.SIGKILL and len(set(states.values())) > 1 and code == 0:
        wrong.append(f"ended well with files of two exports: {states}")
    if code == 0 and main != "new":
        wrong.append("exit code 0, and the old file is there")
    if number == signal.SIGKILL:
        wrong += [f"litter of an unknown name: {name}" for name in litter if not LITTER.fullmatch(name)]
        return wrong, main, litter
    if litter:
        wrong.append(f"left behind: {litter}")
    # -number: it came before the program had begun to listen, when nothing was written yet
    if code not in (0, 128 + number, -number) or (code == -number and main == "new"):
        wrong.append(f"exit code {code}, not {128 + number}")
    if seconds > MOST_SECONDS - 1:
        wrong.append(f"{seconds:.1f} s from the signal to the end")
    return wrong, main, litter


def tidies_up(export):
    """A later run is not hindered by what was left, and removes it."""
    done = subprocess.run([PROGRAM, *export.words], stderr=subprocess.PIPE)
    files, litter = files_of(export.out)
    if done.returncode != 0:
        return [f"the next run ends with {done.returncode}: {done.stderr.decode()}"]
    if litter:
        return [f"still there after the next run: {litter}"]
    return [f"{name} is not the new file after the next run" for name, data in files.items()
            if data != export.new[name] and export.state(name, data) != "new"]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rows", type=int, default=30_000)
    options.add_argument("formats", nargs="*", default=list(FORMATS))
    asked = options.parse_args()
    chance = random.Random(asked.seed)
    counts, n_failed, slowest = collections.Counter(), 0, 0.0
    with tempfile.TemporaryDirectory(prefix="borderlens-kill-") as name:
        folder = pathlib.Path(name)
        made_up(folder / "old.csv", asked.rows // 10)
        made_up(folder / "new.csv", asked.rows)
        exports = [Export(name, folder, folder / "old.csv", folder / "new.csv") for name in asked.formats]
        for i in range(asked.kills):
            export, number = exports[i % len(exports)], SIGNALS[i // len(exports) % len(SIGNALS)]
            # Half of them where most of the writing is.
            delay = export.seconds * chance.uniform(0.0 if i % 2 else 0.6, 1.05)
            export.restore()
            code, seconds = kill(export, number, delay)
            wrong, state, litter = faults(export, number, code, seconds)
            slowest = max(slowest, seconds)
            if litter and number == signal.SIGKILL:
                wrong += tidies_up(export)
            counts[number.name, "new" if state == "new" else "old"] += 1
            counts[number.name, "left a temporary"] += bool(litter)
            counts[number.name, "exit code 128 + signal"] += code == 128 + number
            counts[number.name, "done before the signal told"] += code == 0
            if wrong:
                n_failed += 1
                print(f"{export.name}, {number.name} after {delay:.3f} of {export.seconds:.3f} s, exit code {code}: {'; '.join(wrong)}")
    for number in SIGNALS:
        print(number.name, json.dumps({what: n for (who, what), n in sorted(counts.items()) if who == number.name}))
    print(f"{asked.kills} kills in {len(asked.formats)} formats, seed {asked.seed}: {n_failed} failed; "
          f"at most {slowest:.2f} s from a signal to the end")
    sys.exit(1 if n_failed else 0)


main()
