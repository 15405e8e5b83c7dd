#pragma once

#include <string>

#include "geo/core/places.hpp"

namespace geo {

/// Why the polygons are not valid ("Self-intersection[66.1 25.2]"), empty when they are. Coordinates are
/// taken as a plane, as in the OGC's simple features.
std::string invalid_reason(const MultiPolygon& polygons);

/// The same area as valid polygons, unchanged when it is valid already. Coastal polygons of OpenStreetMap
/// need it. Overlaps are merged, what has no area is left out (GEOS, method STRUCTURE). Throws Argument when
/// GEOS cannot.
MultiPolygon make_valid(const MultiPolygon& polygons);

} // namespace geo
