#pragma once

#include <span>

#include "geo/core/neighbour_lists.hpp"
#include "geo/core/places.hpp"

namespace geo {

/// Which areas touch, overlap, or come within a tolerance (≤) of one another, in the plane of longitude and
/// latitude. List i has the indices of the areas near area i, ascending, itself among them; an island and an
/// area without polygons have themselves alone.
///
/// A tolerance bridges the slits between neighbours that were digitised apart. It is in degrees: 0.001 are
/// 111 m to the north and 93 m to the east at 33° N.
///
/// GEOS: a tree over the boxes, then distances of the pairs whose boxes come so near. The 156 districts of
/// OpenStreetMap, 90,557 places: less than half a second. Areas must be valid (make_valid). Throws Argument
/// when the tolerance is negative or GEOS cannot. Tests: area_neighbours_test.cpp against all pairs of edges,
/// district_spots_test.cpp against sf.
NeighbourLists area_neighbours(std::span<const MultiPolygon> areas, double tolerance_deg);

} // namespace geo
