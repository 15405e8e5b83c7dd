"""scikit-learn: DBSCAN of places in a plane, 2 km, 10 points. sklearn_dbscan.py FILE"""

import math
import sys
import time

import pandas
from sklearn.cluster import DBSCAN

places = pandas.read_csv(sys.argv[1], usecols=["longitude", "latitude"])
km = 111.32
plane = [[lon * km * math.cos(math.radians(31)), lat * km] for lon, lat in zip(places.longitude, places.latitude)]
start = time.perf_counter()
DBSCAN(eps=2, min_samples=10, n_jobs=2).fit(plane)
print("seconds", time.perf_counter() - start)
