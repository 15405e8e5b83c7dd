#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"
#include "geo/table/column.hpp"

namespace geo {

/// Numbers by row where they lie: in a vector, or as a member of each of its values; as they are or divided. Borrowed.
class NumbersByRow {
  public:
    NumbersByRow(std::span<const double> values) : NumbersByRow(values.data(), sizeof(double), false) {}
    NumbersByRow(const std::vector<double>& values) : NumbersByRow(std::span(values)) {}
    /// Every `stride`-th from the first on.
    NumbersByRow(std::span<const float> values, std::size_t stride)
        : NumbersByRow(values.data(), stride * sizeof(float), true) {}
    template <typename Value>
    NumbersByRow(std::span<const Value> values, const double Value::*member)
        : NumbersByRow(values.empty() ? nullptr : &(values.front().*member), sizeof(Value), false) {}
    NumbersByRow divided_by(double divisor) const {
        NumbersByRow divided = *this;
        divided.divisor_ = divisor;
        return divided;
    }

    double operator[](std::size_t row) const {
        const char* const at = first_ + row * stride_;
        const double value = is_float_ ? double{at_place<float>(at)} : at_place<double>(at);
        return divisor_ == 1 ? value : value / divisor_;
    }

  private:
    NumbersByRow(const void* first, std::size_t stride, bool is_float)
        : first_(static_cast<const char*>(first)), stride_(stride), is_float_(is_float) {}
    template <typename T>
    static T at_place(const char* at) {
        T value;
        std::memcpy(&value, at, sizeof value);
        return value;
    }

    const char* first_;
    std::size_t stride_; ///< bytes
    bool is_float_;
    double divisor_ = 1;
};

/// Numbers of an export by row of the table; NaN is written as null.
struct NumberField {
    NumbersByRow values;
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

/// Features that come in parts: each a table of the same fields, in the order in which they are written.
class FeatureSink {
  public:
    FeatureSink() = default;
    FeatureSink(const FeatureSink&) = delete;
    FeatureSink& operator=(const FeatureSink&) = delete;
    virtual ~FeatureSink() = default; ///< without a commit: nothing was written
    virtual void append(const FeatureTable& part, unsigned threads, Progress& progress) = 0;
    /// In place, with a provenance that is known now. Returns the notes for the user.
    virtual std::vector<std::string> commit(const std::string& provenance) = 0;
};

/// As write_features, part by part. `like` gives the fields (their number, names and types stay the same), the layer
/// and a provenance as long as the last one will be, or nearly: GeoJSON that can be gone back in keeps room for it
/// in front of the features, and has blanks where there is more than it needs; else it stands behind them.
std::unique_ptr<FeatureSink> open_features(const FeatureTable& like, const std::string& path);

/// True when write_features knows the ending; `known_endings` lists them for messages.
bool is_feature_path(const std::string& path);
/// A GeoTIFF (grid_export.hpp): .tif or .tiff.
bool is_grid_path(const std::string& path);
constexpr const char* kKnownFeatureEndings = ".geojson, .geojsonl, .csv, .gpkg, .fgb, .shp";

/// "-", pipes and devices: what was written cannot be taken back. Throws Error{Output} for a file that may not be
/// written.
bool is_written_through(const std::string& path);

/// The ending in lower case with its dot: ".geojson"; ".geojson" for "-", `kDatabaseEnding` for "PG:...".
std::string ending_of(const std::string& path);
constexpr const char* kDatabaseEnding = ".postgresql";

} // namespace geo
