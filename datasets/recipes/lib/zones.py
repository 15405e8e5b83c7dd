"""The fine lines: where two time zones of geo-tz touch (see zones.js)."""
import os
import subprocess
from collections import defaultdict

from shapely.geometry import LineString, shape
from shapely.ops import linemerge, unary_union

from geodata import edges, read_json

ZONE_OF = {"PAK": "Asia/Karachi", "AFG": "Asia/Kabul", "IRN": "Asia/Tehran"}


class Zones:
    """The zones of Pakistan, Afghanistan and Iran, leaf by leaf of the quadtree.

    They hold territorial waters too, so they are not land.
    """

    def __init__(self, packages, work):
        path = os.path.join(work, "zones.geojson")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "zones.js")
        subprocess.run(["node", script, packages, path, *ZONE_OF.values()], check=True)
        country_of = {zone: country for country, zone in ZONE_OF.items()}
        self._leaves = {country: defaultdict(list) for country in ZONE_OF}
        for feature in read_json(path)["features"]:
            country = country_of[feature["properties"]["zone"]]
            leaf = feature["properties"]["leaf"]
            self._leaves[country][leaf].append(shape(feature["geometry"]))

    def shared_line(self, first, second):
        """The edges that both zones have in the same leaf, merged.

        Leaf by leaf, because the edge of one leaf is also an edge of the next, and would pass for
        a border wherever the two zones meet at it.
        """
        shared = set()
        for leaf in sorted(self._leaves[first].keys() & self._leaves[second].keys()):
            shared |= self._leaf_edges(first, leaf) & self._leaf_edges(second, leaf)
        return _directed(linemerge([LineString(edge) for edge in sorted(shared)]))

    def polygon(self, country):
        return unary_union([part for leaf in self._leaves[country].values() for part in leaf])

    def _leaf_edges(self, country, leaf):
        return set().union(*(edges(part) for part in self._leaves[country][leaf]))


def _directed(line):
    """From the western end, whichever way the edges happened to be merged."""
    assert line.geom_type == "LineString", "the zones share more than one line"
    points = list(line.coords)
    return LineString(points if points[0] < points[-1] else points[::-1])
