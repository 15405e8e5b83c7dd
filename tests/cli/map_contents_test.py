"""What else is on a picture of the map: graticule, names in other languages, files of the user's own."""

import json

from borderlens import Case, main, run
from osgeo import gdal, osr

gdal.UseExceptions()

DISTRICTS = {
    "type": "FeatureCollection",
    "features": [{
        "type": "Feature",
        "properties": {"name": "Box"},
        "geometry": {"type": "Polygon",
                     "coordinates": [[[64, 27], [70, 27], [70, 31], [64, 31], [64, 27]]]},
    }],
}


class MapContents(Case):
    def setUp(self):
        super().setUp()
        self.districts = self.write("districts.geojson", json.dumps(DISTRICTS))

    def render(self, *options, source=None, code=0):
        out = self.folder / "map.png"
        out.unlink(missing_ok=True)
        stderr = run("render", source or self.small, "-o", out, "--width", "900", "--height", "700", "--no-density",
                     *options, code=code)[1]
        return out if code == 0 else stderr

    def pixels(self, path):
        return gdal.Open(str(path)).ReadAsArray()

    def changed(self, a, b):
        """The share of pixels that two pictures do not have in common."""
        return float((self.pixels(a) != self.pixels(b)).any(axis=0).mean())

    def kept(self, path):
        copy = self.folder / "before.png"
        copy.write_bytes(path.read_bytes())
        return copy

    def provenance(self, path):
        return json.loads(gdal.Open(str(path)).GetMetadataItem("borderlens"))

    def raster(self, name, bands, palette=False, nodata=None):
        """A GeoTIFF of 60 x 40 pixels over Balochistan; `bands` gives the value of each pixel by band, column, row."""
        path = self.folder / name
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 60, 40, bands[0], gdal.GDT_Byte)
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(4326)
        dataset.SetProjection(crs.ExportToWkt())
        dataset.SetGeoTransform((63, 0.1, 0, 31, 0, -0.1))
        for number in range(1, bands[0] + 1):
            band = dataset.GetRasterBand(number)
            rows = b"".join(bytes(bands[1](number, column, row) for column in range(60)) for row in range(40))
            band.WriteRaster(0, 0, 60, 40, rows)
            if nodata is not None:
                band.SetNoDataValue(nodata)
        if palette:
            table = gdal.ColorTable()
            table.SetColorEntry(1, (255, 0, 0, 255))
            table.SetColorEntry(2, (0, 0, 255, 255))
            dataset.GetRasterBand(1).SetRasterColorTable(table)
        dataset = None
        return path

    def count(self, path, color, tolerance=2):
        picture = self.pixels(path)[:3].astype(int)
        near = [abs(picture[i] - color[i]) <= tolerance for i in range(3)]
        return int((near[0] & near[1] & near[2]).sum())

    def test_the_graticule_is_off_until_asked_for(self):
        plain = self.kept(self.render())
        self.assertEqual(self.changed(plain, self.render()), 0)
        share = self.changed(plain, self.render("--graticule"))
        self.assertTrue(0.002 < share < 0.1, share)

    def test_names_change_with_the_language(self):
        english = self.kept(self.render())
        urdu = self.render("--label-language", "ur")
        self.assertGreater(self.changed(english, urdu), 0.002)
        self.assertEqual(self.provenance(urdu)["study"]["map"]["label_language"], "ur")
        before = self.kept(urdu)
        self.assertGreater(self.changed(before, self.render("--label-language", "ps")), 0.0005)
        self.assertIn("must be en, ur or ps", self.render("--label-language", "fa", code=2))

    def test_a_reference_layer_is_drawn_and_named(self):
        plain = self.kept(self.render())
        drawn = self.render("--reference", self.districts)
        self.assertGreater(self.changed(plain, drawn), 0.02)
        provenance = self.provenance(drawn)
        self.assertEqual(provenance["own_layers"],
                         [{"layer": "Reference layer, source: districts.geojson as given by the user",
                           "licence": "not stated"}])
        self.assertEqual(provenance["study"]["map"]["references"][0]["path"], "districts.geojson")
        self.render("--reference", self.districts, "--reference", self.districts)

    def test_a_reference_in_another_crs_lies_at_the_same_place(self):
        self.render("--reference", self.districts)
        straight = self.kept(self.folder / "map.png")
        utm = self.folder / "utm.gpkg"
        gdal.VectorTranslate(str(utm), str(self.districts), dstSRS="EPSG:3857")
        self.assertLess(self.changed(straight, self.render("--reference", utm)), 0.004)  # its name in the legend

    def test_a_wrong_reference_is_one_sentence_and_no_picture(self):
        missing = self.render("--reference", self.folder / "none.gpkg", code=3)
        self.assertIn("none.gpkg", missing)
        self.assertEqual(len(missing.strip().splitlines()[-1:]), 1)
        broken = self.write("broken.geojson", "{")
        self.assertIn("broken.geojson", self.render("--reference", broken, code=3))
        self.assertIn("nothing to draw",
                      self.render("--reference", self.write("empty.geojson",
                                                            '{"type":"FeatureCollection","features":[]}'), code=4))
        self.assertFalse((self.folder / "map.png").exists())

    def test_a_backdrop_shows_its_own_colours(self):
        rgb = self.raster("rgb.tif", (3, lambda band, column, row: (250, 10, 200)[band - 1]))
        drawn = self.render("--backdrop", rgb, "--no-labels")
        self.assertGreater(self.count(drawn, (250, 10, 200)), 5000)
        self.assertIn("Backdrop, source: rgb.tif as given by the user",
                      [layer["layer"] for layer in self.provenance(drawn)["own_layers"]])

    def test_a_palette_gives_a_backdrop_its_colours_and_no_data_is_clear(self):
        # West red, east blue, the northern half without data.
        path = self.raster("palette.tif", (1, lambda band, column, row: 0 if row < 20 else 1 if column < 30 else 2),
                           palette=True, nodata=0)
        drawn = self.render("--backdrop", path, "--no-labels")
        red, blue = self.count(drawn, (255, 0, 0)), self.count(drawn, (0, 0, 255))
        self.assertGreater(red, 1000)
        self.assertLess(abs(red - blue), 0.2 * red)
        self.assertEqual(self.count(drawn, (0, 0, 0)), 0)

    def test_a_backdrop_may_cover_the_world(self):
        path = self.folder / "world.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 360, 180, 1, gdal.GDT_Byte)
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(4326)
        dataset.SetProjection(crs.ExportToWkt())
        dataset.SetGeoTransform((-180, 1, 0, 90, 0, -1))
        dataset.GetRasterBand(1).Fill(77)
        dataset = None
        self.assertGreater(self.count(self.render("--backdrop", path, "--no-labels"), (77, 77, 77)), 50000)

    def test_a_backdrop_without_a_place_is_one_sentence(self):
        path = self.folder / "plain.png"
        source = gdal.GetDriverByName("MEM").Create("", 8, 8, 3, gdal.GDT_Byte)
        gdal.GetDriverByName("PNG").CreateCopy(str(path), source)
        stderr = self.render("--backdrop", path, code=3)
        self.assertIn("plain.png: has no place on the map", stderr)

    def test_a_study_finds_its_own_files_wherever_it_runs(self):
        studies = self.folder / "studies"
        studies.mkdir()
        self.write("studies/a.csv", self.small.read_text())
        self.write("studies/zone.geojson", json.dumps(DISTRICTS))
        study = self.write("studies/s.study.json", json.dumps({
            "source": {"path": "a.csv"}, "filter": {"area": "zone.geojson"},
            "map": {"show_density": False, "references": [{"path": "../districts.geojson", "label_field": "name"}]},
            "outputs": [{"what": "incidents", "path": "out.geojson"}, {"what": "map", "path": "map.png"}]}))
        run("run", study, "--allow-outside")
        self.assertEqual([f["properties"]["id"] for f in self.features(studies / "out.geojson")], [2])
        self.assertEqual(len(self.provenance(studies / "map.png")["own_layers"]), 1)

    def test_options_add_to_what_a_study_has_on_its_map(self):
        study = self.write("s.study.json", json.dumps({
            "source": {"path": "small.csv"}, "map": {"references": [{"path": "districts.geojson"}]}}))
        other = self.write("other.geojson", json.dumps(DISTRICTS))
        drawn = self.render("--reference", other, "--graticule", source=study)
        self.assertEqual(len(self.provenance(drawn)["own_layers"]), 2)
        self.assertTrue(self.provenance(drawn)["study"]["map"]["show_graticule"])


main()
