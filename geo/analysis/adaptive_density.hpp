#pragma once

#include <span>
#include <vector>

#include "geo/analysis/density.hpp"

namespace geo {

/// Between what shares of the fixed bandwidth an adaptive one stays.
constexpr double kLeastAdaptive = 0.2;
constexpr double kMostAdaptive = 5;
/// On a grid it cannot be narrower than this many cells either, unless the fixed one is.
constexpr double kLeastAdaptiveCells = 3;

/// Abramson's bandwidths: hᵢ = h₀ (p(xᵢ)/g)^(-1/2), narrow where incidents are many and wide where they are
/// few.
///
/// p is the density of fixed bandwidth h₀ (`params.bandwidth_m`), own point in, no edge correction; g its
/// geometric mean over the incidents (over their weights). hᵢ is kept within [h₀/5, 5 h₀] and not under
/// min(h₀, 3 cells). p is read from a grid of the same cells that is as much wider as 5 h₀ reaches, by
/// cubics, and is at least what the incident itself adds: at h₀ = 10 cells hᵢ is right to 1.5 % where the
/// kernel of a place that 57 share ends, elsewhere far closer. By place; NaN for incidents out of reach or
/// without a place, which have no say in g.
///
/// Source: Abramson 1982 (not opened), as spatstat's bw.abram states it. Test: adaptive_density_test.cpp
/// against sums term by term and against bw.abram.
std::vector<double> abramson_bandwidths(std::span<const double> x_m, std::span<const double> y_m,
                                        std::span<const double> weight, const GridShape& shape,
                                        const DensityParams& params, Progress& progress);

/// Σᵢ wᵢ k(distance to incident i; hᵢ), per km², summed term by term: exact (the Gaussian's tail ends at 5σ).
/// Incidents with a NaN coordinate or bandwidth are left out; the rest as `density`. Incidents at one place
/// with one bandwidth count once. Cost: O(n log n + Σ (hᵢ/cell)²) over distinct places, which Abramson's rule
/// keeps near that of the fixed bandwidth. The same for any number of threads. `params.bandwidth_m` is not
/// looked at. Throws Argument when lengths differ or a bandwidth is not positive.
DensityGrid adaptive_density(std::span<const double> x_m, std::span<const double> y_m,
                             std::span<const double> weight, std::span<const double> bandwidth_m,
                             const GridShape& shape, const DensityParams& params, Progress& progress);

} // namespace geo
