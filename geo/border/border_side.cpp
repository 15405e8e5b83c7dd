#include "geo/border/border_side.hpp"

#include <cmath>

#include "geo/border/densify.hpp"

namespace geo {

BorderSides::BorderSides(const BorderSet& border) {
    if (!border.territory.empty()) territory_.emplace(densified(border.territory));
}

BorderSide BorderSides::side(LonLat place, double distance_m, double accuracy_m, double uncertainty_m) const {
    if (!territory_ || std::isnan(distance_m)) return BorderSide::undetermined;
    if (distance_m <= accuracy_m + (std::isnan(uncertainty_m) ? 0 : uncertainty_m)) return BorderSide::undetermined;
    return territory_->contains(place) ? BorderSide::inside : BorderSide::outside;
}

} // namespace geo
