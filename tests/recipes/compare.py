"""Compares the geometry and attributes of rebuilt datasets with the shipped ones.

    compare.py SHIPPED REBUILT

Attributes must be equal. Another release of GEOS may number parts or compute crossings otherwise
in the last digits, so geometries may differ by TOLERANCE degrees (0.1 mm).
"""
import glob
import os
import sys

from osgeo import ogr
from shapely import wkb

TOLERANCE = 1e-9
ogr.UseExceptions()


def features(path):
    source = ogr.Open(path)
    layer = source.GetLayer(0)
    return [(wkb.loads(bytes(feature.GetGeometryRef().ExportToIsoWkb())), feature.items())
            for feature in layer]


def same_shape(first, second):
    if first.equals_exact(second, TOLERANCE):
        return True
    if first.area > 0:
        return first.symmetric_difference(second).area < TOLERANCE * first.length
    return first.hausdorff_distance(second) < TOLERANCE


def differences(shipped, rebuilt):
    """Sentences on what differs; none if nothing does."""
    if shipped.endswith(".csv"):
        with open(shipped, "rb") as first, open(rebuilt, "rb") as second:
            return [] if first.read() == second.read() else ["bytes differ"]
    old, new = features(shipped), features(rebuilt)
    if len(old) != len(new):
        return ["%d features, rebuilt %d" % (len(old), len(new))]
    found = []
    for row, ((old_shape, old_fields), (shape, fields)) in enumerate(zip(old, new)):
        if old_fields != fields:
            found.append("feature %d: attributes differ: %s / %s" % (row, old_fields, fields))
        if not same_shape(old_shape, shape):
            found.append("feature %d: geometry differs" % row)
    return found


def made_files(folder):
    """Relative names of the files that recipes make."""
    patterns = ("borders/*.shp", "*/*.fgb", "incidents_sample.csv")
    return sorted(os.path.relpath(path, folder) for pattern in patterns
                  for path in glob.glob(os.path.join(folder, pattern)))


def main(shipped, rebuilt):
    names = made_files(shipped)
    failed = names != made_files(rebuilt)
    if failed:
        print("other files: shipped %s, rebuilt %s" % (names, made_files(rebuilt)))
    for name in set(names) & set(made_files(rebuilt)):
        for sentence in differences(os.path.join(shipped, name), os.path.join(rebuilt, name)):
            print("%s: %s" % (name, sentence))
            failed = True
    print("compared %d datasets: %s" % (len(names), "they differ" if failed else "the same"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
