#pragma once

// Seen by the .cpp files of geo/io only: GDAL's types are in it.

#include <memory>
#include <string>
#include <vector>

#include <ogrsf_frmts.h>

#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_scope.hpp"

namespace geo {

/// One layer of one file through a GDAL driver, in WGS 84, written aside and moved in place by `commit`. Provenance goes
/// into the file where the driver can carry it (GeoPackage metadata, FlatGeobuf metadata), else into
/// NAME.provenance.json, together with the map of Shapefile's shortened field names.
class GdalWriter {
  public:
    GdalWriter(const std::string& path, const std::string& driver, const std::string& layer,
               OGRwkbGeometryType type, std::string provenance);

    void add_field(const std::string& name, OGRFieldType type);
    OGRFeatureUniquePtr new_feature();
    void write(OGRFeature& feature);
    /// Throws Error{Output} with GDAL's words when anything went wrong since the beginning.
    void commit();

  private:
    void require_whole() const;

    GdalScope scope_;
    std::string path_;
    std::string driver_;
    std::string provenance_;
    StagedFiles staged_;
    DatasetOwner dataset_;
    OGRLayer* layer_ = nullptr;
    std::size_t n_written_ = 0;
    std::vector<std::string> names_; ///< as asked for; the layer's own may be shorter
};

} // namespace geo
