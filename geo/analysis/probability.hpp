#pragma once

#include <cstdint>

namespace geo {

/// Distribution functions that exact intervals of counts rest on.
///
///   gamma_below(a, x) = γ(a, x) / Γ(a),  gamma_above = 1 - gamma_below: with a = k whole, P(Poisson(x) >= k)
///   and P(Poisson(x) < k) beta_below(x, a, b) = B(x; a, b) / B(a, b): with whole numbers, P(Binomial(a + b -
///   1, x) >= a)
///
/// a, b > 0 and finite (else NaN); x below 0 counts as 0 (of beta above 1 as 1). Relative error below 1e-11
/// for a, b up to 1e6 where the value is above 1e-300; the power before the sums is taken by its deviance,
/// which loses no digits where a and x are large and near each other. Cost: O(√a) terms near the mean, fewer
/// away from it; no memory.
///
/// Sources: series and continued fractions of Abramowitz and Stegun 6.5.29, 6.5.31, 26.5.8 (not opened); the
/// deviance form after Loader 2000 (not opened). Test: poisson_test.cpp, against R's qchisq and qbeta and
/// sums of terms.
double gamma_below(double a, double x);
double gamma_above(double a, double x);
double beta_below(double x, double a, double b);

/// The x with a share p below it: 0 for p <= 0; infinite, of beta 1, for p >= 1. Newton's steps inside a
/// bracket, to some 1e-15 of x.
double chi_square_quantile(double p, double degrees_of_freedom);
double beta_quantile(double p, double a, double b);

/// P(Binomial(n, share) = k).
double binomial_probability(std::uint64_t k, std::uint64_t n, double share);

/// Two-sided exact p of k of n: the probability of all outcomes that are at most as probable as k (1e-7 of
/// room for ties), as R's binom.test has it. 1 for n = 0. O(log n) evaluations.
double binomial_test_p(std::uint64_t k, std::uint64_t n, double share);

} // namespace geo
