#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace geo {

/// The breaks between the classes of a choropleth: the quantiles 1/n to (n-1)/n of the positive values, each
/// rounded down to two significant digits, so that a legend reads well. Ascending, different, and above the
/// least of the values: every class holds some, and there may be fewer than `n_classes`. NaN, 0 and negative
/// values have no part in it. O(n log n).
///
/// The quantile i/n is the smallest value that at least i/n of the values do not exceed (inverse of the
/// empirical distribution). Tests: class_breaks_test.cpp, by counting.
std::vector<double> quantile_breaks(std::span<const double> values, std::size_t n_classes);

/// The class of a value: 0: not above 0; 1: below the first break; i: from breaks[i - 2] to below
/// breaks[i - 1]; breaks.size() + 1: the last break or more; breaks.size() + 2: NaN.
std::size_t class_of_value(std::span<const double> breaks, double value);
inline std::size_t n_classes_with(std::span<const double> breaks) { return breaks.size() + 3; }

} // namespace geo
