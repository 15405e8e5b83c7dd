#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "geo/core/progress.hpp"
#include "geo/io/area_export.hpp"

// Seen by .cpp files only.

namespace geo {

/// Numbers and words of each feature, without geometry; a number that is not known is an empty field.
std::string csv_from(const AreaTable& table);

/// .csv: that text, with the provenance beside it in NAME.provenance.json; else features (write_areas). Atomic.
void write_area_table(const AreaTable& table, const std::string& path, Progress& progress);

/// One feature by the table's names; a number that is not known is null, a whole one has no decimals.
nlohmann::ordered_json json_from(const AreaTable& table, const AreaFeature& feature);

} // namespace geo
