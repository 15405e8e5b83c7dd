"""One coverage of land: Natural Earth's countries, with Pakistan, Afghanistan and Iran moved to
the fine lines between them.

The outlines of Natural Earth and the fine lines are noded together and parted into faces; each
face goes to one country and, in Pakistan, to one region; then the faces of a name are joined.
Faces share their edges exactly, so that there is one border and no sliver, and every vertex of
a fine line is kept.
"""
from collections import Counter

from shapely.geometry import LineString, Point
from shapely.ops import nearest_points, polygonize, unary_union
from shapely.prepared import prep

from geodata import edges, natural_earth

NE_CODES = {"PAK": "PK", "AFG": "AF", "IRN": "IR", "CHN": "CN", "TKM": "TM"}
REGIONS = ("PK-BA", "PK-IS", "PK-JK", "PK-NA", "PK-NW", "PK-PB", "PK-SD", "PK-TA")
FINE_PAIRS = (("PAK", "AFG"), ("PAK", "IRN"), ("AFG", "IRN"))

# The fine lines end at China and Turkmenistan 1-4 km away from where Natural Earth's do. Within
# this many degrees of such an end the zones' outer edges close the gap; beyond it Natural
# Earth's line with the third country stays as it is.
END_WINDOW = 0.15


class MatchedLand:
    def __init__(self, packages, zones):
        self.lines = {pair: zones.shared_line(*pair) for pair in FINE_PAIRS}
        self._zones = {name: zones.polygon(name) for name in ("PAK", "AFG", "IRN")}
        self._coarse = {name: natural_earth(packages, "countries", code)
                        for name, code in NE_CODES.items()}
        self._regions = {code: natural_earth(packages, "regions", code) for code in REGIONS}
        self._window = self._end_window()
        self._faces = list(polygonize(unary_union(self._linework())))
        self._label()

    def country(self, name):
        """The land of PAK, AFG, IRN, CHN or TKM."""
        return unary_union([face for face, label in zip(self._faces, self._country) if label == name])

    def region(self, *codes):
        """The land of one or more regions of Pakistan ("PK-BA")."""
        return unary_union([face for face, label in zip(self._faces, self._region) if label in codes])

    def _end_window(self):
        """Around the ends of fine lines that lie on land and belong to one line only."""
        ends = Counter(end for line in self.lines.values() for end in (line.coords[0], line.coords[-1]))
        loose = [Point(end) for end, count in ends.items() if count == 1]
        on_land = [end for end in loose if any(land.contains(end) for land in self._coarse.values())]
        return unary_union([end.buffer(END_WINDOW) for end in on_land])

    def _linework(self):
        outlines = [land.boundary for land in [*self._coarse.values(), *self._regions.values()]]
        closing = [zone.boundary.intersection(self._window) for zone in self._zones.values()]
        return outlines + list(self.lines.values()) + closing + self._region_cuts()

    def _region_cuts(self):
        """Where two regions meet short of the fine line: a cut to the nearest vertex of it.

        The cut parts the gap between the regions, so that each piece has one nearest region.
        """
        cuts = []
        for pair in FINE_PAIRS[:2]:
            border = self.lines[pair]
            for point in self._region_ends(pair[1]):
                if self._zones["PAK"].contains(point):
                    nearest = nearest_points(point, border)[1]
                    vertex = min(border.coords, key=lambda c: nearest.distance(Point(c)))
                    cuts.append(LineString([point.coords[0], vertex]))
        return cuts

    def _region_ends(self, neighbour):
        """Points of Natural Earth's border with a neighbour that two regions share."""
        border = edges(self._coarse["PAK"]) & edges(self._coarse[neighbour])
        corners = Counter()
        for region in self._regions.values():
            own = {point for edge in edges(region) & border for point in edge}
            corners.update(own)
        return [Point(corner) for corner, count in sorted(corners.items()) if count > 1]

    def _label(self):
        points = [face.representative_point() for face in self._faces]
        countries, regions, zones = map(_Areas, (self._coarse, self._regions, self._zones))
        self._country = [self._country_label(point, countries.at(point), zones.at(point))
                         for point in points]
        self._region = [regions.at(point) if country == "PAK" else None
                        for point, country in zip(points, self._country)]
        self._assign_gaps()

    def _country_label(self, point, coarse, zone):
        """The zone decides among the three; at a line's end also against the third country."""
        if coarse is None or zone is None:
            return coarse
        if coarse in self._zones or self._window.contains(point):
            return zone
        return coarse

    def _assign_gaps(self):
        """Land that is Pakistan's by the fine line only goes to the region it borders longest."""
        gaps = [i for i, country in enumerate(self._country)
                if country == "PAK" and self._region[i] is None]
        owner = {}
        for i, region in enumerate(self._region):
            if region:
                owner.update((edge, region) for edge in edges(self._faces[i]))
        for i in gaps:
            self._region[i] = self._bordering(self._faces[i], owner) or self._nearest(self._faces[i])

    @staticmethod
    def _bordering(face, owner):
        shared = Counter()
        for edge in edges(face):
            if edge in owner:
                shared[owner[edge]] += LineString(edge).length
        return min(shared, key=lambda region: (-shared[region], region)) if shared else None

    def _nearest(self, face):
        return min(REGIONS, key=lambda code: face.distance(self._regions[code]))


class _Areas:
    """Which of some areas that do not overlap a point lies in, None where none."""

    def __init__(self, areas):
        self._areas = [(name, prep(area)) for name, area in areas.items()]

    def at(self, point):
        return next((name for name, area in self._areas if area.contains(point)), None)
