"""Lengths of the bundled border lines and how far some of their vertices are from the south-western end, by
GeographicLib (Python's geographiclib, not PROJ): plain sums of the geodesics between neighbouring vertices.

    python3 border_chain.py ../../datasets/borders > border_chain.json
"""

import json
import os
import sys

import geographiclib
from geographiclib.geodesic import Geodesic
from osgeo import gdal, ogr

WGS84 = Geodesic.WGS84


def vertices_of(path):
    dataset = ogr.Open(path)  # keeps its layer alive
    features = list(dataset.GetLayer(0))
    assert len(features) == 1 and features[0].GetGeometryRef().GetGeometryCount() == 0, "one part is expected"
    points = [point[:2] for point in features[0].GetGeometryRef().GetPoints()]
    return points if sum(points[0]) < sum(points[-1]) else points[::-1]


def measured(folder, name, neighbour, border):
    points = vertices_of(os.path.join(folder, name))
    along = [0.0]
    for (lon1, lat1), (lon2, lat2) in zip(points, points[1:]):
        along.append(along[-1] + WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE)["s12"])
    some = [len(points) * tenth // 10 for tenth in range(1, 10)]
    return {"set": border, "neighbour": neighbour, "file": name, "vertices": len(points),
            "length_m": round(along[-1], 4),
            "some": [{"lon": points[i][0], "lat": points[i][1], "along_m": round(along[i], 4)} for i in some]}


def main():
    lines = [measured(sys.argv[1], f"pak_{neighbour.lower()}_{file}.shp", neighbour, border)
             for border, file in (("osm", "osm2026"), ("ne10m", "ne10m"), ("ne110m", "ne110m"))
             for neighbour in ("AFG", "IRN")]
    json.dump({"made_by": f"geographiclib {geographiclib.__version__}, GDAL {gdal.__version__}, "
                          f"Python {sys.version.split()[0]}", "lines": lines}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
