"""areas/: Khyber Pakhtunkhwa, with and without the former FATA, and Balochistan.

    areas.py PACKAGES WORK OUT
"""
import os
import sys

from geodata import multi_polygon, write_layer
from matched import MatchedLand
from names import Names
from sources import MATCHED, ODBL
from zones import Zones

AREAS = (
    ("khyber_pakhtunkhwa", "Khyber Pakhtunkhwa", ("PK-NW", "PK-TA"),
     "with the former Federally Administered Tribal Areas, merged into the province in 2018"),
    ("kp_without_fata", "Khyber Pakhtunkhwa without former FATA", ("PK-NW",),
     "the province as it was until 2018"),
    ("fata", "Former Federally Administered Tribal Areas", ("PK-TA",),
     "FATA as it was until 2018, when it was merged into Khyber Pakhtunkhwa"),
    ("balochistan", "Balochistan", ("PK-BA",), "the province in Pakistan"),
)


def main(packages, work, out):
    land = MatchedLand(packages, Zones(packages, work))
    names = Names()
    rows = []
    for area, name, regions, note in AREAS:
        about = {"id": area, "name": name, **names.local("area", "PAK", name), "source": MATCHED,
                 "licence": ODBL, "date": "2026",
                 "note": note + "; outline from Natural Earth, moved to the OpenStreetMap line "
                                "where it meets Afghanistan or Iran"}
        rows.append((multi_polygon(land.region(*regions)), about))
    write_layer(os.path.join(out, "areas", "areas.fgb"), rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
