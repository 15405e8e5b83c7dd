#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/core/error.hpp"
#include "geo/core/report.hpp"

class GDALDataset;
class OGRCoordinateTransformation;
class OGRFeature;
class OGRGeometry;

namespace geo {

/// The one place where GDAL is set up, and a scope in which what it says on this thread is collected: GDAL
/// never prints. Scopes nest. The first scope of the process registers the drivers that are allowed,
/// forgets all others, and forbids side effects: no .aux.xml or .shx written beside inputs, no network for
/// GDAL and PROJ.
class GdalScope {
  public:
    GdalScope();
    ~GdalScope();
    GdalScope(const GdalScope&) = delete;
    GdalScope& operator=(const GdalScope&) = delete;

    std::size_t n_errors() const;
    std::size_t n_warnings() const;
    std::string
    text() const; ///< the first few different messages, errors first; empty when GDAL said nothing
    void clear();

    /// "what (GDAL: message)". Throws std::bad_alloc instead when GDAL ran out of memory.
    Error error(ErrorKind kind, std::string_view what) const;
    /// Notes what GDAL said, if anything, and forgets it.
    void note_into(Report& report);

  private:
    struct Messages;
    std::unique_ptr<Messages> messages_;
};

struct CloseDataset {
    void operator()(GDALDataset* dataset) const;
};
struct DestroyFeature {
    void operator()(OGRFeature* feature) const;
};
struct DestroyTransformation {
    void operator()(OGRCoordinateTransformation* transformation) const;
};
struct DestroyGeometry {
    void operator()(OGRGeometry* geometry) const;
};
using DatasetOwner = std::unique_ptr<GDALDataset, CloseDataset>;
using FeatureOwner = std::unique_ptr<OGRFeature, DestroyFeature>;
using TransformationOwner = std::unique_ptr<OGRCoordinateTransformation, DestroyTransformation>;
using GeometryOwner = std::unique_ptr<OGRGeometry, DestroyGeometry>;

/// Names that only GDAL understands, and anything on the network: "/vsicurl/…", "https://…". Throws
/// Error{Argument}.
void refuse_unsafe_path(std::string_view path);

/// Opens for reading with the drivers we allow: GeoJSON, GeoJSONSeq, GPKG, ESRI Shapefile, FlatGeobuf, XLSX,
/// ODS, KML; PostgreSQL for "PG:…" only. `path` may be a /vsizip/ path of our own making: check what users
/// type with refuse_unsafe_path. Throws Error: Io (does not exist, is a pipe), Format (no driver takes it
/// without an error, a Shapefile without .shx or .dbf).
DatasetOwner open_vector(const std::string& path);

/// "PG:...", to write into; null when it cannot be opened, which the caller's scope has heard of.
DatasetOwner open_database_to_write(const std::string& connection);

/// Opens a raster for reading: GeoTIFF, PNG, JPEG, JPEG 2000, WebP, Esri ASCII grid, GeoPackage. None of
/// these can name another file or the network, as Erdas .img and VRT can. Throws Error: Io, Format.
DatasetOwner open_raster(const std::string& path);

/// The drivers that GDAL has in this program: those above and what they need, no others.
std::vector<std::string> registered_drivers();

} // namespace geo
