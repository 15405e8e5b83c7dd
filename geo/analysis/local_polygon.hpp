#pragma once

#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// A closed ring in the analysis CRS: the first place is repeated at the end.
using LocalRing = std::vector<Local>;

struct LocalPolygon {
    LocalRing exterior;           ///< counter-clockwise
    std::vector<LocalRing> holes; ///< clockwise
};

using LocalMultiPolygon = std::vector<LocalPolygon>;

/// Signed area of a ring, square metres, counter-clockwise positive.
double signed_area_m2(const LocalRing& ring);
/// Area without the holes, square metres.
double area_m2(const LocalPolygon& polygon);

} // namespace geo
