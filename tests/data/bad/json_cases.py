"""GeoJSON and study files."""

import json
import os

from bad_case import case


def point(number, place, **more):
    return {"type": "Feature", "properties": {"id": number, "date": "2021-01-10", **more},
            "geometry": place and {"type": "Point", "coordinates": place}}


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", **more, "features": features})


GOOD, LAST = point(1, [71.5249, 34.0151]), point(9, [62.3254, 25.1264])
WHOLE = collection(GOOD, LAST)


def one_bad(name, feature, reject, *words):
    case(f"geojson/{name}.geojson", collection(GOOD, feature, LAST), 0, "1 rejected", "(row 3)", *words, kept=2,
         rejects=(reject,))


one_bad("date_june_31", point(2, [71, 34], date="2021-06-31"), "3,date,", "date")
one_bad("longitude_181", point(2, [181, 34]), "3,,", "not a longitude")
one_bad("latitude_91", point(2, [71, 91]), "3,,", "not a latitude")
one_bad("line_among_points",
        {**point(2, None), "geometry": {"type": "LineString", "coordinates": [[71, 34], [72, 34]]}},
        '3,,,"has a LINESTRING geometry', "not a point")
one_bad("two_points", {**point(2, None), "geometry": {"type": "MultiPoint", "coordinates": [[71, 34], [72, 34]]}},
        '3,,,"has a MULTIPOINT geometry', "not a point")
case("geojson/no_geometry.geojson", collection(GOOD, point(2, None), LAST), 0, "3 incidents", kept=3)
case("geojson/empty_point.geojson", collection(GOOD, point(2, []), LAST), 0, "incidents", kept=3)
case("geojson/swapped.geojson", collection(GOOD, point(2, [34, 71])), 0, "look swapped", kept=2)
case("geojson/empty_file.geojson", b"", 4, "is empty")
case("geojson/no_features.geojson", collection(), 4, "no incident")
for share in (10, 50, 90):
    case(f"geojson/cut_at_{share}_percent.geojson", WHOLE[:len(WHOLE) * share // 100], 3)
case("geojson/last_byte_cut.geojson", WHOLE[:-1], 3)
case("geojson/nul_byte.geojson", WHOLE.replace("2021", "20\0001", 1), 0, "1 rejected", "is not a date", kept=1,
     rejects=("2,date,",))
case("geojson/not_utf8.geojson", collection(point(1, [71, 34], note="n")).encode().replace(b'"n"', b'"\xff\xfe"'), 0,
     kept=1)
case("geojson/nan.geojson", WHOLE.replace("71.5249", "NaN"), 0, "1 without a place", kept=2)
case("geojson/infinity.geojson", WHOLE.replace("71.5249", "Infinity"), 0, "1 rejected", "longitude", kept=1,
     rejects=("2,,",))
case("geojson/1e999.geojson", WHOLE.replace("71.5249", "1e999"), 0, "1 rejected", "longitude", kept=1,
     rejects=("2,,",))
case("geojson/number_as_text.geojson", WHOLE.replace("71.5249", '"71.5249"'), 0, "its position is not two numbers, longitude and latitude (row 2)",
     kept=1)
case("geojson/one_number.geojson", WHOLE.replace("[71.5249, 34.0151]", "[71.5249]"), 0,
     "its position is not two numbers, longitude and latitude (row 2)", kept=1)
case("geojson/nested_1e5.geojson", '{"type":"FeatureCollection","features":' + "[" * 100_000 + "]" * 100_000 + "}", 3)
case("geojson/nested_coordinates.geojson", WHOLE.replace("[71.5249, 34.0151]", "[" * 5000 + "71" + "]" * 5000), 0,
     "its position is not two numbers, longitude and latitude (row 2)", kept=1)
case("geojson/nested_properties.geojson",
     WHOLE.replace('"2021-01-10"', '{"a":' * 5000 + "1" + "}" * 5000, 1), 0, "date is not a date (row 2)", kept=1)
case("geojson/not_features.geojson", '{"type":"Topology","objects":1}', 3)
case("geojson/list.geojson", "[1, 2, 3]", 3)
case("geojson/comment.geojson", "// made by hand\n" + WHOLE, 3)
case("geojson/crs_unknown.geojson",
     collection(GOOD, crs={"type": "name", "properties": {"name": "EPSG:999999"}}), 3)
case("geojson/crs_metres_undeclared.geojson", collection(point(1, [7962000, 4032000]), LAST), 0, "not a longitude",
     kept=1, rejects=("2,,",))
case("geojson/crs_declared_wrong.geojson",
     collection(GOOD, crs={"type": "name", "properties": {"name": "EPSG:32642"}}), 0, "UTM")
case("geojson/lines_broken.geojsonl", json.dumps(GOOD) + "\n{\"type\": \n" + json.dumps(LAST) + "\n", 0,
     "GDAL reported 1 message", kept=2)


def study(name, text, *words, code=3, **more):
    text = text if isinstance(text, (str, bytes)) else json.dumps(text)
    case(f"study/{name}.study.json", text, code, *words, use="study", **more)


BASE = {"borderlens_study": 1, "source": {"path": "../small.csv"}}
study("empty", "", "not JSON")
study("cut", json.dumps(BASE)[:-5], "not JSON")
study("list", "[]", "must be an object")
study("nul_bytes", bytes(100), "not JSON")
study("not_utf8", b'{"borderlens_study":1,"name":"\xff\xfe"}', "not JSON")
study("nested_1e6", '{"a":' + "[" * 1_000_000, "nested")
study("nested_in_a_key", '{"name":' + "[" * 100_000 + "]" * 100_000 + "}", "nested")
study("nan", '{"borderlens_study":1,"density":{"cell_km":NaN}}', "not JSON")
study("1e999", '{"borderlens_study":1,"source":{"path":"a.csv"},"density":{"cell_km":1e999}}', "not JSON")
study("no_source", {"borderlens_study": 1}, "source.path")
study("version_2", {**BASE, "borderlens_study": 2}, "borderlens_study")
study("unknown_key", {**BASE, "bandwith": 3}, "bandwith")
study("unknown_inner_key", {**BASE, "density": {"bandwith_km": 3}}, "density.bandwith_km")
study("long_value", {**BASE, "name": ["x" * 1_000_000]}, "wrong kind")
study("wrong_kind", {**BASE, "density": {"cell_km": "2"}}, "density.cell_km")
study("null", {**BASE, "density": {"cell_km": None}}, "density.cell_km")
study("negative_length", {**BASE, "density": {"cell_km": -1}}, "density.cell_km")
study("zero_cell", {**BASE, "density": {"cell_km": 0}}, "density.cell_km")
study("tiny_cell", {**BASE, "density": {"cell_km": 1e-9}}, "larger cell", code=2)
study("huge_bandwidth", {**BASE, "density": {"bandwidth_km": 1e9}}, "density.bandwidth_km")
study("kernel", {**BASE, "density": {"kernel": "sharp"}}, "density.kernel", "sharp")
study("date_june_31", {**BASE, "filter": {"from": "2021-06-31"}}, "2021-06-31")
study("bands_fall", {**BASE, "proximity": {"band_edges_km": [10, 5]}}, "band_edges_km")
study("bands_twice", {**BASE, "proximity": {"band_edges_km": [5, 5]}}, "band_edges_km")
study("bands_negative", {**BASE, "proximity": {"band_edges_km": [-5, 5]}}, "band_edges_km")
study("bands_endless", {**BASE, "proximity": {"band_edges_km": [0, 1e300]}}, "band_edges_km")
study("min_points_0", {**BASE, "clusters": {"min_points": 0}}, "clusters.min_points")
study("min_points_2e64", {**BASE, "clusters": {"min_points": 2 ** 64}}, "clusters.min_points")
study("min_points_2e40", {**BASE, "clusters": {"min_points": 2 ** 40}}, "clusters.min_points")
study("min_points_fraction", {**BASE, "clusters": {"min_points": 2.7}}, "clusters.min_points")
study("opacity_9", {**BASE, "map": {"density_opacity": 9}}, "map.density_opacity")
study("view_upside_down", {**BASE, "map": {"view": [72, 35, 71, 33]}}, "map.view")
study("output_unknown", {**BASE, "outputs": [{"what": "passwords", "path": "x.csv"}]}, "outputs.what", "passwords")
study("output_no_path", {**BASE, "outputs": [{"what": "incidents"}]}, "outputs.path")
study("source_missing", {**BASE, "source": {"path": "nowhere.csv"}}, "nowhere.csv")
study("source_network", {**BASE, "source": {"path": "http://127.0.0.1/x.csv"}}, "network", code=2)
study("source_vsicurl", {**BASE, "source": {"path": "/vsicurl/http://127.0.0.1/x.csv"}}, "virtual", code=2)
study("border_unknown", {**BASE, "border": {"set": "atlantis"}, "proximity": {}}, "atlantis", code=2)
study("expression", {**BASE, "filter": {"where": "deaths >"}}, "expression at character 9", code=2)
study("column_unknown", {**BASE, "filter": {"where": "nosuch = 1"}}, "nosuch", code=2)
case("study/folder.study.json", os.mkdir, 3, "folder", use="study")
case("study/pipe.study.json", os.mkfifo, 3, "pipe", use="study")
case("study/missing.study.json", lambda path: None, 3, "No such file", use="study")
