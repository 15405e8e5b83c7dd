"""GeoJSON against npm's @mapbox/geojsonhint 3.2.0: any message fails (its command exits 0 on a ring that turns the
wrong way). Skipped when npm or the package cannot be had."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from borderlens import SAMPLE, Case, main, run

NPM = shutil.which("npm")
TOOLS = pathlib.Path(tempfile.gettempdir()) / "borderlens-geojsonhint-3.2.0"
HINT = TOOLS / "node_modules" / ".bin" / "geojsonhint"


def installed():
    if HINT.exists():
        return True
    if NPM is None:
        return False
    TOOLS.mkdir(exist_ok=True)
    done = subprocess.run([NPM, "install", "--no-save", "--no-audit", "--no-fund", "@mapbox/geojsonhint@3.2.0"], cwd=TOOLS,
                          capture_output=True, text=True, timeout=240)
    return done.returncode == 0 and HINT.exists()


try:
    ready = installed()
except (OSError, subprocess.TimeoutExpired):
    ready = False
if not ready:
    print("skipped: @mapbox/geojsonhint 3.2.0 cannot be had")
    sys.exit(77)


class Hint(Case):
    def check(self, path):
        done = subprocess.run([str(HINT), str(path)], capture_output=True, text=True, timeout=240)
        self.assertEqual((done.stdout + done.stderr).strip(), "", path.name)

    def test_incidents(self):
        out = self.folder / "incidents.geojson"
        run("proximity", self.small, "-o", out)
        self.check(out)

    def test_the_sample(self):
        out = self.folder / "sample.geojson"
        run("proximity", SAMPLE, "-o", out)
        self.check(out)

    def test_density_contours(self):
        for kernel in ("quartic", "gaussian"):
            out = self.folder / f"{kernel}.geojson"
            run("density", SAMPLE, "--kernel", kernel, "--bandwidth", "20km", "-o", out)
            self.check(out)

    def test_nothing(self):
        out = self.folder / "nothing.geojson"
        run("filter", self.small, "--from", "2030", "-o", out)
        self.check(out)


main()
