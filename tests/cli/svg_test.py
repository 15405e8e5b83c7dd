"""The map as SVG: well-formed, complete, the same bytes every time, and the same figure as the PNG."""

import json
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as tree

from borderlens import SAMPLE, Case, main, run
from osgeo import gdal

gdal.UseExceptions()
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def pixels(path):
    picture = gdal.Open(str(path))
    size = (picture.RasterXSize, picture.RasterYSize)
    return size, picture.ReadRaster(0, 0, *size, band_list=[1, 2, 3])


class Svg(Case):
    def drawn(self, name, *flags):
        out = self.folder / name
        run("render", SAMPLE, "--quiet", "-o", out, *flags)
        return out

    def test_it_is_xml_with_words_and_provenance(self):
        root = tree.parse(self.drawn("map.svg", "--title", "A <b> & خیبر", "--from", "2021")).getroot()
        self.assertEqual(root.find(SVG + "title").text, "A <b> & خیبر")
        self.assertIn("2021-01-01", root.find(SVG + "desc").text)
        self.assertIn("synthetic", root.find(SVG + "desc").text)
        provenance = json.loads(root.find(SVG + "metadata").text)
        self.assertEqual(provenance["study"]["filter"]["from"], "2021-01-01")
        self.assertEqual(list(root.iter(SVG + "text")), [], "letters are outlines")
        known = {element.get("id") for element in root.iter() if element.get("id")}
        for use in root.iter(SVG + "use"):
            self.assertIn(use.get(XLINK + "href")[1:], known)
        layers = [element.get("id") for element in root.iter(SVG + "g") if (element.get("id") or "").startswith("layer-")]
        self.assertEqual(layers[0], "layer-countries")
        self.assertIn("layer-border", layers)
        self.assertIn("layer-incidents", layers)

    def test_the_same_bytes_every_time(self):
        self.assertEqual(self.drawn("one.svg").read_bytes(), self.drawn("two.svg").read_bytes())

    def test_size_on_paper(self):
        root = tree.parse(self.drawn("paper.svg", "--size", "180x120mm", "--dpi", "300")).getroot()
        self.assertEqual(root.get("viewBox"), "0 0 2126 1417")
        self.assertAlmostEqual(float(root.get("width")[:-2]), 180, delta=0.1)
        size, _ = pixels(self.drawn("paper.png", "--dpi", "300", "--size", "180x120mm"))
        self.assertEqual(size, (2126, 1417))

    def test_silly_sizes_are_refused_in_a_sentence(self):
        for flags, words in ((("--size", "big"), "is not a size"), (("--size", "16000x16000"), "million"),
                             (("--size", "10x10"), "200 to 16000"), (("--dpi", "5000"), "48"),
                             (("--size", "800x600", "--width", "900"), "--size")):
            _, stderr = run("render", SAMPLE, "-o", self.folder / "x.svg", *flags, code=2)
            self.assertIn(words, stderr)
            self.assertFalse((self.folder / "x.svg").exists())

    @unittest.skipUnless(shutil.which("xmllint"), "xmllint is not installed")
    def test_xmllint_finds_nothing(self):
        subprocess.run(["xmllint", "--noout", self.drawn("map.svg")], check=True)

    @unittest.skipUnless(shutil.which("rsvg-convert"), "rsvg-convert (librsvg2-bin) is not installed")
    def test_another_program_draws_the_same_figure(self):
        for flags in ((), ("--theme", "dark", "--no-incidents"), ("--view", "69.5,32.5,73,35")):
            flags = ("--size", "800x600", *flags)
            png, svg = self.drawn("map.png", *flags), self.drawn("map.svg", *flags)
            drawn = self.folder / "svg.png"
            subprocess.run(["rsvg-convert", "-w", "800", "-h", "600", svg, "-o", drawn], check=True)
            (size, ours), (other_size, theirs) = pixels(png), pixels(drawn)
            self.assertEqual(size, other_size)
            apart = [abs(a - b) for a, b in zip(ours, theirs)]
            self.assertLess(sum(apart) / len(apart), 2.5, flags)
            self.assertLess(sum(1 for d in apart if d > 96) / len(apart), 0.005, flags)


if __name__ == "__main__":
    main()
