#pragma once

#include "geo/core/places.hpp"

namespace geo {

/// A place inside the polygon with room for a name: the middle of a stretch of some parallel that is long,
/// and far from the rings above and below. (A centroid may lie outside, or in a hole.) O(edges).
LonLat inner_place(const Polygon& polygon);
/// In the widest of them; NaN without any.
LonLat inner_place(const MultiPolygon& polygons);

} // namespace geo
