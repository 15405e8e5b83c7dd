"""What the tests of the command line share: running the program, small inputs, the real file when it is there."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["BORDERLENS"]
ROOT = pathlib.Path(os.environ["BORDERLENS_ROOT"])
SAMPLE = ROOT / "datasets" / "incidents_sample.csv"
UCDP = ROOT.parent / "shared" / "data" / "incidents" / "ucdp_ged_pakistan.csv"
STUDY_ADM1 = ("adm_1 in ('Khyber Pakhtunkwa province', 'Federally Administered Tribal Areas', "
              "'Balochistan province')")

SMALL = """id,date,longitude,latitude,deaths,kind,note
1,2021-01-10,71.5249,34.0151,3,Battles,"Peshawar, plain"
2,2021-02-11,66.9750,30.1798,0,Protests,"a ""quoted"" note"
3,2021-03-12,62.3254,25.1264,12,Battles,
4,2021-04-13,,,1,Riots,no place
5,2021-05-14,69.2075,34.5553,2,Battles,Kabul
"""


def run(*arguments, code=0, stdin=None):
    """Runs borderlens and checks its exit code; returns (stdout, stderr)."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8",
                          input=stdin, timeout=300)
    assert done.returncode == code, f"exit code {done.returncode}, not {code}: {arguments}\n{done.stderr}"
    return done.stdout, done.stderr


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="borderlens-cli-")
        self.folder = pathlib.Path(self._folder.name)
        self.small = self.write("small.csv", SMALL)

    def tearDown(self):
        self._folder.cleanup()

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def features(self, path):
        return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["features"]


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
