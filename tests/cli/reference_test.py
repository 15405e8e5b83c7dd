"""Numbers of the real file against an independent program: tests/reference/border_oracle.py, kept beside it."""

import json
import sys

from borderlens import ROOT, STUDY_ADM1, UCDP, Case, main, run

if not UCDP.exists():
    print("skipped: the real incident file is not here")
    sys.exit(77)

ORACLE = json.loads((ROOT / "tests" / "reference" / "border_afg_osm2026.json").read_text(encoding="utf-8"))


class RealFile(Case):
    def test_the_file_is_read_whole(self):
        info = json.loads(run("info", UCDP, "--json")[0])
        self.assertEqual((info["incidents"], info["rejected"]), (6416, 0))
        self.assertEqual((info["first_date"], info["last_date"]), ("1989-01-25", "2021-12-31"))
        self.assertIn("1 HXL tag row recognised (row 2)", info["notes"])

    def test_bands_agree_with_the_oracle_to_the_incident(self):
        table = json.loads(run("proximity", UCDP, "--neighbour", "AFG", "--where", STUDY_ADM1, "--json")[0])
        self.assertEqual(table["total"], ORACLE["chosen"])
        self.assertEqual([band["count"] for band in table["bands"]], ORACLE["bands"])
        self.assertEqual(table["bands"][0]["count"], ORACLE["within_5_km"])
        self.assertEqual(sum(band["count"] for band in table["bands"][:4]), ORACLE["within_50_km"])

    def test_every_distance_is_within_a_millimetre_of_the_oracle(self):
        out = self.folder / "out.geojson"
        run("proximity", UCDP, "--neighbour", "AFG", "-o", out)
        worst = max(abs(f["properties"]["border_distance_m"] - ORACLE["distance_m"][str(f["properties"]["id"])])
                    for f in self.features(out))
        self.assertLessEqual(worst, 0.0015)  # 1 mm, and half of the last digit written
        self.assertEqual(len(self.features(out)), ORACLE["incidents"])

    def test_within_is_the_same_as_the_bands(self):
        for km, count in ((5, ORACLE["within_5_km"]), (50, ORACLE["within_50_km"])):
            stdout, _ = run("filter", UCDP, "--neighbour", "AFG", "--where", STUDY_ADM1, "--within", f"{km}km",
                            "--json", "-o", self.folder / "out.csv")
            self.assertEqual(json.loads(stdout)["passed"], count)

    def test_the_density_over_the_grid_is_the_number_of_incidents(self):
        stdout, _ = run("density", UCDP, "--unit", "per-km2", "--where", STUDY_ADM1, "-o", self.folder / "d.tif", "--json")
        density = json.loads(stdout)
        self.assertEqual(density["incidents"], 5433)
        self.assertGreaterEqual(density["sum"], density["inside"] * (1 - 1e-4))
        self.assertLessEqual(density["sum"], density["incidents"] * (1 + 1e-4))


main()
