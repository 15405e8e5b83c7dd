"""The walls of the house: who may include whom. Explains the rule when one is crossed."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])

# (folder, forbidden include, why)
RULES = [
    ("geo", r"app/|imgui|GLFW|GL/|EGL/", "geo can be built and tested without a window"),
    ("geo/core", r"geo/(?!core/)", "core includes core only"),
    ("geo/table", r"geo/(?!core/|table/)", "table includes core"),
    ("geo/crs", r"geo/(?!core/|crs/)", "crs includes core"),
    ("geo/geometry", r"geo/(?!core/|geometry/)", "geometry includes core"),
    ("geo/analysis", r"geo/(?!core/|analysis/)", "analysis sees spans and parameter structs: core only"),
    ("geo/border", r"geo/(?!core/|crs/|geometry/|border/)", "border may use geometry and crs"),
    ("geo/io", r"geo/(?:layer|study)/", "io knows nothing of maps and studies"),
    ("geo/layer", r"geo/(?:io|study)/", "layer knows nothing of files and studies"),
    ("app/render", r"app/(?:cli|viewer)/|imgui|GLFW", "render draws layers, whoever asks"),
    ("app/report", r"app/(?:cli|viewer)/|imgui|GLFW|GL/", "a report is written, whoever asks"),
    ("app/cli", r"app/viewer/|imgui|GLFW|GL/", "the command line needs no window"),
    ("app/viewer", r"app/cli/", "the viewer is no part of the command line"),
]
# foreign header: the one folder that may include it
ROOMS = [
    (r"gdal|ogr_|ogrsf|cpl_", "geo/io"),
    (r"openssl/", "geo/io"),
    (r"proj\.h|geodesic\.h", "geo/crs"),
    (r"geos_c\.h", "geo/geometry"),
    (r"GL/|EGL/|ft2build|raqm|fontconfig|png\.h", "app/render"),
    (r"imgui|GLFW", "app/viewer"),
]


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := re.match(r'\s*#\s*include\s*[<"]([^>"]+)', line):
            yield number, match.group(1)


def main():
    faults = []
    for path in sorted([*ROOT.glob("geo/**/*.[ch]pp"), *ROOT.glob("app/**/*.[ch]pp")]):
        name = path.relative_to(ROOT).as_posix()
        for number, header in includes(path):
            for folder, forbidden, why in RULES:
                if name.startswith(folder + "/") and re.match(forbidden, header):
                    faults.append(f"{name}:{number} includes {header}: {why}")
            for foreign, room in ROOMS:
                if re.match(foreign, header) and not name.startswith(room + "/"):
                    faults.append(f"{name}:{number} includes {header}: only {room} may")
    print("\n".join(faults) or "every include keeps to its walls")
    sys.exit(1 if faults else 0)


main()
