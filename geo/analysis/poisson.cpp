#include "geo/analysis/poisson.hpp"

#include <limits>

#include "geo/analysis/probability.hpp"
#include "geo/core/error.hpp"

namespace geo {

namespace {

void require_level(double level) {
    if (!(level > 0 && level < 1))
        throw Error(ErrorKind::Argument, "the level of an interval must be between 0 and 1");
}

} // namespace

Interval poisson_interval(std::uint64_t n, double level) {
    require_level(level);
    const double tail = (1 - level) / 2, count = static_cast<double>(n);
    return {n == 0 ? 0 : chi_square_quantile(tail, 2 * count) / 2,
            chi_square_quantile(1 - tail, 2 * count + 2) / 2};
}

RateRatio rate_ratio(std::uint64_t n_after, double time_after, std::uint64_t n_before, double time_before,
                     double level) {
    require_level(level);
    if (!(time_after > 0 && time_before > 0)) throw Error(ErrorKind::Argument, "a rate needs a time above 0");
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    const auto k = static_cast<double>(n_after), rest = static_cast<double>(n_before);
    const double tail = (1 - level) / 2, per_time = time_before / time_after;
    RateRatio result;
    result.ratio = n_after + n_before == 0 ? std::numeric_limits<double>::quiet_NaN()
                   : n_before == 0         ? kInfinite
                                           : k / rest * per_time;
    const double low = n_after == 0 ? 0 : beta_quantile(tail, k, rest + 1);
    result.interval.low = low / (1 - low) * per_time;
    // The upper bound's odds from its complement, which loses no digits near 1.
    const double beyond = n_before == 0 ? 0 : beta_quantile(tail, rest, k + 1);
    result.interval.high = n_before == 0 ? kInfinite : (1 - beyond) / beyond * per_time;
    result.p = binomial_test_p(n_after, n_after + n_before, time_after / (time_after + time_before));
    return result;
}

} // namespace geo
