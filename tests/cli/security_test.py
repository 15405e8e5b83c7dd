"""What SECURITY.md promises: no network, no file but those that were named, nothing beside inputs, no formulas in tables, and
places that stay within their cells."""

import collections
import csv
import io
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import threading

from borderlens import PROGRAM, SAMPLE, Case, main, run

VECTOR = ("geojson", "geojsonl", "gpkg", "fgb", "shp")
DISTRICTS = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"All","population":1000},
"geometry":{"type":"Polygon","coordinates":[[[60,22],[78,22],[78,38],[60,38],[60,22]]]}}]}"""


class Listener:
    """A port of this machine that counts who comes; what it is asked is never answered."""

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.n_calls = 0
        threading.Thread(target=self.count, daemon=True).start()
        return self

    def count(self):
        while True:
            try:
                call, _ = self.socket.accept()
            except OSError:
                return
            self.n_calls += 1
            call.close()

    def __exit__(self, *_):
        self.socket.close()


class Network(Case):
    def addresses(self, port):
        schemes = ("http://", "/vsicurl/http://", "WFS:http://", "/vsigzip//vsicurl/http://", "/vsis3/", "GeoJSON:http://")
        for i, scheme in enumerate(schemes):
            yield f"{scheme}127.0.0.1:{port}/{('a.csv', 'a.geojson', 'a.tif')[i % 3]}"

    def test_no_address_is_opened_wherever_it_is_typed(self):
        with Listener() as listener:
            for address in self.addresses(listener.port):
                for words in (("info", address), ("filter", self.small, "-o", self.folder / "o.geojson", "--area", address),
                              ("proximity", self.small, "--border", address),
                              ("render", self.small, "-o", self.folder / "o.svg", "--reference", address),
                              ("render", self.small, "-o", self.folder / "o.svg", "--backdrop", address),
                              ("districts", self.small, "--districts", address, "-o", self.folder / "o.csv")):
                    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=60)
                    self.assertIn(done.returncode, (2, 3), f"{words}: {done.stderr}")
            self.assertEqual(listener.n_calls, 0)

    def test_no_file_makes_the_program_call(self):
        with Listener() as listener:
            url = f"http://127.0.0.1:{listener.port}/a"
            vrt = f"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>/vsicurl/{url}.csv</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
            raster = (f"<VRTDataset rasterXSize='9' rasterYSize='9'><VRTRasterBand dataType='Byte' band='1'><SimpleSource>"
                      f"<SourceFilename>/vsicurl/{url}.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>")
            kml = ("<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document><NetworkLink><Link><href>"
                   f"{url}.kml</href></Link></NetworkLink></Document></kml>")
            wms = f"<GDAL_WMS><Service name='TMS'><ServerUrl>{url}/${{z}}</ServerUrl></Service></GDAL_WMS>"
            esri = json.dumps({"type": "FeatureCollection", "features": [], "next": url, "links": [{"rel": "next", "href": url}],
                               "crs": {"type": "link", "properties": {"href": url, "type": "proj4"}}})
            files = [self.write(name, text) for name, text in
                     (("a.vrt", vrt), ("b.csv", vrt), ("c.geojson", vrt), ("r.vrt", raster), ("r.tif", raster), ("a.kml", kml), ("w.tif", wms),
                      ("w.xml", wms), ("e.geojson", esri), ("s.geojson", url), ("s.csv", url))]
            files.append(self.geocoding_database(url))
            for file in files:
                for words in (("info", file), ("filter", self.small, "-o", self.folder / "o.geojson", "--area", file),
                              ("render", self.small, "-o", self.folder / "o.svg", "--reference", file),
                              ("render", self.small, "-o", self.folder / "o.svg", "--backdrop", file)):
                    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=60)
                    self.assertIn(done.returncode, (2, 3, 4), f"{words}: {done.stderr}")
            self.assertEqual(listener.n_calls, 0)

    def geocoding_database(self, url):
        """A GeoPackage whose layer is a view that asks a server where a place is."""
        path = self.folder / "view.gpkg"
        run("filter", self.small, "-o", path)
        with sqlite3.connect(path) as database:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            database.execute(f"CREATE VIEW asks AS SELECT fid, geom, id, date, ogr_geocode('Peshawar', 'name', 'SERVICE=OSM_NOMINATIM', "
                             f"'QUERY_TEMPLATE={url}?%s') AS kind FROM incidents")
            database.execute("UPDATE gpkg_contents SET table_name = 'asks', identifier = 'asks'")
            database.execute("UPDATE gpkg_geometry_columns SET table_name = 'asks'")
        return path


class OnlyWhatWasNamed(Case):
    def study(self, where, **what):
        path = self.folder / where
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"source": {"path": "in.csv"}, **what}))
        shutil.copy(self.small, path.parent / "in.csv")
        return path

    def refused(self, study, *named):
        before = sorted(self.folder.rglob("*"))
        _, stderr = run("run", study, code=2)
        self.assertIn("--allow-outside", stderr)
        for name in named:
            self.assertIn(str(name), stderr)
        self.assertEqual(sorted(self.folder.rglob("*")), before)

    def test_a_study_reads_and_writes_outside_its_folder_only_when_it_may(self):
        out = {"what": "incidents", "path": "out.geojson"}
        secret = self.write("secret.csv", "id,date,lon,lat\n1,2021-01-01,71,34\n")
        self.refused(self.study("a/absolute.study.json", source={"path": str(secret)}, outputs=[out]), secret)
        self.refused(self.study("a/above.study.json", source={"path": "../secret.csv"}, outputs=[out]), "secret.csv")
        self.refused(self.study("a/output.study.json", outputs=[{"what": "incidents", "path": "../out.geojson"}]), "out.geojson")
        self.refused(self.study("a/border.study.json", border={"set": "/etc/passwd", "neighbours": ["AFG"]}, outputs=[out]), "/etc/passwd")
        self.refused(self.study("a/area.study.json", filter={"area": "../districts.geojson"}, outputs=[out]), "districts.geojson")
        self.refused(self.study("a/layer.study.json", map={"references": [{"path": "/etc/passwd"}]},
                                outputs=[{"what": "map", "path": "m.png"}]), "/etc/passwd")
        (self.folder / "a" / "link.csv").symlink_to("../secret.csv")
        self.refused(self.study("a/link.study.json", source={"path": "link.csv"}, outputs=[out]), "link.csv")
        (self.folder / "a" / "folder").symlink_to("..")
        self.refused(self.study("a/folder.study.json", outputs=[{"what": "incidents", "path": "folder/out.geojson"}]), "out.geojson")
        (self.folder / "a" / "none-output").symlink_to("..")
        self.refused(self.study("a/none.study.json"), "none-output")

    def test_asked_for_it_may(self):
        self.write("secret.csv", "id,date,lon,lat\n1,2021-01-01,71,34\n")
        study = self.study("a/above.study.json", source={"path": "../secret.csv"}, outputs=[{"what": "incidents", "path": "../out.geojson"}])
        run("run", study, "--allow-outside")
        self.assertEqual(len(self.features(self.folder / "out.geojson")), 1)
        run("render", study, "-o", self.folder / "o.svg", code=2)
        run("render", study, "-o", self.folder / "o.svg", "--allow-outside")

    def test_a_study_in_its_own_folder_needs_nothing(self):
        study = self.study("a/plain.study.json", outputs=[{"what": "incidents", "path": "sub.geojson"}])
        run("run", study)
        os.chdir(study.parent)
        run("run", "plain.study.json")
        run("run", f"../{study.parent.name}/plain.study.json")

    def test_a_study_opens_a_database_only_when_it_may(self):
        study = self.study("a/pg.study.json", source={"path": "PG:host=127.0.0.1 port=1 dbname=none"},
                           outputs=[{"what": "incidents", "path": "o.geojson"}])
        self.assertIn("--allow-network", run("run", study, code=2)[1])
        self.assertIn("cannot load", run("run", study, "--allow-network", code=3)[1])
        area = self.study("a/pg2.study.json", filter={"area": "PG:host=127.0.0.1 port=1"}, outputs=[{"what": "incidents", "path": "o.geojson"}])
        self.assertIn("--allow-network", run("run", area, "--allow-outside", code=2)[1])

    def test_nothing_is_written_beside_inputs_and_nothing_in_them(self):
        inputs = self.folder / "inputs"
        inputs.mkdir()
        table = inputs / "in.csv"
        shutil.copy(SAMPLE, table)
        for ending in VECTOR:
            run("filter", table, "-o", self.folder / f"in.{ending}", "--quiet")
        run("density", table, "-o", self.folder / "grid.tif", "--cell", "10km")
        for path in self.folder.glob("*.*"):
            if path.name.startswith(("in.", "grid.")) and not path.name.endswith(".provenance.json"):
                path.rename(inputs / path.name)
        (inputs / "districts.geojson").write_text(DISTRICTS)
        wal = inputs / "wal.gpkg"
        shutil.copy(inputs / "in.gpkg", wal)
        with sqlite3.connect(wal) as database:
            database.execute("PRAGMA journal_mode = WAL")
        database.close()
        before = self.stamps(inputs)
        out = self.folder / "out"
        out.mkdir()
        for source in (table, wal, inputs / "in.geojson", inputs / "in.gpkg", inputs / "in.shp", inputs / "in.fgb"):
            for words in (("info", source), ("filter", source, "-o", out / "o.csv"), ("density", source, "-o", out / "o.tif"),
                          ("districts", source, "--districts", inputs / "districts.geojson", "-o", out / "o.csv"),
                          ("filter", source, "-o", out / "o.csv", "--area", inputs / "districts.geojson"),
                          ("render", source, "-o", out / "o.svg", "--no-density", "--reference", source if source.suffix != ".csv" else inputs / "in.shp",
                           "--backdrop", inputs / "grid.tif")):
                done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=120)
                self.assertIn(done.returncode, (0, 3), f"{words}: {done.stderr}")
                self.assertEqual(self.stamps(inputs), before, words)

    @staticmethod
    def stamps(folder):
        return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}


EVIL = ("=1+1", "+SUM(A1)", "-2+3", "@cmd", "\tx", "=HYPERLINK(\"http://x\",\"y\")", "＝1", "-", "+")
GOOD = ("plain", "5-3", "'quoted'", "a=b", "-5", "+1e3", "-0.25")


def table_of(texts):
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(["id", "date", "lon", "lat", "event_type", "=note", "amount"])
    for i, text in enumerate(texts):
        rows.writerow([f"{i}", "2021-01-01", "71.5", "34.0", text, text, -i])
    return file.getvalue()


class Formulas(Case):
    def cells(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.reader(file))

    def check_disarmed(self, path):
        for row in self.cells(path):
            for cell in row:
                harmless = not cell or cell[0] not in "=+-@\t\r\n＝＋－＠" or re.fullmatch(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", cell)
                self.assertTrue(harmless, f"{path.name}: {cell!r}")

    def test_text_gets_an_apostrophe_and_numbers_stay_numbers(self):
        data = self.write("evil.csv", table_of(EVIL + GOOD))
        out = self.folder / "out.csv"
        run("filter", data, "-o", out)
        self.check_disarmed(out)
        head, *rows = self.cells(out)
        self.assertIn("'=note", head)
        note, amount = head.index("'=note"), head.index("amount")
        found = {row[note] for row in rows}
        self.assertEqual(found, {"'" + text for text in EVIL if text != "\tx"} | {"'\tx"} | set(GOOD))
        self.assertEqual(sorted(int(row[amount]) for row in rows), list(range(1 - len(rows), 1)))

    def test_asked_to_keep_them_the_text_comes_back_as_it_was(self):
        data = self.write("evil.csv", table_of(EVIL + GOOD))
        out = self.folder / "out.csv"
        run("filter", data, "-o", out, "--keep-formulas")
        head, *rows = self.cells(out)
        self.assertEqual({row[head.index("=note")] for row in rows}, set(EVIL + GOOD))

    def test_every_other_table_is_disarmed(self):
        data = self.write("evil.csv", table_of(EVIL) + "x,not a date,71,34,=1+1,=1,1\n")
        out = self.folder
        (out / "districts.geojson").write_text(DISTRICTS.replace('"All"', '"=1+1"'))
        run("trend", data, "-o", out / "trend.csv", "--by", "category", "--per", "year")
        run("clusters", data, "-o", out / "clusters.csv", "--table", out / "table.csv", "--min-points", "2", "--column", "actor=event_type")
        run("districts", data, "-o", out / "d.csv", "--districts", out / "districts.geojson")
        run("filter", data, "-o", out / "f.csv", "--rejects", out / "rejects.csv")
        for name in ("trend.csv", "clusters.csv", "table.csv", "d.csv", "rejects.csv"):
            self.check_disarmed(out / name)

    def test_other_formats_have_the_text_as_it_is(self):
        data = self.write("evil.csv", table_of(EVIL))
        run("filter", data, "-o", self.folder / "o.geojson")
        self.assertEqual({f["properties"]["event_type"] for f in self.features(self.folder / "o.geojson")}, set(EVIL))


class Publishing(Case):
    def published(self, *options, ending="geojson"):
        out = self.folder / f"out.{ending}"
        _, stderr = run("filter", SAMPLE, "-o", out, *options)
        return out, stderr

    def test_places_are_cells_and_nothing_else_tells_them(self):
        for size in ("10km", "0.1deg"):
            out, _ = self.published("--coarsen", size)
            features = self.features(out)
            with open(SAMPLE, encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            located = [row for row in rows if row["latitude"]]
            self.assertLess(len({tuple(f["geometry"]["coordinates"]) for f in features}), 2000)
            text = out.read_text("utf-8")
            names = set(features[0]["properties"])
            self.assertEqual(names - {"event_date", "time_precision", "event_type", "actor1", "fatalities"},
                             {"cell_km" if size == "10km" else "cell_deg"})
            plain = [f for f in self.features(self.published()[0]) if f["geometry"]]
            exact = {tuple(f["geometry"]["coordinates"]) for f in plain}
            self.assertEqual(len(features), len(plain))
            self.assertEqual(exact & {tuple(f["geometry"]["coordinates"]) for f in features}, set())
            self.assertEqual([row["event_id_cnty"] for row in located[:200] if row["event_id_cnty"] in text], [])

    def test_every_cell_has_enough_and_the_rest_is_counted(self):
        for ending in ("geojson", "csv", "gpkg"):
            out, stderr = self.published("--coarsen", "10km", "--merge-under", "5", ending=ending)
            if ending != "geojson":
                continue
            features = self.features(out)
            cells = collections.Counter((*f["geometry"]["coordinates"], f["properties"]["cell_km"]) for f in features)
            self.assertGreaterEqual(min(cells.values()), 5)
            self.assertGreater(len({side for *_, side in cells}), 1)
            told = json.loads(out.read_text("utf-8"))["borderlens"]["made_for_publishing"]
            self.assertEqual(told["merged_under"], 5)
            self.assertEqual(told["coarsened_to"], "10km")
            everything = len(self.features(self.published("--coarsen", "10km")[0]))
            self.assertEqual(told["withheld"] + len(features), everything)
            self.assertIn("withheld", stderr)

    def test_two_files_share_their_cells(self):
        whole, part = (self.published("--coarsen", "25km", *options)[0].read_bytes() for options in ((), ("--from", "2022")))
        centres = [{tuple(f["geometry"]["coordinates"]) for f in json.loads(text)["features"]} for text in (whole, part)]
        self.assertLessEqual(centres[1], centres[0])

    def test_free_text_is_dropped(self):
        notes = self.write("notes.csv", "id,date,lon,lat,notes,long\n1,2021-01-01,71,34,secret," + "x" * 120 + "\n")
        out = self.folder / "o.geojson"
        run("filter", notes, "-o", out, "--drop-text")
        self.assertNotIn("secret", out.read_text())
        self.assertNotIn("xxx", out.read_text())

    def test_a_study_says_the_same(self):
        shutil.copy(SAMPLE, self.folder / "in.csv")
        output = {"what": "incidents", "path": "study.geojson", "coarsen": "10km", "merge_under": 5}
        study = self.write("p.study.json", json.dumps({"source": {"path": "in.csv"}, "outputs": [output]}))
        run("run", study)
        out, _ = self.published("--coarsen", "10km", "--merge-under", "5")
        self.assertEqual(self.features(self.folder / "study.geojson"), self.features(out))

    def test_wrong_wishes_are_refused(self):
        for options, said in ((("--merge-under", "5"), "--coarsen"), (("--coarsen", "10"), "0.1km"), (("--coarsen", "9999km"), "1000km"),
                              (("--coarsen", "10km", "--merge-under", "1"), "--merge-under")):
            _, stderr = run("filter", self.small, "-o", self.folder / "o.geojson", *options, code=2)
            self.assertIn(said, stderr)
        for output in ({"coarsen": "10"}, {"merge_under": 3}, {"coarsen": "10km", "merge_under": -1}, {"coarsen": "10km", "what": "density"}):
            study = self.write("w.study.json", json.dumps({"source": {"path": "small.csv"}, "outputs": [{"what": "incidents", "path": "o.geojson", **output}]}))
            run("run", study, code=3)


main()
