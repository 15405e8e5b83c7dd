#pragma once

#include <string>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// The land border with one neighbour, as one source draws it. Edges are geodesics between the vertices.
struct BorderLine {
    std::string neighbour; ///< ISO 3166 alpha-3: AFG, IRN
    std::string name;      ///< "Pakistan–Afghanistan border"
    std::string source;
    std::string licence;
    std::string date;
    std::string note; ///< neutral: how the line stands
    double accuracy_m = 0;
    std::vector<LineString> parts;
};

/// The border as one source draws it, and the territory that says which side is which.
struct BorderSet {
    std::string id; ///< osm, ne10m, ne110m, or the path of the user's file
    std::vector<BorderLine> lines;
    MultiPolygon territory; ///< follows the lines exactly; empty when the user's own file has no polygon
    std::string territory_source;
};

} // namespace geo
