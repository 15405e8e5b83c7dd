#pragma once

#include <cstdint>
#include <span>

namespace geo {

/// Incidents of one place in two windows of time.
struct BeforeAfterCount {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
};

/// How strongly the shares after/(before + after) of places are alike: κ of a beta distribution of the
/// places' true shares with the mean `share`, by maximum likelihood of the beta-binomial counts,
///
///   Σ_i ln [B(a_i + κs, b_i + κ(1 - s)) / B(κs, κ(1 - s))]
///
/// between 0.5 and kMostAlike, to 1e-6 of ln κ. Large: the places differ by no more than chance; so does
/// kMostAlike for counts that say nothing of it (none, or no place with two incidents). 0 < share < 1, else
/// Argument. Cost: some 100 evaluations over the different pairs of counts.
///
/// Source: the empirical Bayes of METHODS, "before and after": beta-binomial, as the conditional form of two
/// Poisson counts. Test: rate_change_test.cpp, against R.
double likeness_of_shares(std::span<const BeforeAfterCount> counts, double share);
constexpr double kMostAlike = 1e4;

/// Log of the ratio of the two rates against the one that `share` stands for, drawn towards 0 where incidents
/// are few:
///
///   ln [(a + κs) / (b + κ(1 - s))] - ln [s / (1 - s)]
///
/// With windows of equal length and s = ½ that is ln [(a + κ/2) / (b + κ/2)], the log ratio of the rates; κ =
/// 1 adds the usual half. 0 without incidents. 0 < share < 1 and likeness > 0, else NaN.
double shrunk_log_ratio(BeforeAfterCount count, double share, double likeness);

/// Weighted displacement difference: the change of a treated area less that of a control area,
///
///   (T₁ - T₀) - (C₁ - C₀),   standard error √(T₀ + T₁ + C₀ + C₁)
///
/// for Poisson counts in windows of equal length. Negative: fewer in the treated area than the control's
/// change would have it. p is two-sided by the normal distribution, the interval 1.96 standard errors; with
/// few incidents neither holds well. No incident: 0 with error 0 and p 1.
///
/// Source: Wheeler and Ratcliffe 2018 (not opened), as METHODS states it. Check number there: control 100 to
/// 90, treated 100 to 80: -10, 19.235.
struct DisplacementDifference {
    double difference = 0;
    double error = 0;
    double low = 0, high = 0;
    double p = 1;
};
DisplacementDifference displacement_difference(BeforeAfterCount treated, BeforeAfterCount control);

} // namespace geo
