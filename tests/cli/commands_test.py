"""Commands, options, exit codes and sentences."""

import csv
import json
import os
import threading
import time

from borderlens import ROOT, SAMPLE, Case, main, run


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


class Commands(Case):
    def test_info_json_has_the_names_scripts_rely_on(self):
        info = json.loads(run("info", self.small, "--json")[0])
        self.assertEqual(info["incidents"], 5)
        self.assertEqual(info["unlocated"], 1)
        self.assertEqual((info["rejected"], info["suspicious"]), (0, 0))
        self.assertEqual((info["first_date"], info["last_date"]), ("2021-01-10", "2021-05-14"))
        self.assertEqual(info["roles"]["lon"], "longitude")
        self.assertEqual(info["extent"], [62.3254, 25.1264, 71.5249, 34.5553])
        self.assertEqual(info["schema"], "generic")

    def test_proximity_json_has_bands_that_add_up(self):
        table = json.loads(run("proximity", self.small, "--json")[0])
        self.assertEqual(sum(band["count"] for band in table["bands"]), table["total"])
        self.assertEqual((table["total"], table["unlocated"]), (4, 1))
        self.assertEqual(table["bands"][0]["from_m"], 0)
        self.assertIsNone(table["bands"][-1]["to_m"])
        self.assertEqual(table["neighbours"], ["AFG", "IRN"])
        self.assertEqual(table["border"], "osm")

    def test_peshawar_is_as_far_as_brute_force_with_geographiclib_says(self):
        out = self.folder / "out.geojson"
        for border, metres in (("ne10m", 41891.711), ("osm", 40021.680)):  # tests/reference/border_oracle.py
            run("proximity", self.small, "--neighbour", "AFG", "--border", border, "-o", out)
            peshawar = self.features(out)[0]["properties"]
            self.assertAlmostEqual(peshawar["border_distance_m"], metres, delta=0.0015)
        self.assertEqual(peshawar["border_side"], "inside")
        self.assertEqual(peshawar["area"], "khyber_pakhtunkhwa")
        self.assertNotIn("border_distance_afg_m", peshawar)  # one neighbour: the one column says it

    def test_each_neighbour_has_its_column_when_both_are_chosen(self):
        out = self.folder / "out.geojson"
        run("proximity", self.small, "-o", out)
        quetta, kabul = self.features(out)[1]["properties"], self.features(out)[4]["properties"]
        self.assertEqual(quetta["border_distance_m"],
                         min(quetta["border_distance_afg_m"], quetta["border_distance_irn_m"]))
        self.assertEqual(kabul["border_side"], "outside")
        self.assertIsNone(kabul["area"])
        self.assertTrue(0 <= quetta["border_azimuth_deg"] < 360)

    def test_time_limits_include_both_days(self):
        out = self.folder / "out.geojson"
        run("filter", self.small, "--from", "2021-02-11", "--to", "2021-03-12", "-o", out)
        self.assertEqual([f["properties"]["id"] for f in self.features(out)], [2, 3])
        run("filter", self.small, "--from", "2021-03", "-o", out)
        self.assertEqual(len(self.features(out)), 3)
        run("filter", self.small, "--to", "2020", "-o", out)
        self.assertEqual(self.features(out), [])

    def test_filters_meet(self):
        out = self.folder / "out.geojson"
        run("filter", self.small, "--where", "kind = 'Battles' and deaths >= 3", "-o", out)
        self.assertEqual([f["properties"]["id"] for f in self.features(out)], [1, 3])
        run("filter", self.small, "--area", "balochistan", "-o", out)
        self.assertEqual([f["properties"]["id"] for f in self.features(out)], [2, 3])
        run("filter", self.small, "--bbox", "66,30,67,31", "-o", out)
        self.assertEqual([f["properties"]["id"] for f in self.features(out)], [2])
        run("filter", self.small, "--polygon", "66 30, 67 30, 67 31, 66 31", "-o", out)
        self.assertEqual([f["properties"]["id"] for f in self.features(out)], [2])
        run("filter", self.small, "--within", "50km", "--neighbour", "AFG", "-o", out)
        self.assertEqual([f["properties"]["id"] for f in self.features(out)], [1])

    def test_density_sums_to_the_incidents(self):
        stdout, _ = run("density", self.small, "-o", self.folder / "d.tif", "--unit", "per-km2", "--json")
        density = json.loads(stdout)
        self.assertEqual(density["incidents"], 4)
        self.assertEqual(density["left_out"], 1)
        self.assertEqual(density["inside"], 4)
        self.assertAlmostEqual(density["sum"], 4, delta=4e-4)

    def test_distances_are_intervals_that_the_precision_of_places_sets(self):
        out = self.folder / "d.geojson"
        bands = json.loads(run("proximity", SAMPLE, "-o", out, "--json")[0])
        first = bands["bands"][0]
        self.assertLessEqual(first["certainly"], first["expected"])
        self.assertLessEqual(first["expected"], first["possibly"])
        self.assertGreater(first["possibly"], first["count"])
        self.assertAlmostEqual(sum(band["expected"] for band in bands["bands"]), bands["total"], delta=0.1)
        feature = next(f for f in self.features(out) if f["properties"]["border_distance_m"] is not None)
        row = feature["properties"]
        self.assertLessEqual(row["border_distance_min_m"], row["border_distance_m"])
        self.assertGreaterEqual(row["border_distance_max_m"], row["border_distance_m"])
        self.assertTrue(0 <= row["border_p_within_5km"] <= row["border_p_within_100km"] <= 1)
        exact = json.loads(run("proximity", SAMPLE, "--json", "--place-code", "1=100m", "--place-code", "2=100m",
                               "--place-code", "3=not-usable")[0])
        self.assertGreater(exact["bands"][0]["certainly"], first["certainly"])
        self.assertGreater(exact["place_not_usable"], 0)
        self.assertNotIn("certainly", json.loads(run("proximity", SAMPLE, "--json", "--no-intervals")[0])["bands"][0])
        districts = json.loads(run("proximity", SAMPLE, "--json", "--districts", ROOT / "tests/data/districts.geojson")[0])
        self.assertNotEqual(districts["bands"][0]["expected"], first["expected"])
        run("filter", SAMPLE, "-o", out, "--districts", ROOT / "tests/data/districts.geojson")
        provenance = json.loads(out.read_text("utf-8"))["borderlens"]
        self.assertEqual(provenance["own_layers"][0]["layer"], "Districts, source: districts.geojson as given by the user")
        self.assertEqual(provenance["districts"]["areas"], 2)

    def test_shares_in_the_bands_are_compared_with_chance(self):
        def against(*options):
            return json.loads(run("proximity", SAMPLE, "--no-intervals", "--json", "--null", "uniform", *options)[0])["null"]

        null = against("--runs", "199")
        self.assertEqual(null["incidents"] + null["left_out"], 5808)
        self.assertAlmostEqual(sum(band["expected_share"] for band in null["bands"]), 1, delta=1e-5)
        self.assertAlmostEqual(sum(band["share"] for band in null["bands"]), 1, delta=1e-5)
        self.assertEqual(null["bands"], against("--runs", "199", "--threads", "1")["bands"])
        self.assertNotEqual(null["bands"], against("--runs", "199", "--seed", "2")["bands"])

    def test_density_knows_vague_places_deaths_and_the_edge(self):
        def density(*options):
            return json.loads(run("density", SAMPLE, "-o", self.folder / "d.tif", "--unit", "per-km2", "--json", *options)[0])

        pin, spread = density(), density("--precision", "spread")
        self.assertEqual(pin["share_spread"], 0)
        self.assertGreater(pin["share_vaguer"], 0.1)
        self.assertGreaterEqual(spread["share_spread"], pin["share_vaguer"])
        self.assertEqual(spread["mass"], pin["mass"])
        sharp = density("--precision", "exclude", "--vaguer-than", "5km")
        self.assertEqual(sharp["incidents"] + sharp["left_out_as_vague"], pin["incidents"])
        self.assertEqual(sharp["vaguer_than_m"], 5000)
        inside = density("--edge", "jones-diggle")
        self.assertAlmostEqual(inside["sum"] / inside["incidents"], 1, delta=1e-3)
        self.assertEqual(inside["incidents"] + inside["left_out_outside_area"], pin["incidents"])
        self.assertGreater(density("--edge", "uniform")["peak"], 0)
        deaths = density("--weight", "deaths")
        self.assertEqual(deaths["unit"], "deaths per km²")
        self.assertGreater(deaths["mass"], deaths["incidents"])
        narrowest, widest = density("--adaptive")["adaptive_m"]
        self.assertLess(narrowest, 25000)
        self.assertGreater(widest, 25000)
        self.assertGreater(pin["cronie_van_lieshout_sigma_m"], 0)

    def test_hot_spots_are_cells_with_their_numbers(self):
        out, grid = self.folder / "h.geojson", self.folder / "h.tif"
        stdout, stderr = run("hotspots", SAMPLE, "-o", out, "-o", grid, "--json")
        told = json.loads(stdout)
        cells = self.features(out)
        self.assertEqual(len(cells), told["cells"])
        self.assertEqual(sum(f["properties"]["incidents"] for f in cells), told["incidents"])
        for name, n in told["classes"].items():
            self.assertEqual(sum(f["properties"]["class"] == name for f in cells), n)
        top = max(cells, key=lambda f: f["properties"]["gi_star_z"])["properties"]
        self.assertAlmostEqual(top["gi_star_z"], told["hot_spots"][0]["z"], places=6)
        self.assertLessEqual(top["p"], top["q"])
        self.assertIn("near Peshawar", stderr)
        self.assertGreater(grid.stat().st_size, 1000)
        provenance = json.loads(out.read_text(encoding="utf-8"))["borderlens"]["hot_spots"]
        self.assertIn("false discovery rate", provenance["significance"])

    def test_emerging_hot_spots_are_classes_with_steps_and_trend(self):
        out = self.folder / "e.geojson"
        stdout, stderr = run("hotspots", SAMPLE, "--emerging", "year", "-o", out, "--json")
        told = json.loads(stdout)["emerging"]
        cells = [f["properties"] for f in self.features(out)]
        self.assertEqual(told["steps"], 8)
        self.assertEqual(sum(told["classes"].values()), len(cells))
        for name, n in told["classes"].items():
            self.assertEqual(sum(c["emerging"] == name for c in cells), n, name)
        for c in cells:
            self.assertLessEqual(c["hot_steps"] + c["cold_steps"], 8)
            if c["emerging"] == "new_hot":
                self.assertEqual(c["hot_steps"], 1)
            if c["emerging"] in ("persistent_hot", "intensifying_hot", "diminishing_hot"):
                self.assertEqual(c["hot_steps"], 8)  # 7 of 8 are under 90 %
        self.assertGreater(sum(told["classes"].values()) - told["classes"]["none"], 0)
        self.assertIn("by year, 8 steps", stderr)
        self.assertIn("share incidents", stderr)
        picture = self.folder / "e.svg"
        run("render", SAMPLE, "--hot-spots", "--hot-emerging", "year", "--no-density", "-o", picture)
        self.assertIn("Emerging hot spots by year", picture.read_text(encoding="utf-8"))

    def test_hot_spots_of_districts_are_polygons_a_table_and_a_picture_that_agree(self):
        polygons = self.folder / "squares.geojson"
        squares = [(x, y) for x in range(61, 75) for y in range(25, 37)]
        polygons.write_text(json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": f"{x} {y}", "population": 1000 if y < 30 else None},
             "geometry": {"type": "Polygon", "coordinates": [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]]}}
            for x, y in squares]}), encoding="utf-8")
        out, table, picture = self.folder / "h.geojson", self.folder / "h.csv", self.folder / "h.svg"
        stdout, stderr = run("hotspots", SAMPLE, "--cells", "district", "--districts", polygons, "--json", "-o", out, "-o",
                             table, "-o", picture)
        told = json.loads(stdout)
        self.assertEqual(told["districts"], len(squares))
        self.assertEqual(told["districts_without_neighbour"], 0)
        self.assertGreater(told["left_out_as_vague"], 0)
        found = {f["properties"]["district"]: f["properties"] for f in self.features(out)}
        self.assertEqual(sum(d["incidents"] for d in found.values()), told["incidents"])
        self.assertEqual(found["65 30"]["neighbours"], 8)
        self.assertEqual(found["61 25"]["neighbour_names"], "61 26; 62 25; 62 26")
        for name, d in found.items():
            x, y = map(int, name.split())
            around = [found[f"{a} {b}"] for a in (x - 1, x, x + 1) for b in (y - 1, y, y + 1) if f"{a} {b}" in found]
            self.assertEqual(d["in_neighbourhood"], sum(n["incidents"] for n in around))
        with open(table, encoding="utf-8", newline="") as file:
            rows = {row["district"]: row for row in csv.DictReader(file)}
        self.assertEqual(rows.keys(), found.keys())
        for n, r in rows.items():
            self.assertAlmostEqual(float(r["gi_star_z"]), found[n]["gi_star_z"], places=9)
            self.assertEqual(r["class"], found[n]["class"])
        for name, n in told["classes"].items():
            self.assertEqual(sum(d["class"] == name for d in found.values()), n)
        self.assertIn("Gi*, districts per 1,000", picture.read_text(encoding="utf-8"))
        self.assertIn("are in none; --pin-vague counts them", stderr)
        provenance = json.loads(out.read_text(encoding="utf-8"))["borderlens"]["hot_spots"]
        self.assertIn("0.001 degrees", provenance["neighbours"])
        pinned = json.loads(run("hotspots", SAMPLE, "--cells", "district", "--districts", polygons, "--json", "--pin-vague")[0])
        self.assertEqual(pinned["incidents"], told["incidents"] + told["left_out_as_vague"])
        by_people = json.loads(run("hotspots", SAMPLE, "--cells", "district", "--districts", polygons, "--json", "--measure",
                                   "per-resident", "-o", out)[0])
        self.assertEqual(by_people["districts_without_value"], 7 * 14)
        self.assertEqual({d["class"] for d in (f["properties"] for f in self.features(out)) if d["value"] is None}, {"not_known"})

    def test_hot_spots_of_districts_over_the_years(self):
        picture, polygons = self.folder / "e.svg", ROOT / "tests/data/districts.geojson"
        out = self.folder / "e.csv"
        told = json.loads(run("hotspots", SAMPLE, "--cells", "district", "--districts", polygons, "--emerging", "year", "--json",
                              "-o", out, "-o", picture)[0])
        self.assertEqual(told["emerging"]["steps"], 8)
        self.assertEqual(sum(told["emerging"]["classes"].values()), 2)
        self.assertIn("emerging", out.read_text(encoding="utf-8").splitlines()[0])
        run("render", SAMPLE, "--hot-spots", "--hot-cells", "district", "--districts", polygons, "--hot-measure", "deaths",
            "--hot-pin-vague", "--no-density", "-o", picture)
        self.assertIn("Gi*, districts by deaths", picture.read_text(encoding="utf-8"))

    def test_one_district_is_compared_with_nothing(self):
        polygons = self.folder / "one.geojson"
        polygons.write_text('{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":'
                            '[[[60,24],[76,24],[76,37],[60,37],[60,24]]]}}', encoding="utf-8")
        stdout, stderr = run("hotspots", SAMPLE, "--cells", "district", "--districts", polygons, "--json")
        self.assertIn("only one district", json.loads(stdout)["not_defined"])
        self.assertIn("Gi* is not defined: there is only one district", stderr)

    def test_emerging_hot_spots_of_nothing(self):
        stdout, stderr = run("hotspots", self.small, "--emerging", "month", "--bbox", "0,0,1,1", "--json")
        self.assertEqual(json.loads(stdout)["emerging"]["steps"], 0)
        self.assertIn("no dated incidents", stderr)

    def test_hot_spots_of_nothing_in_the_area(self):
        stdout, stderr = run("hotspots", self.small, "--bbox", "0,0,1,1", "--json")
        self.assertEqual(json.loads(stdout)["incidents"], 0)
        self.assertIn("no hot spot is significant", stderr)

    def test_clusters_are_incidents_hulls_and_a_table_that_agree(self):
        out, hulls, table = self.folder / "c.geojson", self.folder / "h.geojson", self.folder / "t.csv"
        stdout, stderr = run("clusters", SAMPLE, "--eps", "15km", "--eps-time", "3w", "--min-points", "4",
                             "-o", out, "--hulls", hulls, "--table", table, "--json")
        told = json.loads(stdout)
        self.assertIn("eps 15 km and 21 days, 4 points", told["method"])
        incidents = [f["properties"] for f in self.features(out)]
        of_hulls = [f["properties"] for f in self.features(hulls)]
        self.assertEqual(len(of_hulls), len(told["clusters"]))
        self.assertGreater(len(of_hulls), 0)
        self.assertEqual(sum(i["cluster_role"] == "noise" for i in incidents), told["noise"])
        for i in incidents:
            self.assertEqual(i["cluster"] is None, i["cluster_role"] in ("noise", "left out"))
        for number, cluster in enumerate(of_hulls, 1):
            members = [i for i in incidents if i["cluster"] == number]
            self.assertEqual(cluster["cluster"], number)
            self.assertEqual(cluster["incidents"], len(members))
            self.assertEqual(cluster["cores"], sum(i["cluster_role"] == "core" for i in members))
            self.assertGreaterEqual(cluster["cores"], 1)
            self.assertAlmostEqual(cluster["border_distance_m"], min(i["border_distance_m"] for i in members), places=2)
        starts = [c["first_date"] for c in of_hulls]
        self.assertEqual(table.read_text(encoding="utf-8").count("\n"), len(of_hulls) + 1)
        self.assertEqual(len(starts), len(told["clusters"]))
        self.assertIn("to choose eps", stderr)
        provenance = json.loads(hulls.read_text(encoding="utf-8"))["borderlens"]["clusters"]
        self.assertIn("+proj=laea", provenance["crs"])

    def test_districts_are_polygons_a_table_and_a_picture_that_agree(self):
        polygons = ROOT / "tests/data/districts.geojson"
        out, table, picture = (self.folder / name for name in ("d.geojson", "d.csv", "d.png"))
        stdout, stderr = run("districts", SAMPLE, "--districts", polygons, "--measure", "incidents", "--json",
                             "-o", out, "-o", table, "-o", picture)
        told = json.loads(stdout)
        collection = json.loads(out.read_text("utf-8"))
        found = {f["properties"]["district"]: f["properties"] for f in collection["features"]}
        self.assertEqual(set(found), {"North", "South"})
        with open(table, encoding="utf-8", newline="") as file:
            rows = {row["district"]: row for row in csv.DictReader(file)}
        boxes = {"North": (70, 33, 73, 36), "South": (63, 26, 68, 30)}
        with open(SAMPLE, encoding="utf-8", newline="") as file:
            places = [(float(r["longitude"]), float(r["latitude"]), r["geo_precision"]) for r in csv.DictReader(file)
                      if number(r["longitude"]) is not None and number(r["latitude"]) is not None]
        for name, (west, south, east, north) in boxes.items():
            def inside(margin):  # edges are geodesics, which bend away from parallels
                return [p for x, y, p in places if west < x < east and south + margin < y < north - margin
                        and not (name == "South" and 65 < x < 66 and 27 + margin < y < 28 - margin)]

            def sure(codes):
                return sum(code != "3" for code in codes)
            least, most = inside(0.03), inside(-0.03)
            rejected = 8  # a few rows of the sample are no incidents: a date or a place is wrong
            self.assertTrue(sure(least) - rejected <= found[name]["incidents"] <= sure(most), found[name])
            self.assertTrue(len(least) - sure(least) - rejected <= found[name]["vague"] <= len(most) - sure(most), found[name])
            self.assertEqual(int(rows[name]["incidents"]), found[name]["incidents"])
            self.assertEqual(float(rows[name]["per_km2_year"]), found[name]["per_km2_year"])
            self.assertAlmostEqual(found[name]["per_km2_year"] * found[name]["area_km2"] * told["years"],
                                   found[name]["incidents"], places=3)
            self.assertTrue(found[name]["incidents_low"] < found[name]["incidents"] < found[name]["incidents_high"])
            for bound in ("low", "high"):
                self.assertAlmostEqual(found[name]["per_km2_year_" + bound] * found[name]["area_km2"] * told["years"],
                                       found[name]["incidents_" + bound], places=3)
            self.assertIsNone(found[name]["per_100000_year_low"])
            self.assertIsNone(found[name]["residents"])
        self.assertEqual(collection["borderlens"]["district_counts"]["incidents"], told["incidents"])
        self.assertGreater(picture.stat().st_size, 10_000)
        self.assertIn("known only to more than a district are in none", stderr)

    def test_counts_by_district_and_month_stay_counts(self):
        counts = self.folder / "counts.csv"
        counts.write_text("Admin2,Month,Year,Events,Fatalities\nNorth,January,2024,3,7\nNorth,Feb,2024,4,1\n"
                          "South,January,2024,x,7\nElsewhere,March,2024,2,0\n", encoding="utf-8")
        polygons = ROOT / "tests/data/districts.geojson"
        rejects = self.folder / "rejects.csv"
        stdout, stderr = run("districts", counts, "--districts", polygons, "--json", "--rejects", rejects)
        told = json.loads(stdout)
        self.assertTrue(told["counted_by_the_file"])
        self.assertEqual([d["incidents"] for d in told["districts"]], [7, 0])
        self.assertEqual(told["unknown_districts"], ["Elsewhere"])
        self.assertIn("'x'", stderr + rejects.read_text("utf-8").replace("x", "'x'"))

    def test_clusters_of_nothing_and_plain_dbscan(self):
        stdout, stderr = run("clusters", self.small, "--bbox", "0,0,1,1", "--json")
        self.assertEqual(json.loads(stdout)["clusters"], [])
        self.assertIn("no incidents are so near", stderr)
        stdout, _ = run("clusters", self.small, "--eps-time", "none", "--min-points", "1", "--json")
        told = json.loads(stdout)
        self.assertEqual(told["noise"], 0)
        self.assertIn("at any time", told["method"])

    def test_clusters_on_a_picture(self):
        out = self.folder / "c.svg"
        run("render", SAMPLE, "--clusters", "--cluster-eps", "20km", "--cluster-eps-time", "30d",
            "--cluster-min-points", "4", "--no-density", "-o", out)
        self.assertIn("Clusters of incidents", out.read_text(encoding="utf-8"))
        picture = self.folder / "c.png"
        run("clusters", SAMPLE, "-o", picture)
        self.assertGreater(picture.stat().st_size, 10000)

    def test_a_trend_is_a_table_of_periods_that_agrees_with_its_json(self):
        out = self.folder / "t.csv"
        stdout, stderr = run("trend", SAMPLE, "--per", "quarter", "--by", "neighbour", "-o", out, "--json")
        told = json.loads(stdout)
        with open(out, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), len(told["periods"]) * len(told["series"]))
        self.assertEqual(sum(int(row["incidents"]) for row in rows), told["incidents"])
        self.assertEqual(rows[0]["period"], told["periods"][0]["period"])
        self.assertRegex(rows[0]["period"], r"^\d{4}-Q[1-4]$")
        for row in rows:
            self.assertLessEqual(float(row["incidents_low"]), int(row["incidents"]))
            self.assertGreaterEqual(float(row["incidents_high"]), int(row["incidents"]))
        self.assertIn("against a year ago", stderr)
        provenance = json.loads((self.folder / "t.csv.provenance.json").read_text(encoding="utf-8"))
        self.assertIn("Garwood", provenance["trend"]["interval"])

    def test_days_outside_the_file_are_missing_not_zero(self):
        stdout, stderr = run("trend", SAMPLE, "--from", "2001", "--to", "2001", "--json")
        counts = json.loads(stdout)["all"]["counts"]
        self.assertEqual(len(counts), 12)
        self.assertEqual({count["state"] for count in counts}, {"missing"})
        self.assertIn("12 missing", stderr)

    def test_before_and_after_by_cell_and_district_agree_in_all_files(self):
        out, grid, table = self.folder / "c.geojson", self.folder / "c.tif", self.folder / "c.csv"
        by_district = self.folder / "d.csv"
        stdout, stderr = run("compare", SAMPLE, "--on", "2022-01-01", "--window", "26w", "--cell", "25km",
                             "--treated", "kp", "--control", "balochistan", "--districts", ROOT / "tests/data/districts.geojson",
                             "-o", out, "-o", grid, "-o", table, "--district-table", by_district, "--json")
        told = json.loads(stdout)
        self.assertEqual(told["window_days"], 182)
        self.assertEqual(told["window_after"], ["2022-01-01", "2022-07-01"])
        cells = [f["properties"] for f in self.features(out)]
        counted = [c for c in cells if c["before"] + c["after"] > 0]
        self.assertEqual(len(counted), told["cells"]["tested"])
        self.assertEqual(sum(c["after"] for c in cells), told["cells"]["after"])
        for c in cells:
            self.assertEqual(c["q"] is None, c["before"] + c["after"] == 0)
        self.assertGreater(grid.stat().st_size, 500)
        with open(table, encoding="utf-8", newline="") as file:
            self.assertEqual(len(list(csv.DictReader(file))), len(cells))
        with open(by_district, encoding="utf-8", newline="") as file:
            self.assertEqual(len(list(csv.DictReader(file))), len(told["by_district"]))
        wdd = told["displacement"]
        (t0, t1), (c0, c1) = wdd["treated"], wdd["control"]
        self.assertEqual(wdd["difference"], (t1 - t0) - (c1 - c0))
        self.assertAlmostEqual(wdd["standard_error"], (t0 + t1 + c0 + c1) ** 0.5, places=5)
        self.assertIn("weighted displacement difference", stderr)
        picture = self.folder / "c.png"
        run("compare", SAMPLE, "--on", "2022-01-01", "-o", picture)
        self.assertGreater(picture.stat().st_size, 10000)

    def test_the_strip_is_a_picture_and_incidents_in_the_order_along_the_line(self):
        out, table, svg = self.folder / "s.geojson", self.folder / "s.csv", self.folder / "s.svg"
        stdout, stderr = run("strip", SAMPLE, "--neighbour", "AFG", "--reach", "60km", "-o", out, "-o", table, "-o", svg,
                             "--title", "Unrolled", "--json")
        told = json.loads(stdout)
        self.assertEqual([line["neighbour"] for line in told["lines"]], ["AFG"])
        line = told["lines"][0]
        self.assertAlmostEqual(line["length_m"], 2790216.7, delta=0.1)  # border_chain.json
        self.assertEqual(line["vertices"], 34639)
        self.assertIn("2,790 km", stderr)
        incidents = [f["properties"] for f in self.features(out)]
        self.assertEqual(len(incidents), line["inside"] + line["outside"] + line["undetermined"])
        along = [i["border_km"] for i in incidents]
        self.assertEqual(along, sorted(along))
        self.assertTrue(all(0 <= km <= 2790.217 for km in along))
        for i in incidents:
            self.assertLessEqual(i["border_distance_m"], 60000)
            signed = {"inside": i["border_distance_m"], "outside": -i["border_distance_m"], "undetermined": None}
            self.assertEqual(i["border_signed_distance_m"], signed[i["border_side"]])
        self.assertEqual(table.read_text(encoding="utf-8").splitlines()[0].count("border_km"), 1)
        self.assertIn("<title>Unrolled</title>", svg.read_text(encoding="utf-8"))
        provenance = json.loads(out.read_text(encoding="utf-8"))["borderlens"]["strip"]
        self.assertEqual(provenance["lines"][0]["beyond_reach"], line["beyond_reach"])

    def test_the_strip_of_nothing(self):
        picture = self.folder / "s.png"
        stdout, _ = run("strip", self.small, "--bbox", "0,0,1,1", "--json", "-o", picture)
        self.assertEqual(sum(line["inside"] + line["beyond_reach"] for line in json.loads(stdout)["lines"]), 0)
        self.assertGreater(picture.stat().st_size, 5000)

    def test_standard_input_and_output(self):
        with open(self.small, encoding="utf-8") as file:
            stdout, stderr = run("filter", "-", "-o", "-", stdin=file.read())
        self.assertEqual(len(json.loads(stdout)["features"]), 5)
        self.assertIn("5 incidents", stderr)

    def test_a_pipe_is_read_although_its_writer_comes_late_and_writes_slowly(self):
        pipe, text = self.folder / "pipe.csv", self.small.read_text(encoding="utf-8")
        os.mkfifo(pipe)

        def write():
            time.sleep(0.5)
            with open(pipe, "w", encoding="utf-8") as file:
                for line in text.splitlines(keepends=True):
                    file.write(line)
                    file.flush()
                    time.sleep(0.1)

        writer = threading.Thread(target=write)
        writer.start()
        info = json.loads(run("info", pipe, "--json")[0])
        writer.join()
        self.assertEqual((info["incidents"], info["rejected"]), (5, 0))

    def test_timings_are_json(self):
        _, stderr = run("proximity", self.small, "--timings", "--quiet")
        self.assertIn("distance", json.loads(stderr))

    def test_the_sample_is_called_synthetic_everywhere(self):
        out = self.folder / "out.geojson"
        _, stderr = run("filter", SAMPLE, "--to", "2018-01", "-o", out)
        self.assertIn("synthetic sample data", stderr)
        provenance = json.loads(out.read_text(encoding="utf-8"))["borderlens"]
        self.assertTrue(provenance["incidents"]["synthetic"])
        self.assertEqual(provenance["incidents"]["notice"], "synthetic sample data")

    def test_rejected_rows_are_counted_told_and_saved(self):
        bad = self.write("bad.csv", "id,date,lon,lat\n1,2021-01-01,70,33\n2,n/a,70,33\n3,2021-06-31,70,33\n4,2021-01-02,70,95\n")
        rejects = self.folder / "rejects.csv"
        stdout, stderr = run("info", bad, "--json", "--rejects", rejects)
        self.assertEqual(json.loads(stdout)["rejected"], 3)
        text = rejects.read_text(encoding="utf-8")
        self.assertEqual(text.count("\n"), 4)
        self.assertIn("3,date,n/a,", text)
        self.assertIn("3 rejected", stderr)


class Faults(Case):
    def fails(self, code, words, *arguments):
        _, stderr = run(*arguments, code=code)
        for word in words:
            self.assertIn(word, stderr)

    def test_usage_is_2(self):
        self.fails(2, ["cannot be had together"], "density", SAMPLE, "-o", self.folder / "x.tif", "--adaptive", "--edge", "uniform")
        self.fails(2, ["--precision", "smear"], "density", SAMPLE, "-o", self.folder / "x.tif", "--precision", "smear")
        self.fails(2, ["deaths-low"], "density", SAMPLE, "-o", self.folder / "x.tif", "--weight", "deaths-low")
        self.fails(2, ["--place-code", "3=near"], "filter", self.small, "-o", "x.csv", "--place-code", "3=near")
        self.fails(2, ["--null", "uniform"], "proximity", self.small, "--null", "chance")
        self.fails(2, ["--runs", "--null"], "proximity", self.small, "--runs", "9")
        self.fails(2, ["population", "--districts"], "proximity", self.small, "--null", "population")
        self.fails(3, ["nowhere.geojson"], "proximity", self.small, "--districts", "nowhere.geojson")
        self.fails(2, ["--bandwidth", "25km"], "density", self.small, "-o", "x.tif", "--bandwidth", "25")
        self.fails(2, ["--from", "2021-08"], "filter", self.small, "-o", "x.csv", "--from", "yesterday")
        self.fails(2, ["atlantis", "balochistan"], "filter", self.small, "-o", "x.csv", "--area", "atlantis")
        self.fails(2, ["nosuch", "longitude"], "filter", self.small, "-o", "x.csv", "--where", "nosuch = 1")
        self.fails(2, ["nosuch", "longitude"], "render", self.small, "-o", "x.png", "--color-by", "nosuch")
        self.fails(2, ["docx", ".geojson"], "filter", self.small, "-o", "x.docx")
        self.fails(2, ["CHN", "AFG"], "proximity", self.small, "--neighbour", "CHN")
        self.fails(2, ["INPUT"], "proximity")
        self.fails(2, [], "frobnicate")

    def test_hot_spots_that_cannot_be_are_2(self):
        grid = self.folder / "x.tif"
        self.fails(2, ["hexagons are no grid"], "hotspots", SAMPLE, "--cells", "hexagon", "-o", grid)
        self.assertFalse(grid.exists())
        self.fails(2, ["--cells", "square, hexagon or district"], "hotspots", SAMPLE, "--cells", "round")
        self.fails(2, ["cell is too small"], "hotspots", SAMPLE, "--cell", "100m")

    def test_hot_spots_of_districts_that_cannot_be_are_2(self):
        polygons, grid = ROOT / "tests/data/districts.geojson", self.folder / "x.tif"
        of_districts = ("hotspots", SAMPLE, "--cells", "district")
        self.fails(2, ["--districts FILE"], *of_districts)
        self.fails(2, ["--districts FILE"], "render", SAMPLE, "--hot-spots", "--hot-cells", "district", "-o", self.folder / "x.png")
        self.fails(2, ["districts are no grid"], *of_districts, "--districts", polygons, "-o", grid)
        self.assertFalse(grid.exists())
        self.fails(2, ["--cell and --radius"], *of_districts, "--districts", polygons, "--cell", "5km")
        self.fails(2, ["--measure and --pin-vague"], "hotspots", SAMPLE, "--measure", "deaths")
        self.fails(2, ["--measure", "'x'", "per-area"], *of_districts, "--districts", polygons, "--measure", "x")
        self.fails(3, ["nowhere.geojson"], *of_districts, "--districts", "nowhere.geojson")
        self.fails(2, ["district_counts.csv counts by district and period"], "hotspots", ROOT / "tests/data/district_counts.csv",
                   "--cells", "district", "--districts", polygons, "--emerging", "year")
        study = self.folder / "s.study.json"
        study.write_text(json.dumps({"borderlens_study": 1, "source": {"path": str(SAMPLE)}, "hot_spots": {"cells": "district"},
                                     "outputs": [{"what": "hotspots", "path": "h.geojson"}]}), encoding="utf-8")
        self.fails(2, ["h.geojson", "names no districts"], "run", study, "--allow-outside")

    def test_districts_that_cannot_be_are_2(self):
        polygons = ROOT / "tests/data/districts.geojson"
        self.fails(2, ["--districts FILE"], "districts", SAMPLE)
        self.fails(2, ["--breaks", "'3,2'", "greater"], "districts", SAMPLE, "--districts", polygons, "--breaks", "3,2")
        self.fails(2, ["--measure", "'x'"], "districts", SAMPLE, "--districts", polygons, "--measure", "x")
        counts = ROOT / "tests/data/district_counts.csv"
        self.fails(4, ["counts incidents by district and period", "borderlens districts"], "filter", counts, "-o", "-")

    def test_trends_that_cannot_be_are_2(self):
        self.fails(2, ["--per", "'decade'", "month"], "trend", SAMPLE, "--per", "decade")
        self.fails(2, ["--by", "'actor'", "neighbour"], "trend", SAMPLE, "--by", "actor")
        self.fails(2, ["x.geojson", ".csv, .json"], "trend", SAMPLE, "-o", self.folder / "x.geojson")
        self.fails(2, ["periods, more than 40,000", "--from"], "trend", SAMPLE, "--per", "day", "--from", "1600")

    def test_comparisons_that_cannot_be_are_2(self):
        self.fails(2, ["--on"], "compare", SAMPLE)
        self.fails(2, ["--on", "'2020-02-30'"], "compare", SAMPLE, "--on", "2020-02-30")
        self.fails(2, ["--window", "'3 months'", "180d"], "compare", SAMPLE, "--on", "2022-01-01", "--window", "3 months")
        self.fails(2, ["no days on both sides of 2030-01-01"], "compare", SAMPLE, "--on", "2030-01-01")
        self.fails(2, ["does not fit", "at most"], "compare", SAMPLE, "--on", "2018-02-01", "--window", "90d")
        self.fails(2, ["--treated needs --control"], "compare", SAMPLE, "--on", "2022-01-01", "--treated", "kp")
        self.fails(2, ["--districts"], "compare", SAMPLE, "--on", "2022-01-01", "--district-table", self.folder / "d.csv")

    def test_emerging_hot_spots_by_weeks_are_2(self):
        self.fails(2, ["--emerging", "'week'"], "hotspots", SAMPLE, "--emerging", "week")

    def test_a_strip_that_cannot_be_is_2(self):
        self.fails(2, ["--reach", "'0km'"], "strip", SAMPLE, "--reach", "0km")
        self.fails(2, ["x.tif", ".png"], "strip", SAMPLE, "-o", self.folder / "x.tif")

    def test_clusters_that_cannot_be_are_2(self):
        self.fails(2, ["--eps-time", "'3 months'", "14d"], "clusters", SAMPLE, "--eps-time", "3 months")
        self.fails(2, ["--eps-time", "'14'"], "clusters", SAMPLE, "--eps-time", "14")
        self.fails(2, ["--min-points", "'0'"], "clusters", SAMPLE, "--min-points", "0")
        self.fails(2, ["--eps", "'0km'"], "clusters", SAMPLE, "--eps", "0km")
        self.fails(2, ["eps is too small"], "clusters", SAMPLE, "--eps", "0.0000001m")
        self.fails(2, ["x.txt", ".csv"], "clusters", SAMPLE, "--table", self.folder / "x.txt")
        self.fails(2, ["x.tif"], "clusters", SAMPLE, "--hulls", self.folder / "x.tif")

    def test_the_help_says_how_a_column_called_date_is_told_from_the_date(self):
        text = " ".join(run("render", "--help")[0].split())
        self.assertIn("column:date", text)
        self.assertIn("old to new", text)

    def test_an_unreadable_input_is_3_and_is_named(self):
        self.fails(3, ["nothere.csv"], "info", self.folder / "nothere.csv")
        self.fails(3, [], "info", self.folder)
        self.fails(3, ["noplace.csv"], "info", self.write("noplace.csv", "a,b\n1,2\n"))
        self.fails(3, ["bad.study.json", "bandwith_km"], "run",
                   self.write("bad.study.json", '{"source":{"path":"small.csv"},"density":{"bandwith_km":3}}'))

    def test_nothing_usable_is_4(self):
        self.fails(4, ["empty.csv"], "info", self.write("empty.csv", "id,date,lon,lat\n"))
        bad = self.write("allbad.csv", "id,date,lon,lat\n1,2021-01-01,700,33\n")
        rejects = self.folder / "r.csv"
        self.fails(4, ["allbad.csv"], "proximity", bad, "--rejects", rejects)
        self.assertIn("700", rejects.read_text(encoding="utf-8"))

    def test_an_output_that_cannot_be_written_is_5_and_keeps_the_old_file(self):
        self.fails(5, ["/nowhere/out.geojson"], "filter", self.small, "-o", "/nowhere/out.geojson")
        taken = self.folder / "taken.geojson"
        taken.mkdir()
        self.fails(5, ["taken.geojson"], "filter", self.small, "-o", taken)

    def test_an_old_file_survives_a_failed_run(self):
        old = self.write("out.geojson", "old")
        self.fails(2, [], "filter", self.small, "-o", old, "--where", "nosuch = 1")
        self.assertEqual(old.read_text(), "old")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["out.geojson", "small.csv"])

    def test_version_and_help(self):
        self.assertRegex(run("--version")[0], r"^borderlens \d+\.\d+\.\d+\n$")
        self.assertIn("Exit codes", run("--help")[0])
        for command in ("info", "filter", "proximity", "density", "hotspots", "clusters", "districts", "trend", "compare", "strip", "render", "report", "run", "view"):
            text = run(command, "--help")[0]
            self.assertIn("Example", text)


main()
