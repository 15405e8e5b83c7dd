#!/usr/bin/python3
"""Writes the corpus of bad inputs into a folder:  make_bad.py FOLDER [part of a name]

Python's standard library and GDAL's Python module only; every file is made here, none is copied. What each case must
end with stands beside it in *_cases.py; tests/cli/bad_input_test.py runs them."""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import csv_cases  # noqa: E402,F401
import gdal_cases  # noqa: E402,F401
import json_cases  # noqa: E402,F401
import shape_cases  # noqa: E402,F401
from bad_case import CASES, USES  # noqa: E402,F401


def make(folder, only=""):
    """Writes the cases whose names contain `only`; returns them."""
    wanted = [case for case in CASES if only in case.name]
    for case in wanted:
        path = pathlib.Path(folder) / case.name
        path.parent.mkdir(parents=True, exist_ok=True)
        case.make(path)
    return wanted


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    print(len(make(*sys.argv[1:])), "cases in", sys.argv[1])
