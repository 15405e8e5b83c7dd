#pragma once

// Seen by the .cpp files of geo/io only: GDAL's types are in it.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ogrsf_frmts.h>

#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_scope.hpp"

namespace geo {

/// One layer of one file through a GDAL driver, in WGS 84, written aside and moved in place by `commit`.
/// Provenance goes into the file where the driver can carry it (GeoPackage metadata, FlatGeobuf metadata),
/// else into NAME.provenance.json, together with the map of Shapefile's shortened field names. Or, with the
/// driver "PostgreSQL" and a path as database_path.hpp has it, a table in one transaction, its provenance the
/// table's comment. A table of that name is replaced only if borderlens wrote it.
class GdalWriter {
  public:
    GdalWriter(const std::string& path, const std::string& driver, const std::string& layer,
               OGRwkbGeometryType type);

    void add_field(const std::string& name, OGRFieldType type);
    OGRFeatureUniquePtr new_feature();
    void write(OGRFeature& feature);
    /// Throws Error{Output} with GDAL's words when anything went wrong since the beginning.
    void commit(const std::string& provenance);

  private:
    void create_file();
    void create_table();
    void create_layer(const std::string& name, OGRwkbGeometryType type,
                      const std::vector<std::string>& options);
    std::string shortened_names() const;
    void require_whole() const;
    void put_in_place(const std::string& names, const std::string& provenance);
    Error failure(const std::string& why = "") const; ///< with GDAL's words

    GdalScope scope_;
    std::string path_;
    std::string driver_;
    std::optional<StagedFiles> staged_; ///< none of a table
    DatasetOwner dataset_;
    OGRLayer* layer_ = nullptr;
    std::size_t n_written_ = 0;
    std::vector<std::string> names_; ///< as asked for; the layer's own may be shorter
};

} // namespace geo
