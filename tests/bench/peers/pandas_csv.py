"""pandas: a CSV into a typed table. pandas_csv.py FILE"""

import sys
import time

import pandas

start = time.perf_counter()
pandas.read_csv(sys.argv[1], parse_dates=["event_date"], engine="c")
print("seconds", time.perf_counter() - start)
