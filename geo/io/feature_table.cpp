#include "geo/io/feature_table.hpp"

#include <cmath>
#include <filesystem>

#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/feature_text.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

/// GDAL drops features without a place from a FlatGeobuf and leaves an empty file when none is left: both are said.
std::vector<std::string> write_flatgeobuf(const FeatureTable& table, const std::string& path, Progress& progress) {
    FeatureTable located = table;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row : table.rows)
        if (!std::isnan(table.lon_deg[row])) rows.push_back(row);
    if (rows.empty())
        throw Error(ErrorKind::Output, "cannot write " + path +
                                           ": FlatGeobuf holds no layer without a place; write .geojson or .gpkg");
    located.rows = rows;
    write_with_gdal(located, path, "FlatGeobuf", progress);
    const std::size_t n_left_out = table.rows.size() - rows.size();
    if (n_left_out == 0) return {};
    return {std::to_string(n_left_out) + " incidents without a place are not in " + path +
            ": FlatGeobuf cannot hold them"};
}

} // namespace

std::string ending_of(const std::string& path) {
    if (path == "-") return ".geojson";
    if (is_database(path)) return kDatabaseEnding;
    return lowered(std::filesystem::path(path).extension().string());
}

bool is_feature_path(const std::string& path) {
    const std::string ending = ending_of(path);
    return ending == ".geojson" || ending == ".json" || ending == ".geojsonl" || ending == ".csv" ||
           ending == ".gpkg" || ending == ".fgb" || ending == ".shp" || ending == kDatabaseEnding;
}

bool is_grid_path(const std::string& path) {
    const std::string ending = ending_of(path);
    return ending == ".tif" || ending == ".tiff";
}

std::vector<std::string> write_features(const FeatureTable& table, const std::string& path, unsigned threads,
                                        Progress& progress) {
    const std::string ending = ending_of(path);
    if (ending == ".fgb") return write_flatgeobuf(table, path, progress);
    if (ending == ".geojson" || ending == ".json") write_geojson(table, path, threads, progress);
    else if (ending == ".gpkg") write_with_gdal(table, path, "GPKG", progress);
    else if (ending == kDatabaseEnding) write_with_gdal(table, path, "PostgreSQL", progress);
    else if (ending == ".geojsonl") write_geojson_lines(table, path, threads, progress);
    else if (ending == ".csv") write_csv(table, path, threads, progress);
    else if (ending == ".shp") write_with_gdal(table, path, "ESRI Shapefile", progress);
    else
        throw Error(ErrorKind::Argument,
                    "cannot write " + path + ": the ending must be one of " + kKnownFeatureEndings);
    return {};
}

} // namespace geo
