#pragma once

#include <cstddef>
#include <span>

namespace geo {

/// What a rule of thumb says of the smoothing: the standard deviation of a kernel along each axis, metres.
struct AxisSigmas {
    double x_m = 0;
    double y_m = 0;
};

/// One rule from two measures of spread.
struct ScottRule {
    AxisSigmas standard; ///< from the sample's standard deviation s
    AxisSigmas robust;   ///< from min(s, IQR/1.34): a few far incidents, or two clusters, widen it less
};

/// Scott's rule for two dimensions: sigma_j = spread_j n^(-1/6). Advice, not more: it takes the incidents for
/// one normal cloud, and for incidents along a border it smooths far too much.
///
/// `x_m` and `y_m` are as long; places that are not a number are left out. Fewer than two places, or all at
/// one: zeros. The quartiles are interpolated between order statistics (type 7 of Hyndman and Fan). O(n).
///
/// Source: Scott, "Multivariate Density Estimation" (1992; not opened), as METHODS states it. Test: the 62
/// redwoods of spatstat, whose bw.scott gives the same.
ScottRule scott_rule(std::span<const double> x_m, std::span<const double> y_m);

/// How many places are shared: those whose coordinates another one has too. A rule that leaves one out to
/// judge the rest (cross-validation) collapses on them. O(n log n).
std::size_t count_repeated_places(std::span<const double> x_m, std::span<const double> y_m);

} // namespace geo
