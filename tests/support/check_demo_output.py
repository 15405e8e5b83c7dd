"""Checks what ./demo wrote: valid GeoJSON that GDAL reads back, a grid with values, a picture that is not blank."""

import json
import pathlib
import sys

from osgeo import gdal

gdal.UseExceptions()


def check_geojson(path, needed):
    collection = json.loads(path.read_text(encoding="utf-8"))
    features = collection["features"]
    assert collection["type"] == "FeatureCollection" and features, f"{path}: no features"
    assert "crs" not in collection, f"{path}: RFC 7946 has no crs member"
    assert "borderlens" in collection, f"{path}: no provenance"
    missing = [name for name in needed if name not in features[0]["properties"]]
    assert not missing, f"{path}: no property {missing}"
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)  # keeps its layer alive
    layer = dataset.GetLayer(0)
    assert layer.GetFeatureCount() == len(features), f"{path}: GDAL reads another count"
    print(f"{path.name}: {len(features)} features")


def check_raster(path, least_distinct):
    raster = gdal.Open(str(path))
    values = set()
    for band in range(1, min(raster.RasterCount, 3) + 1):
        data = bytes(raster.GetRasterBand(band).ReadRaster(buf_xsize=200, buf_ysize=200))
        size = len(data) // 40000
        values |= {data[i : i + size] for i in range(0, len(data), size)}
    assert len(values) >= least_distinct, f"{path}: {len(values)} distinct values, it looks blank"
    print(f"{path.name}: {raster.RasterXSize} x {raster.RasterYSize}, {len(values)} distinct values")


def main():
    folder = pathlib.Path(sys.argv[1])
    check_geojson(
        folder / "incidents.geojson",
        ["border_distance_m", "border_neighbour", "border_side", "area", "location_uncertainty_m"],
    )
    check_geojson(folder / "density.geojson", ["density_min", "density_max", "unit"])
    check_raster(folder / "density.tif", 100)
    check_raster(folder / "map.png", 40)


main()
