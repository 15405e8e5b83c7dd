"""Countries of the npm package world-atlas (Natural Earth as quantised TopoJSON)."""
import os

from shapely.geometry import MultiPolygon, Polygon
from shapely.validation import make_valid

from geodata import multi_polygon, read_json


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
        shape = MultiPolygon([Polygon(part[0], part[1:]) for part in rings])
        return multi_polygon(shape if shape.is_valid else make_valid(shape))
