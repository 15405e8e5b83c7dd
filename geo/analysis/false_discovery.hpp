#pragma once

#include <span>
#include <vector>

namespace geo {

/// Probability under the standard normal of a value at least as far from 0, either side: erfc(|z|/√2). NaN
/// gives NaN.
double two_sided_p(double z);

/// Benjamini and Hochberg's adjusted p-values: rejecting all with q <= a keeps the expected share of false
/// ones among the rejected at most a (for independent or positively dependent tests). NaN stays NaN and is
/// no test. O(n log n).
///
/// Source: Benjamini and Hochberg, "Controlling the False Discovery Rate" (1995; not opened); check numbers in
/// METHODS, also against R's p.adjust.
std::vector<double> benjamini_hochberg(std::span<const double> p);

} // namespace geo
