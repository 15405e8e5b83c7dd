#include "geo/crs/mercator.hpp"

#include <algorithm>
#include <cmath>

#include "geo/core/units.hpp"

namespace geo {

namespace {

constexpr double kRadius_m = 6378137.0;
constexpr double kMaxLatitude_deg = 85.051128779806604; // where the world becomes a square

} // namespace

Mercator mercator_from_lonlat(LonLat place) {
    const double lat = std::clamp(place.lat_deg, -kMaxLatitude_deg, kMaxLatitude_deg) * kDegree;
    return {kRadius_m * place.lon_deg * kDegree, kRadius_m * std::asinh(std::tan(lat))};
}

LonLat lonlat_from_mercator(Mercator place) {
    return {place.x_m / kRadius_m / kDegree, std::atan(std::sinh(place.y_m / kRadius_m)) / kDegree};
}

double mercator_scale(double lat_deg) {
    return 1 / std::cos(std::clamp(lat_deg, -kMaxLatitude_deg, kMaxLatitude_deg) * kDegree);
}

} // namespace geo
