#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"
#include "geo/table/column.hpp"

namespace geo {

/// Numbers of an export by row of the table; NaN is written as null.
struct NumberField {
    std::span<const double> values;
    int decimals = 3;
};
/// Words of an export by row: `words[code]`, null where the code is out of range.
struct WordField {
    std::span<const std::uint8_t> codes;
    std::vector<std::string> words;
};
struct FeatureField {
    std::string name;
    std::variant<const Column*, NumberField, WordField> values;
};

/// Point features to write: chosen rows of parallel columns. Everything is borrowed.
struct FeatureTable {
    std::vector<FeatureField> fields;
    std::span<const double> lon_deg; ///< NaN: geometry null
    std::span<const double> lat_deg;
    std::span<const std::uint32_t> rows; ///< which rows, in which order
    std::string provenance;              ///< a JSON object: sources, licences, filter, border, CRS, program version
    std::string layer = "incidents";
    bool keep_formulas = false; ///< of .csv (csv_text.hpp)
};

/// Writes the features in the format of the path's ending: .geojson (also "-"), .geojsonl, .csv, .gpkg, .fgb, .shp; or into
/// a table of a database (database_path.hpp).
/// GeoJSON is RFC 7946 (WGS 84, 7 decimals, bbox, null geometry for unlocated rows); provenance stands inside where the
/// format can carry it, else in NAME.provenance.json beside it. Atomic (AtomicFile, StagedFiles).
/// FlatGeobuf holds no feature without a place (GDAL leaves them out): they are counted in what is returned, the notes
/// for the user, and a layer without any feature is refused.
/// Throws Error Output, or Argument for an unknown ending.
std::vector<std::string> write_features(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress);

/// True when write_features knows the ending; `known_endings` lists them for messages.
bool is_feature_path(const std::string& path);
/// A GeoTIFF (grid_export.hpp): .tif or .tiff.
bool is_grid_path(const std::string& path);
constexpr const char* kKnownFeatureEndings = ".geojson, .geojsonl, .csv, .gpkg, .fgb, .shp";

/// The ending in lower case with its dot: ".geojson"; ".geojson" for "-", `kDatabaseEnding` for "PG:...".
std::string ending_of(const std::string& path);
constexpr const char* kDatabaseEnding = ".postgresql";

} // namespace geo
