#pragma once

#include <functional>

#include "geo/core/places.hpp"

namespace geo {

/// The shortest path between two places. Azimuths are clockwise from north, (-180, 180].
struct GeodesicInverse {
    double distance_m = 0;
    double azimuth_deg = 0;      ///< at the start, along the path
    double end_azimuth_deg = 0;  ///< at the end, along the path (not back)
    double reduced_length_m = 0; ///< m12: sideways metres at the end per radian turned at the start
    double scale_21 = 1;         ///< M21: how parallels started at the end have spread at the start
};

struct GeodesicDirect {
    LonLat place;
    double azimuth_deg = 0; ///< at `place`, along the path
};

/// Geodesics as callables, for the rooms that may not see PROJ (geo/analysis, geo/geometry).
/// geo/crs/geodesic.hpp fills it for WGS 84. Both may be called from several threads at once.
struct GeodesicSolver {
    std::function<GeodesicInverse(LonLat from, LonLat to)> inverse;
    std::function<GeodesicDirect(LonLat from, double azimuth_deg, double distance_m)> direct;
};

} // namespace geo
