"""tests/golden/<case>/: a study and its expected output, found by folder. Add a folder to add a case; --accept writes
the expected files anew, after which they are to be read."""

import json
import math
import shutil
import sys

from borderlens import ROOT, Case, main, run

CASES = sorted(path.parent for path in (ROOT / "tests" / "golden").glob("*/case.study.json"))


def difference(wanted, got, place="", relative=1e-7):
    """Where two JSON values differ, or None. Numbers may differ in the last digits that another compiler rounds."""
    if isinstance(wanted, float) or isinstance(got, float):
        same = isinstance(got, (int, float)) and isinstance(wanted, (int, float)) and \
            math.isclose(wanted, got, rel_tol=relative, abs_tol=1e-9)
        return None if same else f"{place}: {wanted} became {got}"
    if type(wanted) is not type(got):
        return f"{place}: {wanted!r} became {got!r}"
    if isinstance(wanted, dict):
        if list(wanted) != list(got):
            return f"{place}: keys {list(wanted)} became {list(got)}"
        pairs = [(f"{place}.{key}", wanted[key], got[key]) for key in wanted]
    elif isinstance(wanted, list):
        if len(wanted) != len(got):
            return f"{place}: {len(wanted)} entries became {len(got)}"
        pairs = [(f"{place}[{i}]", a, b) for i, (a, b) in enumerate(zip(wanted, got))]
    else:
        return None if wanted == got else f"{place}: {wanted!r} became {got!r}"
    return next((found for p, a, b in pairs if (found := difference(a, b, p, relative))), None)


class Golden(Case):
    def run_case(self, case, accept=False):
        work = self.folder / case.name
        shutil.copytree(case, work)
        run("run", work / "case.study.json")
        for written in sorted((work / "case-output").iterdir()):
            expected = case / "expected" / written.name
            if written.suffix not in (".json", ".geojson"):
                continue  # pictures and grids have tests of their own
            if accept:
                expected.parent.mkdir(exist_ok=True)
                shutil.copy(written, expected)
                continue
            self.assertTrue(expected.exists(), f"{expected} is missing: run golden_test.py --accept")
            found = difference(json.loads(expected.read_text("utf-8")), json.loads(written.read_text("utf-8")),
                               f"{case.name}/{written.name}")
            self.assertIsNone(found, found)


for case in CASES:
    setattr(Golden, f"test_{case.name}", lambda self, case=case: self.run_case(case, ACCEPT))

ACCEPT = "--accept" in sys.argv
if ACCEPT:
    sys.argv.remove("--accept")
assert CASES, "no golden cases found"
main()
