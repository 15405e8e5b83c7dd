#pragma once

#include <cstdint>
#include <span>

namespace geo {

/// Mann and Kendall's test of a series for a trend:
///
///   S = Σ_{k<j} sgn(x_j − x_k), Var = [n(n−1)(2n+5) − Σ_t t(t−1)(2t+5)] / 18 over groups of t equal values,
///   z = sgn(S)(|S| − 1)/√Var, p two-sided from the normal distribution.
///
/// Values that are NaN are no part of the series. Fewer than two values, or all equal: S = 0, z = 0, p = 1.
/// The normal approximation is rough below some ten values. It takes the values for independent: those of
/// steps that share neighbours are not, so that p is too small for them. O(n²).
///
/// Source: METHODS §4 (the variance with ties as commonly printed). Test: mann_kendall_test.cpp, against the
/// check numbers of METHODS and SciPy's Kendall tau.
struct MannKendall {
    std::uint32_t n = 0;
    std::int64_t s = 0;
    double variance = 0;
    double z = 0;
    double p = 1;
};

MannKendall mann_kendall(std::span<const double> values);

} // namespace geo
