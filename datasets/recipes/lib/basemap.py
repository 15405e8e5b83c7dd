"""basemap/countries.fgb, provinces.fgb, coast.fgb and disputed.fgb.

    basemap.py PACKAGES WORK OUT
"""
import os
import sys

from shapely.geometry import LineString, MultiLineString, box
from shapely.ops import linemerge, unary_union

from country_codes import CountryCodes
from geodata import edges, lines, multi_line, multi_polygon, natural_earth, polygons, write_layer
from matched import NE_CODES, MatchedLand
from names import Names
from sources import MATCHED, NE10M, NE50M, NE110M, ODBL, PUBLIC_DOMAIN
from world_atlas import WorldAtlas
from zones import Zones

# Near: Natural Earth 1:10m. Around: 1:50m, so that no wide crack shows where the scales meet.
# Elsewhere: 1:110m.
NEAR = ("PAK", "AFG", "IRN", "CHN", "TKM", "TJK", "UZB", "KGZ", "KAZ", "IND", "NPL", "OMN", "ARE",
        "SAU")
AROUND = box(25, -5, 115, 62)
DRAWN_WITH_INDIA = "Siachen Glacier"  # 1:10m has it as a region of India; disputed.fgb outlines it

PROVINCES = (
    ("PK-PB", "Punjab", "province"),
    ("PK-SD", "Sindh", "province"),
    ("PK-IS", "Islamabad Capital Territory", "federal territory"),
    ("PK-NA", "Gilgit-Baltistan", "administered by Pakistan, part of the disputed Kashmir region"),
    ("PK-JK", "Azad Jammu and Kashmir",
     "administered by Pakistan, part of the disputed Kashmir region"),
)

# Name, note, and the regions on either side whose shared edges are the line.
DISPUTED = (
    ("Line of Control (disputed)", "parts the areas of Kashmir that Pakistan and India administer; "
     "no agreed international border", ("PK-JK", "PK-NA"), ("IN-JK", "IN-LA")),
    ("Working Boundary (disputed)", "called Working Boundary by Pakistan and international border "
     "by India", ("PK-PB",), ("IN-JK",)),
    ("Siachen area (disputed)", "claimed by Pakistan and India; the line beyond the Line of "
     "Control was never agreed", ("IN-KAS",), ("PK-NA", "IN-LA", "CHN")),
    ("Line of Actual Control (disputed)", "parts the areas that China and India administer; no "
     "agreed international border", ("CHN",), ("IN-LA",)),
    ("Line of 1963 (disputed)", "agreed by Pakistan and China in 1963; not recognised by India",
     ("PK-NA",), ("CHN",)),
)


def near_countries(packages, land, codes):
    """{code: (geometry, source, licence)}"""
    result = {}
    for code in NEAR:
        if code in NE_CODES:
            result[code] = (land.country(code), MATCHED, ODBL)
        else:
            outline = natural_earth(packages, "countries", codes.two_letter(code))
            result[code] = (outline, NE10M, PUBLIC_DOMAIN)
    return result


def atlas_countries(packages, codes, near):
    """[(code or None, name, geometry, source)] of the rest of the world, cut free of the near."""
    coarse, finer = WorldAtlas(packages), WorldAtlas(packages, "countries-50m.json")
    taken = unary_union([geometry for geometry, _, _ in near.values()])
    rings = ([row for row in finer.countries() if row[2].intersects(AROUND)],
             [row for row in coarse.countries() if not row[2].intersects(AROUND)])
    around = {name for _, name, _ in rings[0]} | {DRAWN_WITH_INDIA}
    rows = []
    for ring, source in zip(rings, (NE50M, NE110M)):
        for _, name, geometry in ring:
            code = codes.by_name(name)
            skipped = name == DRAWN_WITH_INDIA or (source == NE110M and name in around)
            if code not in near and not skipped:
                rows.append((code, codes.full_name(code, name), without(geometry, taken), source))
    return rows


def without(geometry, taken):
    """Less what a finer country already covers, and less the crumbs that leaves."""
    if not geometry.intersects(taken):
        return geometry
    return multi_polygon(unary_union([part for part in polygons(geometry.difference(taken))
                                      if part.area > 1e-3]))


def write_countries(path, near, rest, codes, names):
    rows = []
    for code, (geometry, source, licence) in near.items():
        rows.append((code, codes.full_name(code, code), geometry, source, licence))
    rows += [(*row, PUBLIC_DOMAIN) for row in rest]
    write_layer(path, [
        (multi_polygon(geometry), {"iso_a3": code or "", "name": name,
                                   **names.local("country", code, name),
                                   "source": source, "licence": licence})
        for code, name, geometry, source, licence in rows])


def coast(group, others, tolerance):
    """The outline of a group of countries away from the other groups, where it is a border."""
    seam = unary_union([other.buffer(tolerance) for other in others])
    frame = box(-179.98, -85.5, 179.98, 90)  # the edges of a flat world are no coast
    outline = unary_union(group).boundary.intersection(frame).difference(seam)
    return lines(linemerge(lines(outline)))


def write_coast(path, near, rest):
    groups = {MATCHED: [row[0] for row in near.values()]}
    for source in (NE50M, NE110M):
        groups[source] = [row[2] for row in rest if row[3] == source]
    rows = []
    for source, group in groups.items():
        others = [shape for name, shapes in groups.items() if name != source for shape in shapes]
        nearby = [shape for shape in others if shape.intersects(unary_union(group).buffer(0.3))]
        licence = ODBL if source == MATCHED else PUBLIC_DOMAIN
        about = {"name": "coastline", "source": source, "licence": licence}
        tolerance = 0.3 if source == NE110M else 0.05
        rows += [(line, about) for line in multi_line(
            MultiLineString(coast(group, nearby, tolerance))).geoms if line.length > 0.02]
    write_layer(path, rows)


def write_provinces(path, land, names):
    write_layer(path, [
        (multi_polygon(land.region(code)), {"name": name, "iso_a3": "PAK",
                                            **names.local("province", "PAK", name), "note": note,
                                            "source": MATCHED, "licence": ODBL})
        for code, name, note in PROVINCES])


def write_disputed(path, packages, land):
    def outline(code):
        if code == "CHN":
            return land.country("CHN")
        return land.region(code) if code[:2] == "PK" else natural_earth(packages, "regions", code)

    rows = []
    for name, note, first, second in DISPUTED:
        ours = set().union(*(edges(outline(code)) for code in first))
        theirs = set().union(*(edges(outline(code)) for code in second))
        line = linemerge([LineString(edge) for edge in sorted(ours & theirs)])
        assert not line.is_empty, name
        rows.append((multi_line(MultiLineString(lines(line))),
                     {"name": name, "note": note, "source": NE10M, "licence": PUBLIC_DOMAIN}))
    write_layer(path, rows)


def main(packages, work, out):
    folder = os.path.join(out, "basemap")
    land, names = MatchedLand(packages, Zones(packages, work)), Names()
    codes = CountryCodes(packages)
    near = near_countries(packages, land, codes)
    rest = atlas_countries(packages, codes, near)
    write_countries(os.path.join(folder, "countries.fgb"), near, rest, codes, names)
    write_coast(os.path.join(folder, "coast.fgb"), near, rest)
    write_provinces(os.path.join(folder, "provinces.fgb"), land, names)
    write_disputed(os.path.join(folder, "disputed.fgb"), packages, land)


if __name__ == "__main__":
    main(*sys.argv[1:])
