#pragma once

#include <string>

#include "geo/core/progress.hpp"
#include "geo/io/feature_table.hpp"

namespace geo {

/// The text formats of write_features. Rows are formatted in blocks on several threads and written in order.
void write_geojson(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress);
void write_geojson_lines(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress);
void write_csv(const FeatureTable& table, const std::string& path, unsigned threads, Progress& progress);

/// The format of databases and shapefiles, by GDAL's name of the driver.
void write_with_gdal(const FeatureTable& table, const std::string& path, const std::string& driver,
                     Progress& progress);

} // namespace geo
