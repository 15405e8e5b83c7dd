#pragma once

#include <span>

#include "geo/analysis/density.hpp"

namespace geo {

/// The Gaussian, for `density`: fills `grid.per_km2` (of the right size, zeros).
void add_gaussian_density(std::span<const double> x_m, std::span<const double> y_m,
                          std::span<const double> weight, const DensityParams& params, DensityGrid& grid,
                          Progress& progress);

} // namespace geo
