#pragma once

#include <span>
#include <vector>

#include "geo/layer/scene.hpp"

namespace app {

/// Douglas and Peucker: the places kept lie in order, the first and last are always among them, and no place
/// left out is farther than `tolerance_m` (Mercator metres) from the line kept. Rings stay closed. O(n log n)
/// on usual lines, O(n²) at worst; no recursion.
geo::MercatorPath simplified(std::span<const geo::Mercator> path, double tolerance_m);

} // namespace app
