"""What others need for the same work on the same made-up incidents, ours and theirs in turn (A B A B), and the ratios.
peers.py BORDERLENS MAKE_INCIDENTS [--runs 3] [--only WORD] [--json FILE]
Of a library the task alone is timed, of a program with a command line the whole process; ours likewise. What is not
installed is left out. DuckDB: `npm install @duckdb/node-api` in the folder that NODE_PATH_FOLDER names."""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
READ = ["reading incidents", "sorting"]


class Missing(Exception):
    pass


def done(command, **options):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, **options)


def task_seconds(command, **options):
    """The seconds that a script says its task took."""
    return float(done(command, **options).stdout.split("seconds")[1].split()[0])


def whole_seconds(command):
    start = time.monotonic()
    done(command)
    return time.monotonic() - start


class Work:
    """The files, the program, and how each of the others is asked."""

    def __init__(self, borderlens, make_incidents, folder):
        self.borderlens, self.make_incidents, self.folder = borderlens, make_incidents, folder
        self.line = folder / "line.geojson"

    def csv(self, n):
        path = self.folder / f"{n}.csv"
        if not path.exists():
            done([self.make_incidents, n, path])
        return path

    def geojson(self, n):
        path = self.folder / f"{n}.geojson"
        if not path.exists():
            done([self.borderlens, "filter", self.csv(n), "--quiet", "-o", path])
        return path

    def border(self):
        if not self.line.exists():
            done(["ogr2ogr", "-f", "GeoJSON", self.line, ROOT / "datasets" / "borders" / "pak_afg_osm2026.shp"])
        return self.line

    def stages(self, names, *arguments):
        out = done([self.borderlens, *arguments, "--quiet", "--threads", "2", "--timings"])
        timings = json.loads(out.stderr.strip().splitlines()[-1])
        return sum(timings[name] for name in names)

    def script(self, name, *arguments):
        need = {"pandas_csv.py": "pandas", "sklearn_dbscan.py": "sklearn"}.get(name)
        if need and subprocess.run(["/usr/bin/python3", "-c", f"import {need}"], capture_output=True).returncode:
            raise Missing(f"python3-{need}")
        if name.endswith(".R") and not shutil.which("Rscript"):
            raise Missing("Rscript")
        interpreter = "Rscript" if name.endswith(".R") else "/usr/bin/python3"
        return task_seconds([interpreter, name, *arguments], cwd=HERE / "peers")

    def duckdb(self, *arguments):
        modules = os.environ.get("NODE_PATH_FOLDER", "")
        if not (pathlib.Path(modules) / "node_modules" / "@duckdb").exists():
            raise Missing("@duckdb/node-api")
        script = pathlib.Path(modules) / "borderlens-duckdb.mjs"  # modules are found beside the script
        shutil.copy(HERE / "peers" / "duckdb.mjs", script)
        return task_seconds(["node", script, *arguments])

    def tool(self, program, *arguments):
        if not shutil.which(program):
            raise Missing(program)
        return whole_seconds([program, *arguments])

    def points(self, n):
        """In a CRS in metres, for programs that want one."""
        path = self.folder / f"{n}.gpkg"
        if not path.exists():
            done(["ogr2ogr", "-f", "GPKG", "-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude", "-oo",
                  "AUTODETECT_TYPE=YES", "-s_srs", "EPSG:4326", "-t_srs", "EPSG:32642", path, self.csv(n)])
        return path

    def grass(self, script, *arguments):
        if not shutil.which("grass"):
            raise Missing("grass-core")
        return task_seconds(["grass", "--tmp-location", "EPSG:32642", "--exec", "bash", HERE / "peers" / script, *arguments],
                            env=os.environ | {"HOME": str(self.folder)})

    def qgis(self, algorithm, *arguments):
        program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")  # Debian's wrapper adds an option it refuses
        if not program:
            raise Missing("qgis_process")
        home = self.folder / "qgis"
        home.mkdir(mode=0o700, exist_ok=True)
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(home), "HOME": str(home)}
        start = time.monotonic()
        done([program, "run", algorithm, "--", *arguments], env=environment)
        return time.monotonic() - start


def pairs(w):
    """Task, size, who, ours, theirs: both give seconds."""
    million, some, few = 1_000_000, 100_000, 10_000
    out = w.folder

    def reading(n):
        return lambda: w.stages(READ, "filter", w.csv(n), "-o", out / "ours.geojson")

    def distance(n):
        return lambda: w.stages(["distance"], "proximity", w.csv(n), "--neighbour", "AFG")

    smooth = ["--kernel", "epanechnikov", "--bandwidth", "25km"]

    def clusters(n, *more):
        return lambda: w.stages(["clusters"], "clusters", w.csv(n), "--eps", "2km", *more)

    yield "CSV, all columns, to a table", million, "pandas", reading(million), lambda: w.script("pandas_csv.py", w.csv(million))
    yield "CSV, all columns, to a table", million, "DuckDB", reading(million), lambda: w.duckdb("csv-in", w.csv(million))
    yield ("GeoJSON out", million, "DuckDB (lines, no border columns)",
           lambda: w.stages(["write .geojson"], "filter", w.csv(million), "-o", out / "ours.geojson"),
           lambda: w.duckdb("json-out", w.csv(million), out / "theirs.json"))
    yield ("CSV to GeoJSON, whole command", some, "ogr2ogr (no border columns)",
           lambda: w.tool(w.borderlens, "filter", w.csv(some), "--quiet", "--threads", "2", "-o", out / "ours.geojson"),
           lambda: w.tool("ogr2ogr", "-f", "GeoJSON", "-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude",
                          out / f"theirs{time.monotonic_ns()}.geojson", w.csv(some)))
    yield ("GeoJSON in", some, "GDAL (ogr2ogr to memory)",
           lambda: w.stages(READ, "filter", w.geojson(some), "-o", out / "ours.geojson"),
           lambda: w.tool("ogr2ogr", "-f", "Memory", "memory", w.geojson(some)))
    yield "distance to the border", some, "PostGIS", distance(some), lambda: w.script("postgis.py", "distance", w.csv(some), w.border())
    yield "distance to the border", some, "R sf (s2)", distance(some), lambda: w.script("sf_distance.R", w.csv(some), w.border())
    yield ("density, Epanechnikov", million, "R spatstat (on pixels)",
           lambda: w.stages(["density"], "density", w.csv(million), *smooth, "-o", out / "ours.tif"),
           lambda: w.script("spatstat_density.R", w.csv(million)))
    yield ("density, Epanechnikov", some, "GRASS v.kernel",
           lambda: w.stages(["density"], "density", w.csv(some), *smooth, "-o", out / "ours.tif"),
           lambda: w.grass("grass_kernel.sh", w.points(some)))
    yield ("density, whole command", some, "QGIS heat map",
           lambda: w.tool(w.borderlens, "density", w.csv(some), *smooth, "--quiet", "--threads", "2", "-o", out / "ours.tif"),
           lambda: w.qgis("qgis:heatmapkerneldensityestimation", f"INPUT={w.points(some)}", "RADIUS=25000", "PIXEL_SIZE=1445",
                          "KERNEL=4", f"OUTPUT={out / 'theirs.tif'}"))
    yield ("hot spots, 88,000 cells", million, "R spdep",
           lambda: w.stages(["hot spots"], "hotspots", w.csv(million), "--cell", "4km"),
           lambda: w.script("spdep_gi.R", w.csv(million)))
    yield "DBSCAN, 2 km, 10 points", some, "scikit-learn", clusters(some, "--min-points", "10"), lambda: w.script("sklearn_dbscan.py", w.csv(some))
    yield "DBSCAN, 2 km, 10 points", some, "R dbscan", clusters(some, "--min-points", "10"), lambda: w.script("dbscan.R", w.csv(some))
    yield "DBSCAN, 2 km, 10 points", some, "PostGIS", clusters(some, "--min-points", "10"), lambda: w.script("postgis.py", "clusters", w.csv(some))
    yield ("ST-DBSCAN, whole command", few, "QGIS",
           lambda: w.tool(w.borderlens, "clusters", w.csv(few), "--eps", "2km", "--eps-time", "30d", "--min-points", "5",
                          "--quiet", "--threads", "2", "-o", out / "ours.geojson"),
           lambda: w.qgis("native:stdbscanclustering", f"INPUT={w.points(few)}", "DATETIME_FIELD=event_date", "MIN_SIZE=5",
                          "EPS=2000", "EPS2=30", f"OUTPUT={out / 'theirs.gpkg'}"))


def compared(task, n, who, ours, theirs, runs):
    a, b = [], []
    for _ in range(runs):  # in turn: a machine that slows down slows both
        a.append(ours())
        b.append(theirs())
    row = {"task": task, "n": n, "peer": who, "ours_s": statistics.median(a), "theirs_s": statistics.median(b),
           "ratio": statistics.median(y / x for x, y in zip(a, b)), "runs": runs}
    print(f"{task:<32} n={n:<8} {who:<36} {row['theirs_s']:8.3f} s  ours {row['ours_s']:7.3f} s  "
          f"{row['ratio']:7.1f} times", flush=True)
    return row


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("borderlens", type=pathlib.Path)
    parser.add_argument("make_incidents", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--json")
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="borderlens-peers-") as folder:
        os.chmod(folder, 0o755)  # a server of another user reads the files
        work = Work(given.borderlens.resolve(), given.make_incidents.resolve(), pathlib.Path(folder))
        for task, n, who, ours, theirs in pairs(work):
            if given.only not in f"{task} {who}":
                continue
            try:
                rows.append(compared(task, n, who, ours, theirs, given.runs))
            except Missing as what:
                print(f"{task:<32} n={n:<8} {who:<36} not installed: {what}", flush=True)
            except subprocess.CalledProcessError as error:
                print(f"{task:<32} n={n:<8} {who:<36} failed: {error.stderr[-300:]}", file=sys.stderr, flush=True)
    if given.json:
        pathlib.Path(given.json).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
