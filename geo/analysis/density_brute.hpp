#pragma once

#include <span>

#include "geo/analysis/density.hpp"

namespace geo {

/// The obvious twin of `density`, for tests: every incident at every cell, term by term, nothing truncated.
/// O(n cells).
DensityGrid density_brute(std::span<const double> x_m, std::span<const double> y_m,
                          std::span<const double> weight, const GridShape& shape,
                          const DensityParams& params);

} // namespace geo
