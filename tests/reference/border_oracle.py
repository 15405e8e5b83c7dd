"""Distance of every incident to a border line, by brute force with another library than borderlens uses.

    border_oracle.py INCIDENTS.csv LINE.geojson|LINE.shp OUT.json

Chords in space to every edge (NumPy), then the geodesic minimum along each edge that could be the nearest, by golden
section on GeographicLib's geodesics (Python's geographiclib, not PROJ). Only the first rows' quirks of the UCDP file
are known to it: csv of the standard library, the HXL row skipped. Writes the distance by row and the versions.
"""

import csv
import json
import math
import sys

import geographiclib
import numpy as np
from geographiclib.geodesic import Geodesic
from osgeo import ogr

WGS84 = Geodesic.WGS84
ADM1 = {"Khyber Pakhtunkwa province", "Federally Administered Tribal Areas", "Balochistan province"}


def read_incidents(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not row["latitude"].startswith("#")]
    return [(float(r["longitude"]), float(r["latitude"]), r["adm_1"] in ADM1, r["id"]) for r in rows]


def read_line(path):
    dataset = ogr.Open(path)  # keeps its layer alive
    layer = dataset.GetLayer(0)
    edges = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        parts = [geometry] if geometry.GetGeometryCount() == 0 else [geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
        for part in parts:
            points = [p[:2] for p in part.GetPoints()]
            edges += [(a, b) for a, b in zip(points, points[1:]) if a != b]
    return edges


def ecef(lonlat):
    lon, lat = np.radians(np.asarray(lonlat, dtype=float)).T
    e2 = WGS84.f * (2 - WGS84.f)
    n = WGS84.a / np.sqrt(1 - e2 * np.sin(lat) ** 2)
    return np.stack([n * np.cos(lat) * np.cos(lon), n * np.cos(lat) * np.sin(lon), n * (1 - e2) * np.sin(lat)], axis=1)


def along_edge(place, edge):
    """The least geodesic distance from the place to the geodesic edge."""
    (lon1, lat1), (lon2, lat2) = edge
    line = WGS84.InverseLine(lat1, lon1, lat2, lon2)

    def distance(s):
        at = line.Position(s)
        return WGS84.Inverse(place[1], place[0], at["lat2"], at["lon2"], Geodesic.DISTANCE)["s12"]

    low, high = 0.0, line.s13
    golden = (math.sqrt(5) - 1) / 2
    a, b = high - golden * (high - low), low + golden * (high - low)
    fa, fb = distance(a), distance(b)
    while high - low > 1e-3:  # flat at the minimum: 1 mm along the line is far below 1 mm in distance
        if fa < fb:
            high, b, fb = b, a, fa
            a = high - golden * (high - low)
            fa = distance(a)
        else:
            low, a, fa = a, b, fb
            b = low + golden * (high - low)
            fb = distance(b)
    return min(fa, fb, distance(0.0), distance(line.s13))


def nearest(place, edges, start, step):
    p = ecef([place])[0]
    t = np.clip(((p - start) * step).sum(axis=1) / (step * step).sum(axis=1), 0, 1)
    chord = np.linalg.norm(p - start - step * t[:, None], axis=1)
    length = np.linalg.norm(step, axis=1)
    bulge = length**2 / (8 * 6.33e6) + 1e-3  # how far a geodesic edge can lie from its chord
    best = math.inf
    for i in np.argsort(chord - bulge):
        if chord[i] - bulge[i] > best:  # a chord is never longer than the geodesic
            break
        best = min(best, along_edge(place, edges[i]))
    return best


def main():
    incidents = read_incidents(sys.argv[1])
    edges = read_line(sys.argv[2])
    start = ecef([a for a, _ in edges])
    step = ecef([b for _, b in edges]) - start
    known = {}
    for lon, lat, _, _ in incidents:
        if (lon, lat) not in known:
            known[lon, lat] = nearest((lon, lat), edges, start, step)
    distances = [known[lon, lat] for lon, lat, _, _ in incidents]
    chosen = [d for d, incident in zip(distances, incidents) if incident[2]]
    result = {
        "made_by": "border_oracle.py",
        "geographiclib": geographiclib.__version__,
        "incidents": len(incidents),
        "edges": len(edges),
        "chosen": len(chosen),
        "within_5_km": sum(d <= 5000 for d in chosen),
        "within_50_km": sum(d <= 50000 for d in chosen),
        "bands": [sum(a <= d < b for d in chosen) for a, b in
                  zip([0, 5e3, 1e4, 2e4, 5e4, 1e5], [5e3, 1e4, 2e4, 5e4, 1e5, math.inf])],
        "distance_m": {incident[3]: round(d, 4) for d, incident in zip(distances, incidents)},
    }
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(result, file)
    print({k: v for k, v in result.items() if k != "distance_m"})


main()
