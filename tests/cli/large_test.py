"""Ten million incidents, in parts: everything is there, and memory is bounded (1.2 GB of text in less than 1 GB)."""

import os
import pathlib
import subprocess
import time

from borderlens import PROGRAM, Case, main

ROWS = int(os.environ.get("BORDERLENS_ROWS", "10000000"))
MOST_MB = 1000


def anonymous_mb(pid):
    try:
        for line in pathlib.Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1000
    except OSError:
        pass
    return 0


class Large(Case):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "large.csv"
        subprocess.run([os.environ["MAKE_INCIDENTS"], str(ROWS), self.data], check=True)

    def run_bounded(self, *words):
        process = subprocess.Popen([PROGRAM, *map(str, words), "--memory", "1GB"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        most = 0
        while process.poll() is None:
            most = max(most, anonymous_mb(process.pid))
            time.sleep(0.01)
        said = process.stderr.read()
        self.assertEqual(process.returncode, 0, said)
        self.assertIn("parts" if ROWS >= 10_000_000 else "", said)
        self.assertGreater(most, 0)
        self.assertLess(most, MOST_MB)
        print(f"{words[0]}: {most:.0f} MB at most")
        return said

    def test_every_incident_is_there_in_bounded_memory(self):
        out = self.folder / "out.csv"
        for words in (("filter", self.data), ("proximity", self.data, "--neighbour", "AFG")):
            self.run_bounded(*words, "-o", out)
            with open(out, "rb") as file:
                lines = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 24), b""))
            self.assertEqual(lines, ROWS + 1)
            out.unlink()
        said = self.run_bounded("density", self.data, "-o", self.folder / "out.tif")
        self.assertIn(f"{ROWS:,} incidents over", said)


main()
