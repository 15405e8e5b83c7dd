"""basemap/countries.fgb, provinces.fgb, coast.fgb and disputed.fgb.

    basemap.py PACKAGES WORK OUT
"""
import os
import sys

from shapely.geometry import LineString, MultiLineString, Polygon, box
from shapely.ops import linemerge, unary_union

from country_codes import CountryCodes
from geodata import edges, lines, multi_line, multi_polygon, natural_earth, polygons, write_layer
from matched import NE_CODES, MatchedLand
from names import Names
from sources import MATCHED, NE10M, NE50M, NE110M, NE_ALL, ODBL, PUBLIC_DOMAIN
from world_atlas import WorldAtlas
from zones import Zones

# Near: Natural Earth 1:10m. Next to them: 1:50m, so that no wide crack shows where the scales
# meet. Elsewhere: 1:110m. East of a meridian China and India are 1:50m too, to keep the file small.
NEAR = ("PAK", "AFG", "IRN", "CHN", "TKM", "TJK", "UZB", "KGZ", "KAZ", "IND", "NPL", "OMN", "ARE")
AROUND = ("IRQ", "TUR", "AZE", "ARM", "GEO", "SYR", "KWT", "QAT", "BHR", "SAU", "YEM", "LKA", "BGD",
          "BTN", "MMR", "MNG")
COARSE_EAST_OF = {"CHN": 90, "IND": 90}
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


def near_countries(packages, land, codes, finer):
    """{code: (geometry, source, licence)}"""
    result = {}
    for code in NEAR:
        if code in NE_CODES:
            outline, about = land.country(code), (MATCHED, ODBL)
        else:
            outline = natural_earth(packages, "countries", codes.two_letter(code))
            about = (NE10M, PUBLIC_DOMAIN)
        if code in COARSE_EAST_OF:
            outline = coarse_east(outline, finer[code], COARSE_EAST_OF[code])
        result[code] = (outline, *about)
    return result


def coarse_east(fine, coarse, meridian):
    west, east = box(-180, -90, meridian, 90), box(meridian, -90, 180, 90)
    return unary_union([fine.intersection(west), coarse.intersection(east)])


def atlas_countries(rows, finer, codes, near):
    """[(code or None, name, geometry, source)] of the rest of the world, fitted to the near."""
    taken = [geometry for geometry, _, _ in near.values()]
    around = fitted({code: finer[code] for code in AROUND}, taken, 0.03)
    named = {name: outline for _, name, outline in rows
             if codes.by_name(name) not in NEAR + AROUND and name != DRAWN_WITH_INDIA}
    far = fitted(named, taken + list(around.values()), 0.5)
    return ([(code, codes.full_name(code, code), outline, NE50M)
             for code, outline in around.items()]
            + [(codes.by_name(name), codes.full_name(codes.by_name(name), name), outline, NE110M)
               for name, outline in far.items()])


def fitted(outlines, taken, reach):
    """Less the land that finer outlines have taken, and out to them across cracks of some degrees."""
    finer = unary_union(taken)
    seam = finer.buffer(reach)
    whole = unary_union(list(outlines.values()))
    result = {}
    for name, outline in outlines.items():
        if outline.intersects(seam):
            crack = outline.buffer(reach).intersection(seam).difference(whole).difference(finer)
            outline = unary_union([outline.difference(finer), crack])
            outline = unary_union([part for part in polygons(outline) if part.area > 1e-3])
        result[name] = outline
    return result


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


def coast(countries):
    """The outline of all land, less the frame of a flat world and cracks between the scales."""
    land = unary_union(countries)
    whole = [Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > 0.02])
             for part in polygons(land)]
    frame = box(-179.98, -89.9, 179.98, 90)
    return linemerge(lines(unary_union([part.boundary for part in whole]).intersection(frame)))


def write_coast(path, countries):
    about = {"name": "coastline", "source": NE_ALL, "licence": PUBLIC_DOMAIN}
    write_layer(path, [(line, about) for line in multi_line(coast(countries)).geoms])


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
                     {"name": name, "note": note, "source": MATCHED, "licence": ODBL}))
    write_layer(path, rows)


def main(packages, work, out):
    folder = os.path.join(out, "basemap")
    land, names = MatchedLand(packages, Zones(packages, work)), Names()
    codes = CountryCodes(packages)
    finer = {codes.by_name(name): outline
             for _, name, outline in WorldAtlas(packages, "countries-50m.json").countries()}
    near = near_countries(packages, land, codes, finer)
    rest = atlas_countries(WorldAtlas(packages).countries(), finer, codes, near)
    write_countries(os.path.join(folder, "countries.fgb"), near, rest, codes, names)
    write_coast(os.path.join(folder, "coast.fgb"),
                [row[0] for row in near.values()] + [row[2] for row in rest])
    write_provinces(os.path.join(folder, "provinces.fgb"), land, names)
    write_disputed(os.path.join(folder, "disputed.fgb"), packages, land)


if __name__ == "__main__":
    main(*sys.argv[1:])
