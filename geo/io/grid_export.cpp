#include "geo/io/grid_export.hpp"

#include <array>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_scope.hpp"

namespace geo {

namespace {

void write_rows(GDALRasterBand& band, const GridToWrite& grid, const GdalScope& scope, const std::string& path) {
    const int columns = static_cast<int>(grid.shape.n_columns);
    const int rows = static_cast<int>(grid.shape.n_rows);
    for (int row = 0; row < rows; ++row) { // the file is north up, the grid begins in the south
        const float* values = grid.values.data() + static_cast<std::size_t>(rows - 1 - row) * grid.shape.n_columns;
        if (band.RasterIO(GF_Write, 0, row, columns, 1, const_cast<float*>(values), columns, 1, GDT_Float32, 0, 0,
                          nullptr) != CE_None)
            throw Error(ErrorKind::Output, "cannot write " + path + ": " + scope.text());
    }
}

} // namespace

void write_geotiff(const GridToWrite& grid, const std::string& path) {
    GdalScope scope;
    StagedFiles staged(path);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    if (driver == nullptr) throw Error(ErrorKind::Output, "this GDAL cannot write GeoTIFF");
    std::array<const char*, 5> options{"COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES", "BIGTIFF=IF_SAFER", nullptr};
    const GridShape& shape = grid.shape;
    DatasetOwner file(driver->Create(staged.path().c_str(), static_cast<int>(shape.n_columns),
                                    static_cast<int>(shape.n_rows), 1, GDT_Float32,
                                    const_cast<char**>(options.data())));
    if (!file) throw Error(ErrorKind::Output, "cannot write " + path + ": " + scope.text());
    std::array<double, 6> transform{shape.west_m,  shape.cell_m, 0, shape.south_m + shape.cell_m * shape.n_rows,
                                    0,             -shape.cell_m};
    file->SetGeoTransform(transform.data());
    OGRSpatialReference crs;
    if (crs.SetFromUserInput(grid.crs.c_str()) != OGRERR_NONE)
        throw Error(ErrorKind::Crs, "cannot write the CRS " + grid.crs + ": " + scope.text());
    file->SetSpatialRef(&crs);
    GDALRasterBand& band = *file->GetRasterBand(1);
    band.SetDescription("density");
    band.SetUnitType(grid.unit.c_str());
    file->SetMetadataItem("BORDERLENS", grid.provenance.c_str());
    write_rows(band, grid, scope, path);
    file.reset();
    if (scope.n_errors() > 0) throw scope.error(ErrorKind::Output, "cannot write " + path);
    staged.commit();
}

} // namespace geo
