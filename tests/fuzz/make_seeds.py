"""Writes the seeds of the fuzz targets, the same every time: make_seeds.py [FOLDER]."""

import json
import pathlib
import random
import sys

CSV = {
    "ucdp": "id,date_start,date_end,date_prec,where_prec,longitude,latitude,best,low,high,type_of_violence,adm_1\n"
            "1,2010-01-02,2010-01-02,1,1,71.5,34.0,3,2,5,1,Khyber\n2,2010-02-01,2010-02-28,4,4,66.9,30.1,,0,9,3,\n",
    "acled": "event_id_cnty,event_date,time_precision,geo_precision,longitude,latitude,fatalities,event_type,notes\n"
             'PAK1,"04 October 2021",1,1,71.5,34.0,0,Battles,"a ""quoted"" note, long"\n',
    "gtd": "eventid,iyear,imonth,iday,latitude,longitude,specificity,nkill,attacktype1_txt\n"
           "199001020001,1990,1,2,34.0,71.5,1,2,Bombing\n199000000002,1990,0,0,34.0,71.5,4,,\n",
    "semicolon": "sep=;\ndate;lon;lat\n03/04/2021;71,5;34,0\n04/03/2021;-1;91\n",
    "tabs_crlf": "date\tx\ty\r\n2021\t71.5\t34\r\n\r\n\t\t\r\n",
    "hxl": "date,lon,lat\n#date,#geo+lon,#geo+lat\n2021-08,70,30\n",
    "utf16": "date,lon,lat\n2021-08-15,70,30\n".encode("utf-16"),
    "counts": "district,year,month,incidents,deaths\nSwat,2021,August,3,1\nSwat,2021,13,x,\nQuetta,2021,1,4,\n",
    "quotes": 'date,lon,lat,note\n2021-01-01,70,30,"open\n2021-01-02,70,30,"two\nlines"\n',
    "nothing": "date,lon,lat\n",
}
POINT = {"type": "Point", "coordinates": [71.5, 34.0]}
GEOJSON = {
    "points": {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"date": "2021-01-02", "deaths": 3, "kind": "a"}, "geometry": POINT},
        {"type": "Feature", "properties": {"date": None}, "geometry": None}]},
    "multi": {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:32642"}}, "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPoint", "coordinates": [[500000, 3700000]]}}]},
    "polygon": {"type": "Feature", "properties": {"a": [1, {"b": 2}]}, "geometry": {
        "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
    "no-properties": {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"date": "2021-01-02"}, "geometry": POINT},
        {"type": "Feature", "date": "2021-01-02", "geometry": None}]},
    "no-such-geometry": {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"date": "2021-01-02"}, "geometry": POINT},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Pointe", "coordinates": [71, 34]}}]},
    "collection": {"type": "GeometryCollection", "geometries": [POINT, POINT]},
}
DATES = ["2021-08-15", "2021/08/15", "20210815", "15/08/2021", "08/15/2021", "15.08.2021", "4 October 1990",
         "Oct 4, 1990", "04-Oct-1990", "2021-08", "Aug 2021", "2021", "2021-08-15T12:00:00Z", "2021-08-15 00:00",
         "31/06/2021", "0000-01-01", "9999-12-31", "44422", "1443-01-07", "29 Feb 2021", "1/2/03"]
EXPRESSIONS = ["deaths >= 5 and kind = 'Battles'", "not (kind in ('a', 'b') or note like '%x_')", "date <= '2021'",
               "\"deaths\" is not null", "kind != 'it''s'", "deaths in (1, 2.5, -3e2)", "id = '' or deaths is null",
               "((((deaths > 1))))", "nothing = 1"]
STUDIES = [
    {"borderlens_study": 1, "source": {"path": "a.csv"}, "outputs": [{"what": "map", "path": "m.png"}]},
    {"borderlens_study": 1, "name": "x", "source": {"path": "../a.csv", "columns": {"lon": "x"}},
     "filter": {"from": "2020-01-01", "to": "2021-12-31", "bbox": [60, 24, 75, 37], "where": "a = 1", "within_km": 20},
     "proximity": {"band_edges_km": [0, 5, 10], "intervals": True, "null": {"model": "uniform", "runs": 99, "seed": 7}},
     "density": {"kernel": "quartic", "bandwidth_km": 25, "cell_km": 2.5}, "hot_spots": {"cell_km": 10, "radius_km": 20},
     "clusters": {"eps_km": 10, "eps_time_days": 14, "min_points": 5}, "trend": {"per": "month", "by": "none"},
     "before_after": {"date": "2020-02-29", "window_days": 180}, "strip": {"reach_km": 100},
     "map": {"title": "t", "view": [60, 24, 75, 37], "references": [{"path": "r.gpkg"}], "theme": "dark"},
     "timeline": {"show_events": False, "marks": [{"date": "2020-02-29", "text": "m"}]}},
]
SCHEMAS = ["id,date_start,date_end,longitude,latitude,best", "event_id_cnty,event_date,longitude,latitude,fatalities",
           "eventid,iyear,imonth,iday,latitude,longitude", "x,y,when", "Longitude , LATITUDE,date", "lon,lon,lat,lat", "", ","]

# What a fuzzer found, as bytes in hexadecimal.
FINDINGS = {
    "border_distance": {"edge-without-length-at-a-pole": "0000626000024100ffffffffffffff1a5d1af3ffffff0241ff"},
    "density": {"bandwidth-far-below-a-cell": "880200" + 81 * "ff" + 8 * "00"},
    "geojson_reader": {"a-feature-that-ends-before-it-begins": (
        "7b2274797065223a202246656174757265436f6c6c656374696f6e222c20226665617475726573223a205b7b2274797065223a20224665"
        "6174757265222c202270726f70657274696573223a207b2264617e65223a2022343034312d30312c3032222c2022646561746873223a20"
        "332c2022223a2022506f696e74227d2c202267656f6d65747279223a207b2274797065223a2022506f696e74222c2022636f6f7264696e"
        "61746573223a205b31302e352c2033305d7d7d2c207b2274797065223a202246656174757265222c202270726f706572746965223a2022"
        "46656174757265222c202270726f70657274696573223a207b2264617e65223a2022343034312d30312c70617373776f72643d74687322"
        "3a20332c2022223a20205b31302e352c7b2264617465223a206e756c6c7d2c202267654f6d65747279223a206e756c6c7d5d7d"),
        "properties-twice": (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"date": "2021-01-02"}, '
            '"geometry": {"type": "Point", "coordinates": [71.5, 34]}}, {"type": "Feature", "properties": '
            '{"date": "93,02"}, "properties": {"other": null}}]}').encode().hex()},
    "study_file": {"a-version-of-many-digits": ('{"borderlens_study": ' + 130 * "1" + "}").encode().hex()},
}


def write(folder, name, content):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def numbered(folder, contents):
    for number, content in enumerate(contents, 1):
        write(folder, f"{number:02}", content if isinstance(content, str) else json.dumps(content))


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "seeds")
    for name, text in CSV.items():
        write(root / "csv_reader", name, text)
    for name, value in GEOJSON.items():
        write(root / "geojson_reader", name, json.dumps(value))
    numbered(root / "date_reader", DATES)
    numbered(root / "expression", EXPRESSIONS)
    numbered(root / "study_file", STUDIES)
    numbered(root / "schema", SCHEMAS)
    for target, findings in FINDINGS.items():
        for name, content in findings.items():
            write(root / target, name, bytes.fromhex(content))
    draw = random.Random(20210815)
    for target in ("border_distance", "density", "st_dbscan", "gi_star"):
        for number, size in enumerate((0, 3, 40, 200, 400, 600), 1):
            write(root / target, f"{number:02}", bytes(draw.randrange(256) for _ in range(size)))


main()
