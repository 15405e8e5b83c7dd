#pragma once

#include "geo/core/places.hpp"

namespace geo {

/// EPSG:3857, for display only. Latitudes beyond ±85.0511° are drawn at that edge of the square world.
/// Formula: IOGP Guidance Note 7-2, "Popular Visualisation Pseudo Mercator" (method 1024).
Mercator mercator_from_lonlat(LonLat place);
LonLat lonlat_from_mercator(Mercator place);

/// Half the side of the world's square, metres.
constexpr double kMercatorEdge_m = 20037508.342789244;

/// Mercator metres per true metre at a latitude (on the sphere that EPSG:3857 uses): 1/cos(latitude). For
/// scale bars.
double mercator_scale(double lat_deg);

} // namespace geo
