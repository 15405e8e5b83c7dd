#pragma once

#include <cstdint>

namespace geo {

/// Bounds of what was estimated, both included; `high` may be infinite.
struct Interval {
    double low = 0;
    double high = 0;
};

/// Exact interval (Garwood) of a Poisson mean of which one count is known: all means under which neither so
/// few nor so many would be rarer than (1 - level)/2.
///
///   low = χ²((1 - level)/2; 2n) / 2, 0 for n = 0;   high = χ²(1 - (1 - level)/2; 2n + 2) / 2
///
/// It takes the incidents for independent of each other: where one brings others with it, it is too narrow. 0
/// < level < 1, else Argument. Cost: two quantiles, some microseconds; a millisecond for a million incidents.
///
/// Source: Garwood 1936 (not opened). Test: poisson_test.cpp, against R's poisson.test.
Interval poisson_interval(std::uint64_t n, double level = 0.95);

/// How a rate compares with an earlier one.
struct RateRatio {
    double ratio =
        0; ///< (n_after / time_after) / (n_before / time_before); infinite from 0, NaN when both are 0
    Interval interval; ///< exact, conditional on the sum of both counts
    double p = 1;      ///< two-sided exact, of equal rates
};

/// With both counts Poisson, n_after of their sum is binomial with the share π = r t₁ / (r t₁ + t₀), r the
/// ratio of rates: its interval (Clopper and Pearson) is turned into one of r, and p is binomial_test_p under
/// r = 1. No incidents at all: any ratio is possible, p = 1. Times above 0 in the same unit and 0 < level <
/// 1, else Argument.
///
/// Sources: Przyborowski and Wilenski 1940, Clopper and Pearson 1934 (not opened). Test: poisson_test.cpp,
/// against R's poisson.test of two counts.
RateRatio rate_ratio(std::uint64_t n_after, double time_after, std::uint64_t n_before, double time_before,
                     double level = 0.95);

} // namespace geo
