#pragma once

#include <span>
#include <vector>

#include "geo/analysis/contours.hpp"

namespace geo {

/// The closed boundary of {low <= surface < high}, with the band on the left of every ring. See
/// contour_bands.
std::vector<LocalRing> band_rings(const GridShape& shape, std::span<const double> values, double low,
                                  double high);

} // namespace geo
