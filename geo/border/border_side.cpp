#include "geo/border/border_side.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/core/error.hpp"
#include "geo/core/units.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/densify.hpp"
#include "geo/geometry/make_valid.hpp"

namespace geo {

namespace {

constexpr Metres kDense{1000};

PointInAreas prepared(const MultiPolygon& territory) {
    const std::array<MultiPolygon, 1> areas{make_valid(densify(territory, kDense, wgs84_geodesics()))};
    return PointInAreas(areas);
}

} // namespace

std::string_view name_of(BorderSide side) {
    switch (side) {
    case BorderSide::inside:
        return "inside";
    case BorderSide::outside:
        return "outside";
    case BorderSide::undetermined:
        break;
    }
    return "undetermined";
}

double accuracy_m(const BorderSet& set) {
    double coarsest = 0;
    for (const BorderLine& line : set.lines) coarsest = std::max(coarsest, line.accuracy_m);
    return coarsest;
}

BorderSides::BorderSides(const BorderSet& set)
    : accuracy_m_(geo::accuracy_m(set)), has_territory_(!set.territory.empty()),
      territory_(prepared(set.territory)) {}

BorderSide BorderSides::judged(bool in_territory, LonLat place, double distance_m,
                               double uncertainty_m) const {
    const double doubt_m = accuracy_m_ + (std::isnan(uncertainty_m) ? 0 : uncertainty_m);
    if (!has_territory_ || std::isnan(place.lon_deg) || std::isnan(place.lat_deg))
        return BorderSide::undetermined;
    if (!(distance_m > doubt_m)) return BorderSide::undetermined; // NaN too
    return in_territory ? BorderSide::inside : BorderSide::outside;
}

BorderSide BorderSides::side(LonLat place, double distance_m, double uncertainty_m) const {
    return judged(territory_.area_of(place) != PointInAreas::kNone, place, distance_m, uncertainty_m);
}

std::vector<BorderSide> BorderSides::sides(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                           std::span<const double> distance_m,
                                           std::span<const float> uncertainty_m, unsigned threads,
                                           Progress& progress) const {
    const std::size_t n = lon_deg.size();
    if (lat_deg.size() != n || distance_m.size() != n ||
        (!uncertainty_m.empty() && uncertainty_m.size() != n))
        throw Error(ErrorKind::Argument, "coordinates, distances and uncertainties differ in length");
    const std::vector<std::int32_t> areas = territory_.areas_of(lon_deg, lat_deg, threads, progress);
    std::vector<BorderSide> sides(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double uncertainty = uncertainty_m.empty() ? 0 : static_cast<double>(uncertainty_m[i]);
        sides[i] =
            judged(areas[i] != PointInAreas::kNone, {lon_deg[i], lat_deg[i]}, distance_m[i], uncertainty);
    }
    return sides;
}

} // namespace geo
