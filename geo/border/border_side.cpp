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

BorderSide BorderSides::given_side(bool in_territory, LonLat place) const {
    if (!has_territory_ || std::isnan(place.lon_deg) || std::isnan(place.lat_deg)) return BorderSide::undetermined;
    return in_territory ? BorderSide::inside : BorderSide::outside;
}

BorderSide BorderSides::settled(BorderSide as_given, double distance_m, double uncertainty_m) const {
    const double doubt_m = accuracy_m_ + (std::isnan(uncertainty_m) ? 0 : uncertainty_m);
    return distance_m > doubt_m ? as_given : BorderSide::undetermined; // NaN too
}

BorderSide BorderSides::side(LonLat place, double distance_m, double uncertainty_m) const {
    const BorderSide given = given_side(territory_.area_of(place) != PointInAreas::kNone, place);
    return settled(given, distance_m, uncertainty_m);
}

std::vector<BorderSide> BorderSides::as_given(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                              unsigned threads, Progress& progress) const {
    const std::vector<std::int32_t> areas = territory_.areas_of(lon_deg, lat_deg, threads, progress);
    std::vector<BorderSide> given;
    given.reserve(areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i)
        given.push_back(given_side(areas[i] != PointInAreas::kNone, {lon_deg[i], lat_deg[i]}));
    return given;
}

std::vector<BorderSide> BorderSides::sides(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                           std::span<const double> distance_m,
                                           std::span<const float> uncertainty_m, unsigned threads,
                                           Progress& progress) const {
    const std::size_t n = lon_deg.size();
    if (lat_deg.size() != n || distance_m.size() != n ||
        (!uncertainty_m.empty() && uncertainty_m.size() != n))
        throw Error(ErrorKind::Argument, "coordinates, distances and uncertainties differ in length");
    std::vector<BorderSide> sides = as_given(lon_deg, lat_deg, threads, progress);
    for (std::size_t i = 0; i < n; ++i)
        sides[i] = settled(sides[i], distance_m[i], uncertainty_m.empty() ? 0 : double{uncertainty_m[i]});
    return sides;
}

} // namespace geo
