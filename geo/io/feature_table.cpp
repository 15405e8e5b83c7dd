#include "geo/io/feature_table.hpp"

#include <filesystem>

#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/feature_text.hpp"
#include "geo/io/part_file.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

/// GDAL's name of the driver; empty for text formats.
std::string driver_of(const std::string& ending) {
    if (ending == ".gpkg") return "GPKG";
    if (ending == ".fgb") return "FlatGeobuf";
    if (ending == ".shp") return "ESRI Shapefile";
    return ending == kDatabaseEnding ? "PostgreSQL" : "";
}

bool is_geojson(const std::string& ending) { return ending == ".geojson" || ending == ".json"; }

} // namespace

std::string ending_of(const std::string& path) {
    if (path == "-") return ".geojson";
    if (is_database(path)) return kDatabaseEnding;
    return lowered(std::filesystem::path(path).extension().string());
}

bool is_feature_path(const std::string& path) {
    const std::string ending = ending_of(path);
    return is_geojson(ending) || ending == ".geojsonl" || ending == ".csv" || !driver_of(ending).empty();
}

bool is_written_through(const std::string& path) {
    return path == "-" || (!is_database(path) && output_kind(path) == OutputKind::stream);
}

bool is_grid_path(const std::string& path) {
    const std::string ending = ending_of(path);
    return ending == ".tif" || ending == ".tiff";
}

std::unique_ptr<FeatureSink> open_features(const FeatureTable& like, const std::string& path) {
    const std::string ending = ending_of(path);
    if (is_geojson(ending)) return open_geojson(like, path);
    if (ending == ".geojsonl") return open_geojson_lines(like, path);
    if (ending == ".csv") return open_csv(like, path);
    if (const std::string driver = driver_of(ending); !driver.empty()) return open_with_gdal(like, path, driver);
    throw Error(ErrorKind::Argument,
                "cannot write " + path + ": the ending must be one of " + kKnownFeatureEndings);
}

std::vector<std::string> write_features(const FeatureTable& table, const std::string& path, unsigned threads,
                                        Progress& progress) {
    if (is_geojson(ending_of(path))) { // its head is known before its features
        write_geojson(table, path, threads, progress);
        return {};
    }
    const std::unique_ptr<FeatureSink> sink = open_features(table, path);
    sink->append(table, threads, progress);
    return sink->commit(table.provenance);
}

} // namespace geo
