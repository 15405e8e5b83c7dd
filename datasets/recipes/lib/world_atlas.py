"""Countries of the npm package world-atlas (Natural Earth as quantised TopoJSON)."""
import os

from shapely.affinity import translate
from shapely.geometry import Polygon, box
from shapely.ops import unary_union
from shapely.validation import make_valid

from geodata import multi_polygon, polygons, read_json


class WorldAtlas:
    """Countries by their ISO 3166-1 numeric code ("586" is Pakistan)."""

    def __init__(self, packages, file="countries-110m.json"):
        path = os.path.join(packages, "node_modules", "world-atlas", file)
        self._topology = read_json(path)
        self._arcs = [self._decoded(arc) for arc in self._topology["arcs"]]

    def countries(self):
        """[(numeric code or None, name, geometry)] in the file's order."""
        rows = self._topology["objects"]["countries"]["geometries"]
        return [(row.get("id"), row["properties"]["name"], self._shape(row)) for row in rows]

    def country(self, code):
        return next(shape for number, _, shape in self.countries() if number == code)

    def _decoded(self, arc):
        """Arcs hold differences of whole numbers; the grid is about 0.0036 degrees wide."""
        scale, offset = self._topology["transform"]["scale"], self._topology["transform"]["translate"]
        column = row = 0
        points = []
        for d_column, d_row in arc:
            column, row = column + d_column, row + d_row
            points.append((round(column * scale[0] + offset[0], 6),
                           round(row * scale[1] + offset[1], 6)))
        return points

    def _ring(self, indices):
        """~i is arc i backwards; each arc begins where the last one ended."""
        points = []
        for index in indices:
            arc = self._arcs[index] if index >= 0 else self._arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    def _shape(self, row):
        parts = row["arcs"] if row["type"] == "MultiPolygon" else [row["arcs"]]
        rings = [[self._ring(ring) for ring in part] for part in parts]
        return multi_polygon(unary_union([_flat(part) for part in rings]))


def _flat(rings):
    """A polygon of the sphere in the flat -180..180 frame, cut where it crosses the date line."""
    outer = Polygon(_unwrapped(rings[0]), [_unwrapped(ring) for ring in rings[1:]])
    outer = make_valid(outer) if not outer.is_valid else outer
    parts = [translate(outer.intersection(box(shift - 180, -90, shift + 180, 90)), -shift)
             for shift in (-360, 0, 360)]
    return unary_union([polygon for part in parts for polygon in polygons(part)])


def _unwrapped(ring):
    """Longitudes made continuous; a ring around the pole is closed along 90 degrees south."""
    points, shift = [ring[0]], 0
    for (before, _), (lon, lat) in zip(ring, ring[1:]):
        if abs(lon - before) > 180:
            shift += 360 if lon < before else -360
        points.append((lon + shift, lat))
    if shift:
        points += [(points[-1][0], -90), (points[0][0], -90)]
    return points
