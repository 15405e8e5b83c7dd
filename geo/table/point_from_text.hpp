#pragma once

#include <optional>
#include <string_view>

#include "geo/core/places.hpp"

namespace geo {

/// A point column's value; `empty` for "" and "POINT EMPTY".
struct PointText {
    bool valid = false;
    bool empty = false;
    LonLat place;
};

/// "POINT (71.5 34.0)", "Point Z(71.5 34.0 300)", "SRID=4326;POINT(71.5 34.0)". Anything else, another SRID
/// included, is not valid. Ranges are not checked here.
PointText point_from_text(std::string_view text);

} // namespace geo
