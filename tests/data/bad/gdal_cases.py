"""Files that GDAL writes and reads: Shapefile, GeoPackage, FlatGeobuf, XLSX, GeoTIFF. GDAL opens most of what is
damaged and hides the damage: a cut .shp gives features without place, a cut .dbf ends early, and so on."""

import os
import struct

from osgeo import gdal, ogr, osr

from bad_case import case, flipped

gdal.UseExceptions()
N_ROWS = 300


def crs(code):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def points(path, driver, epsg=4326, n=N_ROWS, start=(70.0, 33.0), step=0.001, dates=True):
    """Incidents on a line, written by GDAL."""
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer(path.stem, crs(epsg) if epsg else None, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
    layer.CreateField(ogr.FieldDefn("date", ogr.OFTString))
    for i in range(n):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id"], feature["date"] = i, f"2021-01-{i % 28 + 1:02d}" if dates else "x"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({start[0] + i * step} {start[1] + i * step})"))
        layer.CreateFeature(feature)
    del layer, dataset


def damaged(name, driver, damage, code, *words, sibling=None, **more):
    """A sound file, then what `damage` makes of its bytes (or of those of a sibling: ".dbf"); None takes it away."""
    written = {key: more.pop(key) for key in ("epsg", "n", "start", "step", "dates") if key in more}

    def make(path):
        points(path, driver, **written)
        target = path if sibling is None else path.with_suffix(sibling)
        data = damage(target.read_bytes())
        target.unlink()
        if data is not None:
            target.write_bytes(data)

    case(name, make, code, *words, **more)


def cut(share):
    return lambda data: data[:int(len(data) * share)]


def flip(at):
    return lambda data: flipped(data, at)


def same(data):
    return data


SHAPE = "ESRI Shapefile"
damaged("shp/no_index.shp", SHAPE, lambda data: None, 3, "no_index.shx is missing", sibling=".shx")
damaged("shp/no_table.shp", SHAPE, lambda data: None, 3, "no_table.dbf", sibling=".dbf")
damaged("shp/no_crs.shp", SHAPE, lambda data: None, 0, "no coordinate reference system", sibling=".prj", kept=N_ROWS)
damaged("shp/no_shapes.shp", SHAPE, lambda data: None, 3, sibling=".shp")
for share in (0, 0.02, 0.5, 0.99):
    percent = f"{round(share * 100)}_percent"
    damaged(f"shp/shapes_cut_to_{percent}.shp", SHAPE, cut(share), 3, sibling=".shp")
    damaged(f"shp/index_cut_to_{percent}.shp", SHAPE, cut(share), 3, sibling=".shx")
    damaged(f"shp/table_cut_to_{percent}.shp", SHAPE, cut(share), 3, sibling=".dbf")
damaged("shp/crs_cut.shp", SHAPE, cut(0.5), 0, "no coordinate reference system", "GDAL reported",
        sibling=".prj", kept=N_ROWS)
damaged("shp/crs_empty.shp", SHAPE, cut(0), 0, "no coordinate reference system", sibling=".prj", kept=N_ROWS)
damaged("shp/crs_random.shp", SHAPE, lambda data: b"no projection at all", 0, "no coordinate reference system",
        sibling=".prj", kept=N_ROWS)
damaged("shp/code_flipped.shp", SHAPE, flip(0), 3)
damaged("shp/type_flipped.shp", SHAPE, flip(32), 0, kept=N_ROWS)
damaged("shp/record_type_flipped.shp", SHAPE, flip(100 + 8), 0, "1 without a place", kept=N_ROWS)
damaged("shp/index_offset_flipped.shp", SHAPE, flip(100), 3, sibling=".shx")
damaged("shp/table_count_flipped.shp", SHAPE, flip(6), 0, sibling=".dbf", kept=N_ROWS)
damaged("shp/table_width_0.shp", SHAPE, lambda d: d[:10] + b"\0\0" + d[12:], 3, sibling=".dbf")
damaged("shp/place_is_nan.shp", SHAPE, lambda d: d[:112] + struct.pack("<d", float("nan")) + d[120:], 0,
        "1 without a place", kept=N_ROWS)
damaged("shp/place_is_infinite.shp", SHAPE, lambda d: d[:120] + struct.pack("<d", float("inf")) + d[128:], 0,
        "1 rejected", "latitude", kept=N_ROWS - 1, rejects=("2,,",))
damaged("shp/metres_without_crs.shp", SHAPE, lambda data: None, 4, "no incident", "longitude", sibling=".prj",
        epsg=32642, start=(500000, 3700000), step=100)
damaged("shp/all_dates_bad.shp", SHAPE, same, 4, "no incident", "date", dates=False)
damaged("shp/none.shp", SHAPE, same, 4, "no incident", n=0)

damaged("gpkg/empty_file.gpkg", "GPKG", cut(0), 3)
damaged("gpkg/cut_in_the_head.gpkg", "GPKG", cut(0.001), 3)
damaged("gpkg/cut_to_a_half.gpkg", "GPKG", cut(0.5), 3)
damaged("gpkg/cut_to_90_percent.gpkg", "GPKG", cut(0.9), 3)
damaged("gpkg/magic_flipped.gpkg", "GPKG", flip(0), 3)
damaged("gpkg/page_size_flipped.gpkg", "GPKG", flip(16), 3)
damaged("gpkg/schema_flipped.gpkg", "GPKG", flip(100), 3)
damaged("gpkg/zeros.gpkg", "GPKG", lambda data: data[:4096] + bytes(len(data) - 4096), 3)
damaged("gpkg/no_rows.gpkg", "GPKG", same, 4, "no incident", n=0)
damaged("gpkg/date_bad.gpkg", "GPKG", same, 4, "no incident", "date", dates=False)
case("gpkg/text.gpkg", "id,date,lon,lat\n1,2021-01-01,71,34\n", 3)

damaged("fgb/empty_file.fgb", "FlatGeobuf", cut(0), 3)
damaged("fgb/cut_in_the_head.fgb", "FlatGeobuf", lambda data: data[:20], 3)
damaged("fgb/cut_to_a_half.fgb", "FlatGeobuf", cut(0.5), 3)
damaged("fgb/cut_to_99_percent.fgb", "FlatGeobuf", cut(0.99), 3)
damaged("fgb/magic_flipped.fgb", "FlatGeobuf", flip(0), 3)
damaged("fgb/head_size_flipped.fgb", "FlatGeobuf", flip(11), 3)
damaged("fgb/head_flipped.fgb", "FlatGeobuf", flip(12), 3)
damaged("fgb/feature_size_flipped.fgb", "FlatGeobuf", lambda data: data[:-80] + b"\xff" * 80, 3)


def sheet(path, rows):
    """A workbook with one sheet whose cells are texts."""
    dataset = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    layer = dataset.CreateLayer("incidents")
    for name in rows[0] if rows else ():
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for row in rows[1:]:
        feature = ogr.Feature(layer.GetLayerDefn())
        for i, value in enumerate(row):
            feature.SetField(i, value)
        layer.CreateFeature(feature)
    del layer, dataset


HEAD = ("id", "date", "lon", "lat")
ROWS = [HEAD, ("1", "2021-01-10", "71.5", "34.0"), ("2", "2021-06-31", "71.5", "34.0"),
        ("3", "2021-01-12", "71.5", "95"), ("4", "44197", "71.5", "34")]


def workbook(name, damage, code, *words, rows=ROWS, **more):
    def make(path):
        sheet(path, rows)
        path.write_bytes(damage(path.read_bytes()))

    case(f"xlsx/{name}.xlsx", make, code, *words, **more)


workbook("bad_rows", same, 0, "3 rejected", kept=1, rejects=("3,date,2021-06-31,", "4,lat,95,", "5,date,44197,"))
workbook("cut_to_a_half", cut(0.5), 3)
workbook("cut_to_90_percent", cut(0.9), 3)
workbook("empty_file", cut(0), 3)
workbook("flipped", lambda data: flipped(data, len(data) // 2), 3)
workbook("only_header", same, 4, "no incident", rows=[HEAD])
workbook("no_cells", same, 4, "no incident", rows=[])
workbook("no_place", same, 3, "longitude", rows=[("a", "b"), ("1", "2")])
case("xlsx/not_a_workbook.xlsx", "id,date,lon,lat\n1,2021-01-01,71,34\n", 3)


def raster(path, epsg=4326, place=(69, 0.05, 0, 35, 0, -0.05), n=64, kind=gdal.GDT_Byte, value=None):
    grid = gdal.GetDriverByName("GTiff").Create(str(path), n, n, 1, kind)
    if place:
        grid.SetGeoTransform(place)
    if epsg:
        grid.SetProjection(crs(epsg).ExportToWkt())
    data = bytes(range(64)) * n if value is None else struct.pack("<f", value) * (n * n)
    grid.WriteRaster(0, 0, n, n, data, n, n, kind)
    del grid


def backdrop(name, damage, code, *words, **how):
    def make(path):
        raster(path, **how)
        path.write_bytes(damage(path.read_bytes()))

    case(f"tiff/{name}.tif", make, code, *words, use="backdrop")


backdrop("sound", same, 0)
backdrop("empty_file", cut(0), 3)
backdrop("cut_in_the_head", lambda data: data[:6], 3)
backdrop("cut_to_a_half", cut(0.5), 3)
backdrop("magic_flipped", flip(0), 3)
backdrop("directory_flipped", flip(4), 3)
backdrop("no_crs_metres", same, 3, "coordinate reference system", epsg=None, place=(500000, 30, 0, 3700000, 0, -30))
backdrop("no_place", same, 3, epsg=None, place=None)
backdrop("outside_the_map", same, 3, "outside the map", epsg=3857, place=(9e7, 10, 0, 9e7, 0, -10))
backdrop("pixel_of_0", same, 3, place=(69, 0, 0, 35, 0, 0))
backdrop("pixel_is_nan", same, 3, place=(69, float("nan"), 0, 35, 0, float("nan")))
backdrop("all_nan", same, 0, kind=gdal.GDT_Float32, value=float("nan"))
backdrop("all_infinite", same, 0, kind=gdal.GDT_Float32, value=float("inf"))
case("tiff/text.tif", "no picture", 3, use="backdrop")
case("tiff/folder.tif", os.mkdir, 3, use="backdrop")
case("tiff/pipe.tif", os.mkfifo, 3, "pipe", use="backdrop")
