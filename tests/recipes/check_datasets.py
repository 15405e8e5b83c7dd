"""Quick checks of the shipped datasets: counts, lengths, shared vertices, size, checksums.

    /usr/bin/python3 check_datasets.py      exits 77 without python3-gdal or python3-shapely
"""
import glob
import hashlib
import math
import os
import re
import sys

try:
    from osgeo import ogr
    from shapely import wkb
except ImportError:
    print("skipped: python3-gdal or python3-shapely is not installed")
    sys.exit(77)

ogr.UseExceptions()
DATASETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "datasets")
MAX_BYTES = 8_000_000

# vertices, kilometres, accuracy in metres
BORDERS = {
    ("afg", "osm2026"): (34639, 2790.2, 100), ("irn", "osm2026"): (16887, 1020.4, 100),
    ("afg", "ne10m"): (585, 2244.7, 3300), ("irn", "ne10m"): (223, 816.6, 3300),
    ("afg", "ne110m"): (29, 2022.8, 14500), ("irn", "ne110m"): (9, 747.4, 14500),
}
failures = []


def check(holds, sentence):
    if not holds:
        failures.append(sentence)


def features(name):
    source = ogr.Open(os.path.join(DATASETS, name))
    return [(wkb.loads(bytes(feature.GetGeometryRef().ExportToIsoWkb())), feature.items())
            for feature in source.GetLayer(0)]


def vertices(shape):
    return {point for part in shape.geoms for ring in [part.exterior, *part.interiors]
            for point in ring.coords}


def geodesic_m(start, end):
    """Vincenty 1975, inverse problem on WGS 84; well below 1 mm at these lengths."""
    a, f = 6378137.0, 1 / 298.257223563
    b, lon = a * (1 - f), math.radians(end[0] - start[0])
    u1, u2 = (math.atan((1 - f) * math.tan(math.radians(p[1]))) for p in (start, end))
    lam = lon
    for _ in range(50):
        sin_s = math.hypot(math.cos(u2) * math.sin(lam), math.cos(u1) * math.sin(u2)
                           - math.sin(u1) * math.cos(u2) * math.cos(lam))
        if sin_s == 0:
            return 0.0
        cos_s = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(lam)
        s = math.atan2(sin_s, cos_s)
        sin_a = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_s
        cos2_a = 1 - sin_a ** 2
        cos_m = cos_s - 2 * math.sin(u1) * math.sin(u2) / cos2_a if cos2_a else 0.0
        c = f / 16 * cos2_a * (4 + f * (4 - 3 * cos2_a))
        last, lam = lam, lon + (1 - c) * f * sin_a * (
            s + c * sin_s * (cos_m + c * cos_s * (2 * cos_m ** 2 - 1)))
        if abs(lam - last) < 1e-13:
            break
    k = cos2_a * (a ** 2 - b ** 2) / b ** 2
    big_a = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)))
    big_b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)))
    delta = big_b * sin_s * (cos_m + big_b / 4 * (cos_s * (2 * cos_m ** 2 - 1) - big_b / 6 * cos_m
                             * (4 * sin_s ** 2 - 3) * (4 * cos_m ** 2 - 3)))
    return b * big_a * (s - delta)


def check_borders():
    lines = {}
    for (neighbour, name), (count, length_km, accuracy_m) in BORDERS.items():
        rows = features("borders/pak_%s_%s.shp" % (neighbour, name))
        line, fields = rows[0]
        points = list(line.coords)
        measured = sum(map(geodesic_m, points, points[1:])) / 1000
        title = "%s %s" % (neighbour, name)
        check(len(rows) == 1 and line.geom_type == "LineString", title + ": not one line")
        check(len(points) == count, "%s: %d vertices" % (title, len(points)))
        check(abs(measured - length_km) < 0.06, "%s: %.3f km" % (title, measured))
        check(fields["accuracy_m"] == accuracy_m, title + ": accuracy")
        check(fields["neighbour"] == neighbour.upper(), title + ": neighbour")
        lines[neighbour, name] = points
    return lines


def check_polygons(lines):
    """Pakistan follows the lines of each set, and the areas follow the fine ones."""
    for name in ("osm2026", "ne10m", "ne110m"):
        territory = features("borders/territory_%s.fgb" % name)[0][0]
        check(territory.is_valid, name + ": territory not valid")
        for neighbour in ("afg", "irn"):
            # The last vertex towards Iran lies in the bay, half a kilometre off the coast.
            in_sea = 1 if (neighbour, name) == ("irn", "osm2026") else 0
            missing = set(lines[neighbour, name]) - vertices(territory)
            check(len(missing) == in_sea, "%s %s: %d vertices off the territory"
                  % (neighbour, name, len(missing)))
    areas = {fields["id"]: shape for shape, fields in features("areas/areas.fgb")}
    check(all(shape.is_valid for shape in areas.values()), "areas: not valid")
    both = areas["kp_without_fata"].union(areas["fata"])
    check(both.symmetric_difference(areas["khyber_pakhtunkhwa"]).area == 0, "areas: slivers")
    parts = [vertices(areas[name]) for name in ("kp_without_fata", "fata", "balochistan")]
    held = [sum(point in part for part in parts) for point in lines["afg", "osm2026"]]
    check((held.count(0), held.count(2)) == (1610, 1), "areas: vertices towards Afghanistan")
    pakistan = next(shape for shape, fields in features("basemap/countries.fgb")
                    if fields["iso_a3"] == "PAK")
    check(pakistan.equals_exact(features("borders/territory_osm2026.fgb")[0][0], 0),
          "Pakistan of the basemap is not the fine territory")


def check_basemap():
    for name in ("countries", "provinces"):
        check(all(shape.is_valid for shape, _ in features("basemap/%s.fgb" % name)),
              name + ": not valid")
    check(all("disputed" in fields["name"] for _, fields in features("basemap/disputed.fgb")),
          "a disputed line is not named so")
    check(all(1 <= fields["rank"] <= 8 for _, fields in features("basemap/places.fgb")), "ranks")


def check_files():
    files = [path for path in glob.glob(os.path.join(DATASETS, "**"), recursive=True)
             if os.path.isfile(path)]
    check(sum(map(os.path.getsize, files)) < MAX_BYTES, "larger than 8 MB")
    with open(os.path.join(DATASETS, "README.md"), encoding="utf-8") as file:
        table = re.findall(r"^\| `(\S+)` \|.*\| `([0-9a-f]{64})` \|$", file.read(), re.M)
    check(len(table) == 18, "README names %d files" % len(table))
    for name, checksum in table:
        with open(os.path.join(DATASETS, name), "rb") as file:
            check(hashlib.sha256(file.read()).hexdigest() == checksum, name + ": other checksum")


check_polygons(check_borders())
check_basemap()
check_files()
print("\n".join(failures) or "datasets: all checks hold")
sys.exit(1 if failures else 0)
