#pragma once

#include <memory>
#include <string>

#include "geo/core/progress.hpp"
#include "geo/io/feature_table.hpp"

namespace geo {

/// A whole GeoJSON at once: its box and provenance stand in front of the features.
void write_geojson(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress);

/// The formats of open_features: of text, whose rows are formatted in blocks on several threads and written in order,
std::unique_ptr<FeatureSink> open_geojson(const FeatureTable& like, const std::string& path);
std::unique_ptr<FeatureSink> open_geojson_lines(const FeatureTable& like, const std::string& path);
std::unique_ptr<FeatureSink> open_csv(const FeatureTable& like, const std::string& path);
/// and of databases and shapefiles, by GDAL's name of the driver.
std::unique_ptr<FeatureSink> open_with_gdal(const FeatureTable& like, const std::string& path,
                                            const std::string& driver);

} // namespace geo
