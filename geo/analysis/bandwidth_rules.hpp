#pragma once

#include <cstddef>
#include <span>

#include "geo/core/progress.hpp"

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

/// Rule of Cronie and van Lieshout: the σ of a Gaussian with Σᵢ 1/λ̂(xᵢ; σ) = |W|, own point in, no edge
/// correction; a mean over the incidents that every right intensity would meet. Advice, not more: where many
/// incidents share their coordinates they count as one dense place, and the rule is then of towns, not of
/// incidents.
///
/// `area_m2` is that of the window, > 0; the places should lie in it, those that are not a number are left
/// out. No place: 0; one, or all at one: √(|W|/2π). The sum need not rise everywhere with σ; the root is one
/// in [√(|W|/2πm), √(|W|/2π)] for m distinct places, exact to 1e-9. Of more than 3,000 distinct places those
/// in a square are taken as one at their mean; the squares are the smallest of √|W|/256, /128 ... with which
/// no more remain: in the test that changes σ by 4e-5 of itself. Cost: O(n log n) and some ten times O(m²).
/// The same for any number of threads. Cancelled by `progress`.
///
/// Source: METHODS section 3. Test: the redwoods, against the exact root by spatstat's sums.
double cronie_van_lieshout_sigma(std::span<const double> x_m, std::span<const double> y_m, double area_m2,
                                 unsigned threads, Progress& progress);

/// How many places are shared: those whose coordinates another one has too. A rule that leaves one out to
/// judge the rest (cross-validation) collapses on them. O(n log n).
std::size_t count_repeated_places(std::span<const double> x_m, std::span<const double> y_m);

} // namespace geo
