#pragma once

#include "geo/core/geodesic_solver.hpp"
#include "geo/core/places.hpp"
#include "geo/core/units.hpp"

namespace geo {

/// The line with places added along the geodesic of every edge that is longer than `longest` (> 0), evenly,
/// so that no piece is. Its own vertices stay as they are. An edge of 20 km, read as straight in longitude
/// and latitude, is 5 m off its geodesic; one of 1 km, 1 cm.
LineString densify(const LineString& line, Metres longest, const GeodesicSolver& geodesics);
MultiPolygon densify(const MultiPolygon& polygons, Metres longest, const GeodesicSolver& geodesics);

} // namespace geo
