#pragma once

#include <string>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// A polygon feature with its values in the order of AreaTable's names. Exterior rings counter-clockwise, holes
/// clockwise, WGS 84.
struct AreaFeature {
    std::vector<double> numbers;
    std::vector<std::string> words;
    MultiPolygon polygons;
    LineString path = {}; ///< where there is no area: one place or a line
};
struct AreaTable {
    std::string layer;
    std::vector<std::string> number_names;
    std::vector<std::string> word_names;
    std::vector<AreaFeature> features;
    std::string provenance; ///< a JSON object
};

/// Writes polygons in the format of the path's ending (the endings of feature_table.hpp but .csv), RFC 7946, atomic,
/// provenance inside or beside. A Shapefile holds one kind of geometry: there a feature without an area has none. Throws Error Output or Argument.
void write_areas(const AreaTable& table, const std::string& path, Progress& progress);

} // namespace geo
