"""What comes out: every format read back by GDAL, RFC 7946, provenance, the same numbers in each."""

import gzip
import json
import shutil
import subprocess

from borderlens import SAMPLE, Case, main, run
from osgeo import gdal, ogr

gdal.UseExceptions()
FORMATS = ("geojson", "geojsonl", "csv", "gpkg", "fgb", "shp")


class Exports(Case):
    def read_back(self, path):
        dataset = ogr.Open(str(path))
        layer = dataset.GetLayer(0)
        rows = []
        for feature in layer:
            values = {feature.GetFieldDefnRef(i).GetName(): feature.GetField(i) for i in range(feature.GetFieldCount())}
            geometry = feature.GetGeometryRef()
            rows.append((values, None if geometry is None else geometry.GetPoint()[:2]))
        return rows

    def test_every_format_has_every_incident_and_the_same_distance(self):
        for ending in FORMATS:
            out = self.folder / f"out.{ending}"
            _, stderr = run("proximity", self.small, "-o", out)
            rows = self.read_back(out)
            self.assertEqual(len(rows), 4 if ending == "fgb" else 5, ending)
            self.assertEqual("1 incidents without a place are not in" in stderr, ending == "fgb")
            name = "border_dis" if ending == "shp" else "border_distance_m"
            distances = sorted(float(values[name]) for values, _ in rows if values[name] not in (None, ""))
            self.assertEqual(len(distances), 4, ending)
            self.assertAlmostEqual(distances[1], self.first_distances()[1], delta=0.001, msg=ending)

    def first_distances(self):
        out = self.folder / "reference.geojson"
        run("proximity", self.small, "-o", out)
        return sorted(f["properties"]["border_distance_m"] for f in self.features(out) if f["geometry"])

    def test_places_survive_every_format_that_has_geometry(self):
        for ending in ("geojson", "geojsonl", "gpkg", "fgb", "shp"):
            out = self.folder / f"out.{ending}"
            run("filter", self.small, "-o", out)
            places = [place for _, place in self.read_back(out) if place]
            self.assertEqual(len(places), 4, ending)
            self.assertTrue(any(abs(x - 71.5249) < 1e-7 and abs(y - 34.0151) < 1e-7 for x, y in places), ending)

    def test_provenance_is_inside_or_beside(self):
        for ending in FORMATS:
            out = self.folder / f"out.{ending}"
            run("filter", self.small, "-o", out, "--from", "2021")
            if ending == "geojson":
                provenance = json.loads(out.read_text("utf-8"))["borderlens"]
            elif ending == "gpkg":
                provenance = json.loads(gdal.OpenEx(str(out)).GetMetadataItem("BORDERLENS"))
                self.assertFalse((self.folder / "out.gpkg.provenance.json").exists())
            else:
                provenance = json.loads((self.folder / f"out.{ending}.provenance.json").read_text("utf-8"))
            self.assertEqual(provenance["program"], "borderlens", ending)
            self.assertIn("OpenStreetMap", provenance["border"]["lines"][0]["source"])
            self.assertIn("ODbL", provenance["border"]["lines"][0]["licence"])
            self.assertEqual(provenance["study"]["filter"]["from"], "2021-01-01")
            if ending == "shp":
                self.assertIn("border_distance_m", provenance["field_names"].values())

    def test_a_taken_column_name_is_replaced_and_said(self):
        data = self.write("taken.csv", "id,date,lon,lat,Border_Distance_m\n1,2021-01-01,70,33,wrong\n")
        out = self.folder / "out.geojson"
        _, stderr = run("proximity", data, "-o", out)
        properties = self.features(out)[0]["properties"]
        self.assertNotIn("Border_Distance_m", properties)
        self.assertIsInstance(properties["border_distance_m"], float)
        self.assertIn("Border_Distance_m", stderr)

    def test_own_columns_are_kept_as_they_were(self):
        data = self.write("own.csv", 'id,date,lon,lat,code,"odd, name"\n1,2021-01-01,70,33,007,"a ""b"" خیبر"\n')
        out = self.folder / "out.geojson"
        run("proximity", data, "-o", out)
        properties = self.features(out)[0]["properties"]
        self.assertEqual((properties["code"], properties["odd, name"]), ("007", 'a "b" خیبر'))

    def test_the_grid_is_north_up_with_crs_unit_and_provenance(self):
        out = self.folder / "d.tif"
        run("density", self.small, "-o", out, "--bandwidth", "60km", "--cell", "10km", "--area", "kp")
        raster = gdal.Open(str(out))
        transform = raster.GetGeoTransform()
        self.assertEqual((transform[1], transform[5]), (10000, -10000))
        self.assertIn("Lambert_Azimuthal_Equal_Area", raster.GetProjection())
        band = raster.GetRasterBand(1)
        self.assertEqual(band.GetUnitType(), "incidents per km² and year")
        self.assertGreater(band.ComputeRasterMinMax(False)[1], 0)
        self.assertIn("quartic", raster.GetMetadataItem("BORDERLENS"))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["d.tif", "small.csv"])

    def test_contours_are_valid_and_cover_their_incident(self):
        for ending in ("geojson", "gpkg", "fgb", "shp", "geojsonl"):
            out = self.folder / f"d.{ending}"
            run("density", SAMPLE, "-o", out)
            dataset = ogr.Open(str(out))
            layer = dataset.GetLayer(0)
            self.assertGreater(layer.GetFeatureCount(), 3, ending)
            peshawar = ogr.CreateGeometryFromWkt("POINT (71.5249 34.0151)")
            covering = []
            for feature in layer:
                self.assertTrue(feature.GetGeometryRef().IsValid(), ending)
                low, high = feature.GetField(0), feature.GetField(1)
                self.assertLess(low, high)
                self.assertEqual(feature.GetField(2), "incidents per km² and year")
                covering += [low] if feature.GetGeometryRef().Contains(peshawar) else []
            self.assertEqual(len(covering), 1, ending)

    def test_no_incident_is_an_empty_layer_not_a_fault(self):
        # The one format that cannot: said, with what can.
        _, stderr = run("filter", self.small, "-o", self.folder / "none.fgb", "--from", "2030", code=5)
        self.assertIn("FlatGeobuf", stderr)
        for ending in (ending for ending in FORMATS if ending != "fgb"):
            out = self.folder / f"none.{ending}"
            run("filter", self.small, "-o", out, "--from", "2030")
            self.assertEqual(self.read_back(out) if ending != "geojsonl" else [], [], ending)
        for ending in ("tif", "geojson", "png"):
            run("density", self.small, "-o", self.folder / f"none_d.{ending}", "--from", "2030")

    def test_a_picture_is_not_blank_and_names_its_sources(self):
        out = self.folder / "map.png"
        run("render", self.small, "-o", out, "--width", "800", "--height", "700")
        picture = gdal.Open(str(out))
        self.assertEqual((picture.RasterXSize, picture.RasterYSize), (800, 700))
        data = picture.GetRasterBand(1).ReadRaster()
        self.assertGreater(len(set(data)), 40)
        self.assertIn(b"OpenStreetMap", out.read_bytes())

    def test_a_second_run_writes_the_same_bytes(self):
        for name in ("a.geojson", "a.tif", "a.png", "a.fgb", "a.csv"):
            command = "density" if name.endswith((".tif", ".png")) else "proximity"
            out, again = self.folder / name, self.folder / ("again." + name.split(".")[1])
            run(command, self.small, "-o", out, "--threads", "1")
            run(command, self.small, "-o", again, "--threads", "2")
            self.assertEqual(out.read_bytes(), again.read_bytes(), name)

    def test_a_study_from_provenance_gives_the_same_incidents(self):
        out = self.folder / "first.geojson"
        run("filter", self.small, "-o", out, "--where", "deaths > 1", "--area", "study")
        study = json.loads(out.read_text("utf-8"))["borderlens"]["study"]
        study["source"]["path"] = "small.csv"
        study["outputs"] = [{"what": "incidents", "path": "second.geojson"}]
        self.write("again.study.json", json.dumps(study))
        run("run", self.folder / "again.study.json")
        self.assertEqual(self.features(out), self.features(self.folder / "second.geojson"))

    def test_ogrinfo_reads_the_layer(self):
        if shutil.which("ogrinfo") is None:
            self.skipTest("no ogrinfo")
        out = self.folder / "out.geojson"
        run("proximity", self.small, "-o", out)
        text = subprocess.run(["ogrinfo", "-al", "-so", str(out)], capture_output=True, text=True).stdout
        self.assertIn("Feature Count: 5", text)
        self.assertIn("border_distance_m: Real", text)


class InParts(Case):
    """A file that is larger than the memory allows."""

    def setUp(self):
        super().setUp()
        rows = ["id,date,latitude,longitude,deaths,code,note"]
        for i in range(20_000):
            place = "," if i % 500 == 9 else f"{24.8 + i % 97 / 9:.4f},{60.9 + i % 151 / 10:.4f}"
            day = "2021-02-30" if i == 10_000 else f"{2000 + i * 7 % 21}-{1 + i % 12:02}-{1 + i % 28:02}"
            rows.append(f"{i},{day},{place},{i % 5},{i if i < 19_000 else 'x'},\"words, and more of them\"")
        self.large = self.write("large.csv", "\n".join(rows) + "\n")

    def test_commands_give_the_same_in_parts(self):
        for command, options in (("filter", ("--from", "2005", "--within", "80km")), ("proximity", ("--json",))):
            whole, parts = self.folder / "whole.csv", self.folder / "parts.csv"
            said, _ = run(command, self.large, "-o", whole, *options, "--rejects", self.folder / "rejects-whole.csv")
            said_in_parts, stderr = run(command, self.large, "-o", parts, *options, "--memory", "4MB", "--rejects",
                                        self.folder / "rejects-parts.csv")
            self.assertEqual(said_in_parts, said)
            self.assertIn("read in parts: incidents are written in the order of the file", stderr)
            self.assertIn("1 rejected", stderr)
            self.assertEqual(sorted(parts.read_text().splitlines()), sorted(whole.read_text().splitlines()))
            self.assertEqual(*((self.folder / f"rejects-{how}.csv").read_text() for how in ("whole", "parts")))
            self.assertEqual(*((self.folder / f"{how}.csv.provenance.json").read_text() for how in ("whole", "parts")))
            ids = [int(line.split(",")[0]) for line in parts.read_text().splitlines()[1:]]
            self.assertEqual(ids, sorted(ids))

    def test_every_format_in_parts(self):
        for ending in FORMATS:
            whole, parts = self.folder / f"whole.{ending}", self.folder / f"parts.{ending}"
            _, said = run("filter", self.large, "-o", whole)
            _, said_in_parts = run("filter", self.large, "-o", parts, "--memory", "4MB")
            self.assertEqual(f"40 incidents without a place are not in {parts}" in said_in_parts, ending == "fgb")
            rows = [sorted(map(str, Exports.read_back(self, path))) for path in (whole, parts)]
            self.assertEqual(*rows, ending)
        self.assertEqual(*(json.loads((self.folder / f"{how}.geojson").read_text())["borderlens"]
                           for how in ("whole", "parts")))
        stdout, _ = run("filter", self.large, "-o", "-", "--memory", "4MB")
        piped = json.loads(stdout)
        self.assertEqual(len(piped["features"]), 19_999)
        self.assertEqual(piped["borderlens"]["incidents"]["rejected"], 1)
        self.assertEqual(len(piped["bbox"]), 4)

    def test_density_in_parts(self):
        values = []
        for how, options in (("whole", ()), ("parts", ("--memory", "4MB"))):
            out = self.folder / f"{how}.tif"
            _, stderr = run("density", self.large, "-o", out, "--cell", "20km", *options)
            values.append(gdal.Open(str(out)).ReadAsArray())
            self.assertEqual("rules of thumb need all incidents at once" in stderr, how == "parts")
        self.assertLess(abs(values[0] - values[1]).max(), 1e-6 * values[0].max())

    def test_what_cannot_be_done_in_parts_is_done_at_once_and_said(self):
        out = self.folder / "out.tif"
        _, stderr = run("density", self.large, "-o", out, "--adaptive", "--cell", "20km", "--memory", "4MB")
        self.assertIn("read whole, whatever --memory says: adaptive bandwidths need all incidents at once", stderr)
        packed = self.write("large.csv.gz", gzip.compress(self.large.read_bytes(), 0))
        _, stderr = run("filter", packed, "-o", self.folder / "out.csv", "--memory", "4MB")
        self.assertIn("only delimited text in UTF-8 and plain GeoJSON are read in parts", stderr)
        _, stderr = run("filter", self.large, "-o", self.folder / "out.csv", "--memory", "1GB")
        self.assertNotIn("parts", stderr)
        _, stderr = run("filter", self.large, "-o", self.folder / "out.csv", "--memory", "12", code=2)
        self.assertIn("must be a size such as 2GB or 500MiB", stderr)


main()
