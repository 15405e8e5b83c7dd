"""Gi* of cells by steps of time, and Mann and Kendall's test, by NumPy and SciPy alone: weights as a full matrix over cells
and steps, S from SciPy's Kendall tau-b (tau x sqrt of the pairs that are no ties) and from a plain count, the variance from
the ties. The field is drawn with a fixed seed. Writes emerging.json.

    python3 emerging.py > emerging.json
"""

import json
import math
import sys

import numpy
import scipy
from scipy import stats

COLUMNS, ROWS, STEPS, CELL, RADIUS = 9, 7, 6, 10000.0, 20000.0


def field():
    random = numpy.random.default_rng(20261123)
    rate = numpy.full((STEPS, ROWS, COLUMNS), 0.6)
    for step in range(STEPS):
        rate[step, 2:4, 3:5] += 1.5 * step
    return random.poisson(rate).reshape(-1)


def gi_star(counts):
    n_cells = COLUMNS * ROWS
    index = numpy.arange(len(counts))
    step, cell = index // n_cells, index % n_cells
    x, y = cell % COLUMNS * CELL, cell // COLUMNS * CELL
    near = numpy.hypot(x[:, None] - x[None, :], y[:, None] - y[None, :]) <= RADIUS * (1 + 1e-9)
    in_time = (step[None, :] == step[:, None]) | (step[None, :] == step[:, None] - 1)
    w = (near & in_time).astype(float)
    n, mean = len(counts), counts.mean()
    deviation = math.sqrt((counts.astype(float) ** 2).mean() - mean ** 2)
    sums, ones = w @ counts, w.sum(axis=1)
    return (sums - mean * ones) / (deviation * numpy.sqrt((n * (w ** 2).sum(axis=1) - ones ** 2) / (n - 1)))


def mann_kendall(values):
    n = len(values)
    s = sum(int(numpy.sign(values[j] - values[k])) for j in range(n) for k in range(j))
    ties = numpy.unique(values, return_counts=True)[1]
    variance = (n * (n - 1) * (2 * n + 5) - sum(int(t) * (int(t) - 1) * (2 * int(t) + 5) for t in ties)) / 18
    pairs = n * (n - 1) / 2
    tied = sum(int(t) * (int(t) - 1) / 2 for t in ties)
    tau = stats.kendalltau(range(n), values).statistic if hasattr(stats.kendalltau(range(n), values), "statistic") \
        else stats.kendalltau(range(n), values).correlation
    assert abs(tau * math.sqrt(pairs * (pairs - tied)) - s) < 1e-6
    z = 0 if s == 0 else math.copysign(abs(s) - 1, s) / math.sqrt(variance)
    return {"values": [float(v) for v in values], "s": s, "variance": variance, "p": float(2 * stats.norm.sf(abs(z)))}


def main():
    counts = field()
    z = gi_star(counts)
    by_cell = z.reshape(STEPS, -1)
    random = numpy.random.default_rng(7)
    series = [mann_kendall(by_cell[:, cell]) for cell in (0, 20, 21, 30, 31, 62)]
    series += [mann_kendall(random.integers(0, 5, size=n)) for n in (4, 12, 33, 60)]
    json.dump({"made_by": f"NumPy {numpy.__version__}, SciPy {scipy.__version__}, Python {sys.version.split()[0]}",
               "series": series,
               "field": {"columns": COLUMNS, "rows": ROWS, "steps": STEPS, "cell_m": CELL, "radius_m": RADIUS,
                         "counts": counts.tolist(), "z": z.tolist()}}, sys.stdout)
    print()


if __name__ == "__main__":
    main()
