#include "geo/analysis/rate_change.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "geo/analysis/false_discovery.hpp"
#include "geo/core/error.hpp"

namespace geo {

namespace {

/// Places with the same counts.
struct Pair {
    BeforeAfterCount count;
    double n_places;
};

/// ln Γ(x + n) - ln Γ(x), for whole n.
double log_rising(double x, std::uint32_t n) {
    double sum = 0;
    for (std::uint32_t j = 0; j < n; ++j) sum += std::log(x + j);
    return sum;
}

double log_likelihood(const std::vector<Pair>& pairs, double share, double likeness) {
    const double alpha = likeness * share, beta = likeness * (1 - share);
    double sum = 0;
    for (const Pair& pair : pairs)
        sum += pair.n_places * (log_rising(alpha, pair.count.after) + log_rising(beta, pair.count.before) -
                                log_rising(likeness, pair.count.after + pair.count.before));
    return sum;
}

} // namespace

double likeness_of_shares(std::span<const BeforeAfterCount> counts, double share) {
    if (!(share > 0 && share < 1)) throw Error(ErrorKind::Argument, "a share must be between 0 and 1");
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> n_of;
    for (const BeforeAfterCount count : counts)
        if (count.before + count.after > 1)
            ++n_of[{count.before, count.after}]; // one says nothing of likeness
    std::vector<Pair> pairs;
    pairs.reserve(n_of.size());
    for (const auto& [count, n] : n_of) pairs.push_back({{count.first, count.second}, n});
    if (pairs.empty()) return kMostAlike;
    const auto value = [&](double log_likeness) {
        return log_likelihood(pairs, share, std::exp(log_likeness));
    };
    constexpr int kSteps = 40; // a grid finds the hill, thirds its top
    const double low = std::log(0.5), high = std::log(kMostAlike), step = (high - low) / kSteps;
    double best = high, most = value(high);
    for (int i = kSteps - 1; i >= 0; --i)
        if (const double at = low + i * step, here = value(at); here > most + 1e-12) most = here, best = at;
    double left = std::max(low, best - step), right = std::min(high, best + step);
    while (right - left > 1e-6) {
        const double a = left + (right - left) / 3, b = right - (right - left) / 3;
        (value(a) < value(b) ? left : right) = value(a) < value(b) ? a : b;
    }
    const double top = (left + right) / 2;
    return std::exp(value(top) > most ? top : best);
}

double shrunk_log_ratio(BeforeAfterCount count, double share, double likeness) {
    if (!(share > 0 && share < 1) || !(likeness > 0)) return std::numeric_limits<double>::quiet_NaN();
    return std::log((count.after + likeness * share) / (count.before + likeness * (1 - share))) -
           std::log(share / (1 - share));
}

DisplacementDifference displacement_difference(BeforeAfterCount treated, BeforeAfterCount control) {
    DisplacementDifference result;
    const double t = static_cast<double>(treated.after) - static_cast<double>(treated.before),
                 c = static_cast<double>(control.after) - static_cast<double>(control.before);
    result.difference = t - c;
    result.error = std::sqrt(static_cast<double>(treated.after) + static_cast<double>(treated.before) +
                             static_cast<double>(control.after) + static_cast<double>(control.before));
    constexpr double kTwoSided95 = 1.959963984540054;
    result.low = result.difference - kTwoSided95 * result.error;
    result.high = result.difference + kTwoSided95 * result.error;
    if (result.error > 0) result.p = two_sided_p(result.difference / result.error);
    return result;
}

} // namespace geo
