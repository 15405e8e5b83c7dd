#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// A polygon that incidents can lie in.
struct Area {
    std::string
        id; ///< khyber_pakhtunkhwa, kp_without_fata, fata, balochistan; in a user's file its name or number
    std::string name; ///< "Khyber Pakhtunkhwa"
    std::string source;
    std::string licence;
    MultiPolygon polygons;
    std::string name_ur = {}, name_ps = {};
};

struct AreaSet {
    std::vector<Area> areas;
    const Area* find(std::string_view id) const {
        for (const Area& area : areas)
            if (area.id == id) return &area;
        return nullptr;
    }
};

/// Reference data of the map as the datasets have them, in WGS 84.
struct ReferencePolygon {
    std::string iso_a3;
    std::string name, name_ur, name_ps;
    MultiPolygon polygons;
};
struct ReferenceLine {
    std::string name;
    LineString line;
};
struct ReferencePlace {
    std::string name, name_ur, name_ps;
    LonLat place;
    int rank = 9; ///< 1 is the most important
};
struct ReferenceMap {
    std::vector<ReferencePolygon> countries;
    std::vector<ReferencePolygon> provinces;
    std::vector<ReferenceLine> coast;
    std::vector<ReferenceLine> disputed;
    std::vector<ReferencePlace> places;
    std::vector<std::string> attributions;
};

} // namespace geo
