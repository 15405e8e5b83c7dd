"""The evidence package: what is in it, that its sums are true, that a second run and a redo give the same bytes."""

import base64
import csv
import hashlib
import html.parser
import json
import os
import re
import signal
import subprocess
import time

from borderlens import PROGRAM, SAMPLE, UCDP, Case, main, run

FAST = ("--cell", "10km", "--hot-cell", "20km", "--hot-radius", "40km")
VOID = {"meta", "img", "br", "link"}


class Page(html.parser.HTMLParser):
    """Text, tags and attributes; every tag closed in its order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.links, self.text = [], [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("src", "href", "xlink:href", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text += data


def files_in(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Report(Case):
    def report(self, *arguments, name="evidence", code=0):
        folder = self.folder / name
        return folder, run("report", *arguments, "-o", folder, code=code)

    def same(self, one, other):
        a, b = files_in(one), files_in(other)
        self.assertEqual(sorted(a), sorted(b))
        self.assertEqual([name for name in a if a[name] != b[name]], [])

    def test_the_package_of_the_sample_holds_every_part(self):
        folder, _ = self.report(SAMPLE, "--change-on", "2022-01-01", *FAST)
        files = files_in(folder)
        self.assertEqual(sorted(files), sorted([
            "SHA256SUMS", "index.html", "inputs.json", "redo.study.json", "run.json",
            "layers/incidents.geojson", "layers/density.geojson", "layers/density.tif", "layers/hotspots.geojson",
            "layers/clusters.geojson", "layers/change.geojson", "layers/strip.geojson",
            "tables/bands.csv", "tables/bands.csv.provenance.json", "tables/clusters.csv",
            "tables/clusters.csv.provenance.json", "tables/trend.csv", "tables/trend.csv.provenance.json",
            "tables/rejected.csv", "pictures/map.png", "pictures/density.png", "pictures/hotspots.png",
            "pictures/clusters.png", "pictures/change.png", "pictures/strip.png"]))
        for name, content in files.items():
            if name.startswith("pictures/"):
                self.assertEqual(content[:8], b"\x89PNG\r\n\x1a\n", name)
        self.check_sums(folder, files)
        self.check_numbers(folder, files)

    def check_sums(self, folder, files):
        sums = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode().splitlines())
        self.assertEqual(sorted(sums), sorted(set(files) - {"SHA256SUMS"}))
        for name, digest in sums.items():
            self.assertEqual(hashlib.sha256(files[name]).hexdigest(), digest, name)
        for entry in json.loads(files["run.json"])["files"]:
            self.assertEqual((len(files[entry["path"]]), sums[entry["path"]]), (entry["bytes"], entry["sha256"]))
        inputs = json.loads(files["inputs.json"])
        first = inputs["files"][0]
        self.assertEqual((first["role"], first["name"]), ("incidents", SAMPLE.name))
        self.assertEqual(first["sha256"], hashlib.sha256(SAMPLE.read_bytes()).hexdigest())
        roles = [entry["role"] for entry in inputs["files"]]
        self.assertEqual((roles.count("border"), roles.count("provinces"), roles.count("map")), (11, 1, 5))

    def check_numbers(self, folder, files):
        """What the page says is what the tables and `proximity` say."""
        page = Page(files["index.html"].decode())
        self.assertEqual(page.open, [])
        shown = [base64.b64decode(link.split(",", 1)[1], validate=True) for link in page.links if link.startswith("data:")]
        self.assertEqual(sorted(shown), sorted(content for name, content in files.items() if name.startswith("pictures/")))
        bands = json.loads(run("proximity", SAMPLE, "--json")[0])["bands"]
        with open(folder / "tables" / "bands.csv", encoding="utf-8") as table:
            self.assertEqual([int(row["count"]) for row in csv.DictReader(table)], [band["count"] for band in bands])
        for band in bands:
            self.assertIn(f"{band['count']:,}", page.text)
        inputs = json.loads(files["inputs.json"])["incidents"]
        info = json.loads(run("info", SAMPLE, "--json")[0])
        self.assertEqual((inputs["incidents"], inputs["rows_rejected"]), (info["incidents"], info["rejected"]))
        self.assertEqual(sum(entry["rows"] for entry in inputs["rejected"]), info["rejected"])
        self.assertIn("synthetic", page.text.lower())
        self.assertEqual(len(self.features(folder / "layers" / "incidents.geojson")), info["incidents"])
        study = json.loads(files["redo.study.json"])
        self.assertEqual(study["source"]["path"], SAMPLE.name)
        for key in ("density", "hot_spots", "clusters", "trend", "strip", "before_after"):
            self.assertIn(key, study)

    def test_the_page_needs_nothing_from_elsewhere(self):
        folder, _ = self.report(self.small, "--parts", "trend")
        text = (folder / "index.html").read_text(encoding="utf-8")
        page = Page(text)
        self.assertNotIn("script", page.tags)
        for link in page.links:
            self.assertTrue(link.startswith(("#", "data:image/png;base64,")), link[:80])
        self.assertIsNone(re.search(r"url\((?!#)|@import", text))
        self.assertIn("default-src 'none'", text)

    def test_a_second_run_gives_the_same_bytes_whatever_the_folder_and_the_threads(self):
        one, _ = self.report(SAMPLE, *FAST, "--threads", "1", name="one")
        two, _ = self.report(SAMPLE, *FAST, "--threads", "3", name="another name")
        self.same(one, two)

    def test_the_command_in_it_makes_it_again(self):
        area = self.write("area.geojson", json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [
                [[66, 29], [72, 29], [72, 35], [66, 35], [66, 29]]]}}]}))
        one, _ = self.report(SAMPLE, "--from", "2021", "--area", area, "--districts", area, "--columns", "roles",
                             "--parts", "clusters,districts,trend", "--cluster-eps", "15km", name="one")
        inputs = self.folder / "elsewhere"
        inputs.mkdir()
        (inputs / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
        (inputs / area.name).write_bytes(area.read_bytes())
        command = json.loads((one / "run.json").read_text(encoding="utf-8"))["command"]
        self.assertEqual(command, "borderlens report redo.study.json --inputs FOLDER -o NEW_FOLDER")
        two, _ = self.report(one / "redo.study.json", "--inputs", inputs, name="two")
        self.same(one, two)
        self.assertIn("tables/districts.csv", files_in(two))

    def test_what_the_input_says_is_escaped(self):
        evil = self.write("a&b<i>.csv", "id,date,longitude,latitude,actor1,kind\n" + "".join(
            f'{i},2021-01-0{i},71.5{i},34.01,<script>alert({i})</script>,"<b onload=x>"\n' for i in range(1, 7)))
        study = self.write("evil.study.json", json.dumps({
            "borderlens_study": 1, "name": "<img src=x onerror=alert(1)>", "source": {"path": evil.name},
            "clusters": {"eps_km": 50}, "trend": {"per": "month"}}))
        folder, _ = self.report(study)
        text = (folder / "index.html").read_text(encoding="utf-8")
        page = Page(text)
        self.assertIn("<img src=x onerror=alert(1)>", page.text)
        self.assertNotIn("script", page.tags)
        self.assertEqual(page.tags.count("img"), 2)
        self.assertIn("a&b<i>.csv", page.text)

    def test_nothing_passes_one_row_and_no_dates(self):
        for name, text, more in (("none", None, ("--bbox", "0,0,1,1")),
                                 ("one", "date,longitude,latitude\n2021-01-02,71.5,34.0\n", ()),
                                 ("undated", "longitude,latitude\n71.5,34.0\n71.6,34.1\n", ())):
            source = self.small if text is None else self.write(name + ".csv", text)
            folder, _ = self.report(source, *more, *FAST, "--change-on", "2021-03-01", name=name)
            page = Page((folder / "index.html").read_text(encoding="utf-8"))
            self.assertEqual(page.open, [], name)
            self.assertNotIn("nan", page.text.lower().split(), name)
            self.assertNotIn("inf", page.text.lower().split(), name)

    def test_counts_by_district_have_a_package_too(self):
        polygon = {"type": "Polygon", "coordinates": [[[71, 33], [72, 33], [72, 34], [71, 34], [71, 33]]]}
        districts = self.write("districts.geojson", json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "Alpha"}, "geometry": polygon}]}))
        counts = self.write("counts.csv", "district,year,incidents\nAlpha,2020,3\nAlpha,2021,4\n")
        folder, _ = self.report(counts, "--districts", districts)
        self.assertIn("Alpha", (folder / "tables" / "districts.csv").read_text(encoding="utf-8"))
        self.assertNotIn("layers/incidents.geojson", files_in(folder))
        self.assertIn("Alpha", Page((folder / "index.html").read_text(encoding="utf-8")).text)

    def test_what_cannot_be_leaves_nothing(self):
        full = self.folder / "full"
        full.mkdir()
        (full / "mine.txt").write_text("mine", encoding="utf-8")
        before = sorted(os.listdir(self.folder))
        for code, words, arguments in (
                (5, "not empty", (self.small, "-o", full)),
                (2, "no part of a report", (self.small, "--parts", "density,colour", "-o", self.folder / "x")),
                (2, "--districts", (self.small, "--parts", "districts", "-o", self.folder / "x")),
                (2, "--change-on", (self.small, "--parts", "change", "-o", self.folder / "x")),
                (2, "standard input", ("-", "-o", self.folder / "x")),
                (2, "--inputs", (self.small, "--inputs", self.folder, "-o", self.folder / "x")),
                (3, "missing.csv", (self.folder / "missing.csv", "-o", self.folder / "x"))):
            _, stderr = run("report", *arguments, code=code)
            self.assertIn(words, stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), before)
        self.assertEqual((full / "mine.txt").read_text(encoding="utf-8"), "mine")

    def test_an_interrupt_leaves_nothing(self):
        done = 0
        for number in range(6):
            target = self.folder / f"cut{number}"
            program = subprocess.Popen([PROGRAM, "report", SAMPLE, *FAST, "-o", target], stderr=subprocess.DEVNULL)
            time.sleep(0.2 + 0.35 * number)
            program.send_signal((signal.SIGINT, signal.SIGTERM)[number % 2])
            code = program.wait(30)
            self.assertIn(code, (0, 130, 143))
            self.assertEqual(target.exists(), code == 0)
            self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".")], [])
            done += code == 0
        self.assertLess(done, 6, "every signal came too late: nothing was tested")

    def test_what_a_study_names_elsewhere_is_asked_for(self):
        folder = self.folder / "study"
        folder.mkdir()
        study = folder / "a.study.json"
        study.write_text(json.dumps({"borderlens_study": 1, "source": {"path": "../small.csv"}}), encoding="utf-8")
        _, stderr = run("report", study, "-o", self.folder / "x", code=2)
        self.assertIn("--allow-outside", stderr)
        self.report(study, "--allow-outside")

    def test_a_study_says_itself_what_is_computed(self):
        study = self.write("a.study.json", json.dumps({"borderlens_study": 1, "source": {"path": "small.csv"}}))
        _, stderr = run("report", study, "--from", "2021", "-o", self.folder / "x", code=2)
        self.assertIn("a study says itself", stderr)
        folder, _ = self.report(study)
        self.assertNotIn("layers/density.geojson", files_in(folder))
        listed = self.write("b.study.json", json.dumps({
            "borderlens_study": 1, "source": {"path": "small.csv"}, "outputs": [{"what": "report", "path": "made"}]}))
        run("run", listed)
        self.same(folder, self.folder / "made")

    def test_the_real_file(self):
        if not UCDP.exists():
            self.skipTest("no real file")
        folder, _ = self.report(UCDP, "--from", "2015", "--parts", "density,hotspots,clusters,trend,strip")
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
        page = Page((folder / "index.html").read_text(encoding="utf-8"))
        self.assertEqual(page.open, [])
        inputs = json.loads((folder / "inputs.json").read_text(encoding="utf-8"))
        self.assertIn("UCDP", inputs["incidents"]["attribution"])


main()
