#pragma once

#include <span>

#include "geo/analysis/density.hpp"

namespace geo {

/// The four kernels with support, for `density`: fills `grid.per_km2` (of the right size, zeros) exactly.
void add_polynomial_density(std::span<const double> x_m, std::span<const double> y_m,
                            std::span<const double> weight, const DensityParams& params, DensityGrid& grid,
                            Progress& progress);

} // namespace geo
