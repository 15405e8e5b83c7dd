#include "geo/io/feature_table.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_text.hpp"

namespace geo {

namespace {

void write_provenance_beside(const FeatureTable& table, const std::string& path) {
    if (path != "-" && !table.provenance.empty())
        write_file_atomically(path + ".provenance.json", table.provenance + "\n");
}

} // namespace

std::string ending_of(const std::string& path) {
    if (path == "-") return ".geojson";
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

bool is_feature_path(const std::string& path) {
    const std::string ending = ending_of(path);
    return ending == ".geojson" || ending == ".json" || ending == ".geojsonl" || ending == ".csv" ||
           ending == ".gpkg" || ending == ".fgb" || ending == ".shp";
}

void write_features(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress) {
    const std::string ending = ending_of(path);
    if (ending == ".geojson" || ending == ".json") return write_geojson(table, path, threads, progress);
    if (ending == ".gpkg") return write_with_gdal(table, path, "GPKG", progress);
    if (ending == ".geojsonl") write_geojson_lines(table, path, threads, progress);
    else if (ending == ".csv") write_csv(table, path, threads, progress);
    else if (ending == ".fgb") return write_with_gdal(table, path, "FlatGeobuf", progress);
    else if (ending == ".shp") return write_with_gdal(table, path, "ESRI Shapefile", progress);
    else
        throw Error(ErrorKind::Argument, "cannot write " + path + ": the ending must be one of " +
                                             kKnownFeatureEndings);
    write_provenance_beside(table, path);
}

} // namespace geo
