"""borders/: the two land borders in three sets, and Pakistan's polygon of each set.

    borders.py PACKAGES WORK OUT
"""
import os
import sys

from shapely.geometry import LineString
from shapely.ops import linemerge

from geodata import edges, multi_polygon, natural_earth, write_layer
from matched import MatchedLand
from sources import DATES, MATCHED, SETS
from world_atlas import WorldAtlas
from zones import Zones

NAMES = {"AFG": "Pakistan–Afghanistan border", "IRN": "Pakistan–Iran border"}
NOTES = {
    "AFG": "line in use; Afghan governments have not recognised the Durand Line as the "
           "international border",
    "IRN": "line in use; no dispute over the line is recorded in the source",
}

# South of the coast in Gwatar Bay the zones part the territorial sea, which is no land border.
LAND_NORTH_OF = 25.2


def land_part(line):
    points = list(line.coords)
    n_land = sum(lat > LAND_NORTH_OF for _, lat in points)
    (lon, lat), (sea_lon, sea_lat) = points[n_land - 1:n_land + 1]
    assert min(lat for _, lat in points[:n_land]) > LAND_NORTH_OF, "the line comes back to land"
    share = (lat - LAND_NORTH_OF) / (lat - sea_lat)
    return LineString(points[:n_land] + [(round(lon + share * (sea_lon - lon), 6), LAND_NORTH_OF)])


def shared_line(first, second):
    """The edges of both polygons, which come from one topology, as one line from its western end."""
    line = linemerge([LineString(edge) for edge in sorted(edges(first) & edges(second))])
    points = list(line.coords)
    return LineString(points if points[0] < points[-1] else points[::-1])


def fine_set(land):
    lines = {"AFG": land.lines["PAK", "AFG"], "IRN": land_part(land.lines["PAK", "IRN"])}
    return lines, land.country("PAK")


def coarse_set(pakistan, afghanistan, iran):
    lines = {"AFG": shared_line(pakistan, afghanistan), "IRN": shared_line(pakistan, iran)}
    return lines, pakistan


def write_set(folder, name, lines, territory):
    about = {**SETS[name], "date": DATES[name]}
    for neighbour, line in lines.items():
        attributes = {"set_id": about["set_id"], "neighbour": neighbour, "name": NAMES[neighbour],
                      "source": about["source"], "licence": about["licence"],
                      "date": about["date"], "accuracy_m": about["accuracy_m"],
                      "note": NOTES[neighbour]}
        file = os.path.join(folder, "pak_%s_%s.shp" % (neighbour.lower(), name))
        write_layer(file, [(line, attributes)], driver="ESRI Shapefile")
    attributes = {"set_id": about["set_id"], "iso_a3": "PAK", "name": "Pakistan",
                  "source": MATCHED if name == "osm2026" else about["source"],
                  "licence": about["licence"], "date": about["date"],
                  "note": "as drawn in the source; lines of control are no recognised borders"}
    file = os.path.join(folder, "territory_%s.fgb" % name)
    write_layer(file, [(multi_polygon(territory), attributes)])


def main(packages, work, out):
    folder = os.path.join(out, "borders")
    atlas = WorldAtlas(packages)
    write_set(folder, "osm2026", *fine_set(MatchedLand(packages, Zones(packages, work))))
    write_set(folder, "ne10m", *coarse_set(
        *(natural_earth(packages, "countries", code) for code in ("PK", "AF", "IR"))))
    write_set(folder, "ne110m", *coarse_set(
        *(atlas.country(code) for code in ("586", "004", "364"))))


if __name__ == "__main__":
    main(*sys.argv[1:])
