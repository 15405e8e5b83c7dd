#include "geo/study/near_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "geo/crs/geodesic.hpp"

namespace geo {

namespace {

constexpr double kNear_m = 15'000;         // named by the best known place so near
constexpr double kLeastDegree_m = 110'000; // of latitude, shortest at the equator

} // namespace

std::string near_in_words(LonLat place, const std::vector<ReferencePlace>& places) {
    const ReferencePlace *nearest = nullptr, *known = nullptr; // of those near, the best known
    double least = INFINITY, least_known = INFINITY;
    for (const ReferencePlace& other : places) {
        if (std::abs(other.place.lat_deg - place.lat_deg) * kLeastDegree_m > std::max(least, kNear_m))
            continue;
        const double distance = geodesic_distance_m(place, other.place);
        if (distance < least) {
            least = distance;
            nearest = &other;
        }
        if (distance > kNear_m) continue;
        const bool better =
            !known || other.rank < known->rank || (other.rank == known->rank && distance < least_known);
        if (!better) continue;
        known = &other;
        least_known = distance;
    }
    if (!nearest) return "";
    if (known) return "near " + known->name;
    constexpr std::array<const char*, 8> kWinds{"N", "NE", "E", "SE", "S", "SW", "W", "NW"};
    const double azimuth = inverse_geodesic(nearest->place, place).azimuth_deg;
    const auto wind = static_cast<std::size_t>(std::lround((azimuth + 360) / 45)) % 8;
    return fmt::format("{:.0f} km {} of {}", least / 1000, kWinds[wind], nearest->name);
}

} // namespace geo
