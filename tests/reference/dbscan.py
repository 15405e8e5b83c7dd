"""Clusters of the UCDP file by scikit-learn alone: plain DBSCAN, and ST-DBSCAN as DBSCAN on a precomputed distance
max(d / eps, dt / eps_time) <= 1. PROJ's cs2cs makes the plane. Writes dbscan.json.

    python3 dbscan.py INCIDENTS.csv > dbscan.json
"""

import csv
import datetime
import json
import subprocess
import sys

import numpy
import scipy
import sklearn
from sklearn.cluster import DBSCAN
from sklearn.metrics import pairwise_distances

CRS = "+proj=laea +lat_0=30.9 +lon_0=67.5 +datum=WGS84 +units=m +no_defs +type=crs"
# eps in metres, eps_time in days (None: any), min_points
CASES = [(10000, 14, 5), (10000, None, 5), (25000, 30, 10), (2000, None, 10), (50000, 3, 4)]


def read(path):
    """Id, day, longitude and latitude in the order of date, then id."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["id"] and row["where_prec"] != "7"]
    epoch = datetime.date(1970, 1, 1)
    incidents = [(int(row["id"]), (datetime.date.fromisoformat(row["date_start"][:10]) - epoch).days,
                  row["longitude"], row["latitude"]) for row in rows]
    return sorted(incidents, key=lambda incident: (incident[1], incident[0]))


def project(incidents):
    lines = "".join(f"{lon} {lat}\n" for _, _, lon, lat in incidents)
    out = subprocess.run(["cs2cs", "-f", "%.6f", "+proj=longlat +datum=WGS84 +type=crs", "+to", *CRS.split()],
                         input=lines, capture_output=True, text=True, check=True).stdout
    return numpy.array([[float(value) for value in line.split()[:2]] for line in out.splitlines()])


def labels_of(places, days, eps, eps_time, min_points):
    if eps_time is None:
        return DBSCAN(eps=eps, min_samples=min_points).fit(places)
    nearness = numpy.maximum(pairwise_distances(places) / eps,
                             pairwise_distances(days.reshape(-1, 1), metric="manhattan") / eps_time)
    return DBSCAN(eps=1, min_samples=min_points, metric="precomputed").fit(nearness)


def main():
    incidents = read(sys.argv[1])
    places = project(incidents)
    days = numpy.array([day for _, day, _, _ in incidents], dtype=float)
    cases = []
    for eps, eps_time, min_points in CASES:
        found = labels_of(places, days, eps, eps_time, min_points)
        cases.append({"eps_m": eps, "eps_time_days": eps_time, "min_points": min_points,
                      "clusters": int(found.labels_.max() + 1), "noise": int((found.labels_ == -1).sum()),
                      "cores": len(found.core_sample_indices_), "label": found.labels_.tolist()})
    json.dump({"made_by": f"scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}, SciPy {scipy.__version__}, "
                          f"Python {sys.version.split()[0]}; cs2cs of PROJ",
               "crs": CRS, "id": [incident[0] for incident in incidents], "cases": cases},
              sys.stdout, separators=(",", ":"))
    print()


main()
