#pragma once

#include "geo/core/places.hpp"

namespace geo {

/// The polygons with places added along the geodesic of every edge longer than `most_m`, so that reading the edges
/// straight in longitude and latitude agrees with the geodesics of the distance: with 1 km pieces to 2 cm.
MultiPolygon densified(const MultiPolygon& polygons, double most_m = 1000);

} // namespace geo
