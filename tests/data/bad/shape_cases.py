"""Lines and polygons for --border, --area, --districts and --reference."""

import json
import os

from bad_case import case

SQUARE = [[69, 33], [72, 33], [72, 36], [69, 36], [69, 33]]
HOLE = [[70, 34], [70, 35], [71, 35], [71, 34], [70, 34]]
BOW_TIE = [[69, 33], [72, 36], [72, 33], [69, 36], [69, 33]]
LINE = [[70.0, 32.0], [70.5, 33.5], [71.2, 34.5]]


def features(*shapes, **more):
    return json.dumps({"type": "FeatureCollection", **more, "features": [
        {"type": "Feature", "properties": {"name": f"shape {i}", "neighbour": "AFG"},
         "geometry": shape and {"type": shape[0], "coordinates": shape[1]}} for i, shape in enumerate(shapes, 1)]})


LINES, POLYGONS = features(("LineString", LINE)), features(("Polygon", [SQUARE]))


def shape(use, name, content, code, *words, **more):
    case(f"{use}/{name}.geojson", content, code, *words, use=use, **more)


for use, whole in (("border", LINES), ("area", POLYGONS), ("districts", POLYGONS), ("reference", POLYGONS)):
    shape(use, "empty_file", b"", 3)
    shape(use, "cut", whole[:len(whole) // 2], 3)
    shape(use, "pipe", os.mkfifo, 3, "pipe")
    shape(use, "folder", os.mkdir, 3)
    shape(use, "no_features", features(), 4)
    shape(use, "points_only", features(("Point", [71, 34])), 0 if use == "reference" else 4)
    shape(use, "no_geometry", features(None), 4)
    shape(use, "crs_unknown", whole.replace("{", '{"crs":{"type":"name","properties":{"name":"EPSG:999999"}},', 1), 3)
    shape(use, "metres_without_crs", features(("LineString" if use == "border" else "Polygon",
          [[500000, 3700000], [510000, 3710000]] if use == "border" else
          [[[5e5, 3.7e6], [6e5, 3.7e6], [6e5, 3.8e6], [5e5, 3.7e6]]])), 3, "longitude")
    shape(use, "1e999", whole.replace("70.0" if use == "border" else "69", "1e999", 1), 3)
shape("border", "polygons_only", POLYGONS, 4, "no line")
shape("border", "one_place", features(("LineString", [[70, 32], [70, 32]])), 4, "no line")
shape("border", "one_place_of_two_lines", features(("LineString", [[70, 32], [70, 32]]), ("LineString", LINE)), 0)
shape("border", "antimeridian", features(("LineString", [[179, 30], [-179, 32]])), 0)
shape("border", "empty_part", features(("MultiLineString", [[], LINE])), 0)
shape("border", "at_the_pole", features(("LineString", [[0, 90], [90, 90], [71, 34]])), 0)
shape("border", "swapped", features(("LineString", [[y, x] for x, y in LINE])), 0)
shape("border", "other_neighbour", LINES.replace("AFG", "CHN"), 4, "neighbours asked for")
for use in ("area", "districts", "reference"):
    shape(use, "self_intersection", features(("Polygon", [BOW_TIE])), 0)
    shape(use, "empty_part", features(("MultiPolygon", [[], [SQUARE]])), 0)
    shape(use, "hole_outside", features(("Polygon", [SQUARE, [[x + 20, y] for x, y in HOLE]])), 0)
    shape(use, "hole_equal", features(("Polygon", [SQUARE, SQUARE])), 0)
    shape(use, "two_corners", features(("Polygon", [[[69, 33], [72, 33], [69, 33]]])), 4)
    shape(use, "no_area", features(("Polygon", [[[69, 33], [72, 33], [70, 33], [69, 33]]])), 0)
    shape(use, "antimeridian", features(("Polygon", [[[170, 30], [-170, 30], [-170, 36], [170, 36], [170, 30]]])), 0)
    shape(use, "ring_open", features(("Polygon", [SQUARE[:-1]])), 0)
