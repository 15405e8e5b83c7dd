#include "geo/analysis/probability.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace geo {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kSmall = 1e-16;
constexpr int kMostTerms = 1'000'000;
constexpr double kTwoPi = 2 * std::numbers::pi;

/// ln Γ(x + 1) - [(x + ½) ln x - x + ½ ln 2π] for x > 0: Stirling's series far out, brought there by
/// Γ(x + 1) = x Γ(x).
double stirling_remainder(double x) {
    constexpr double kFar = 12;
    double shifted = 0, at = x;
    for (; at < kFar; ++at) // remainder(x) - remainder(x + 1)
        shifted += (at + 0.5) * std::log1p(1 / at) - 1;
    constexpr std::array kSeries{1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                 1.0 / 1188, -691.0 / 360360, 1.0 / 156};
    double sum = 0, power = 1 / at;
    for (const double term : kSeries) {
        sum += term * power;
        power /= at * at;
    }
    return sum + shifted;
}

/// a ln(a/m) + m - a, by the series of atanh where a and m are near each other.
double deviance(double a, double m) {
    const double v = (a - m) / (a + m);
    if (std::abs(v) > 0.1) return a * std::log(a / m) + m - a;
    double sum = (a - m) * v, power = 2 * a * v;
    for (int j = 1; j < 40; ++j) {
        power *= v * v;
        const double next = sum + power / (2 * j + 1);
        if (next == sum) break;
        sum = next;
    }
    return sum;
}

/// m^a e^-m / Γ(a + 1).
double poisson_term(double a, double m) {
    return std::exp(-stirling_remainder(a) - deviance(a, m)) / std::sqrt(kTwoPi * a);
}

/// x^a (1 - x)^b Γ(a + b + 1) / [Γ(a + 1) Γ(b + 1)].
double binomial_term(double a, double b, double x) {
    const double n = a + b;
    const double remainder = stirling_remainder(n) - stirling_remainder(a) - stirling_remainder(b);
    return std::exp(remainder - deviance(a, n * x) - deviance(b, n * (1 - x))) *
           std::sqrt(n / (kTwoPi * a * b));
}

double gamma_series(double a, double x) {
    double term = 1, sum = 1;
    for (int n = 1; n < kMostTerms && term > kSmall * sum; ++n) {
        term *= x / (a + n);
        sum += term;
    }
    return poisson_term(a, x) * sum;
}

/// Continued fraction by the method of Lentz.
double gamma_fraction(double a, double x) {
    constexpr double kTiny = 1e-300;
    double b = x + 1 - a, c = 1 / kTiny, d = 1 / b, fraction = d;
    for (int n = 1; n < kMostTerms; ++n) {
        const double numerator = -n * (n - a);
        b += 2;
        d = numerator * d + b;
        d = 1 / (std::abs(d) < kTiny ? kTiny : d);
        c = b + numerator / c;
        if (std::abs(c) < kTiny) c = kTiny;
        fraction *= c * d;
        if (std::abs(c * d - 1) < kSmall * 4) break;
    }
    return poisson_term(a, x) * a * fraction;
}

double beta_fraction(double x, double a, double b) {
    constexpr double kTiny = 1e-300;
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < kTiny ? kTiny : d);
    double fraction = d;
    const auto step = [&](double numerator) {
        d = 1 + numerator * d;
        d = 1 / (std::abs(d) < kTiny ? kTiny : d);
        c = 1 + numerator / c;
        if (std::abs(c) < kTiny) c = kTiny;
        fraction *= c * d;
        return std::abs(c * d - 1);
    };
    for (int m = 1; m < kMostTerms; ++m) {
        step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
        if (step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))) < kSmall * 4) break;
    }
    return binomial_term(a, b, x) * b / (a + b) * fraction;
}

/// Where `fault` (increasing) is 0 between low and high; a step of Newton's that leaves the bracket halves
/// it.
template <typename Fault, typename Density>
double root_between(double low, double high, double guess, Fault&& fault, Density&& density) {
    double x = guess;
    for (int i = 0; i < 400; ++i) {
        const double f = fault(x);
        if (f == 0) return x;
        (f < 0 ? low : high) = x;
        double next = x - f / density(x);
        if (!(next > low && next < high)) next = low + (high - low) / 2;
        if (std::abs(next - x) <= 1e-15 * x || next == low || next == high) return next;
        x = next;
    }
    return x;
}

double gamma_quantile(double p, double a) {
    const auto fault = [&](double x) {
        return p <= 0.5 ? gamma_below(a, x) - p : (1 - p) - gamma_above(a, x);
    };
    double high = a + 10 * std::sqrt(a) + 10;
    while (fault(high) < 0) high *= 2;
    return root_between(0, high, a, fault, [&](double x) { return poisson_term(a, x) * a / x; });
}

double binomial_below(std::uint64_t k, std::uint64_t n, double share) { // P(X <= k)
    if (k >= n) return 1;
    return beta_below(1 - share, static_cast<double>(n - k), static_cast<double>(k) + 1);
}

double binomial_above(std::uint64_t k, std::uint64_t n, double share) { // P(X >= k)
    if (k == 0) return 1;
    return k > n ? 0 : beta_below(share, static_cast<double>(k), static_cast<double>(n - k) + 1);
}

} // namespace

double gamma_below(double a, double x) {
    if (!(a > 0) || !std::isfinite(a) || std::isnan(x)) return kNaN;
    if (x <= 0) return 0;
    if (std::isinf(x)) return 1;
    return x < a + 1 ? gamma_series(a, x) : 1 - gamma_fraction(a, x);
}

double gamma_above(double a, double x) {
    if (!(a > 0) || !std::isfinite(a) || std::isnan(x)) return kNaN;
    if (x <= 0) return 1;
    if (std::isinf(x)) return 0;
    return x < a + 1 ? 1 - gamma_series(a, x) : gamma_fraction(a, x);
}

double beta_below(double x, double a, double b) {
    if (!(a > 0 && b > 0) || !std::isfinite(a + b) || std::isnan(x)) return kNaN;
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    return x * (a + b + 2) < a + 1 ? beta_fraction(x, a, b) : 1 - beta_fraction(1 - x, b, a);
}

double chi_square_quantile(double p, double degrees_of_freedom) {
    if (!(degrees_of_freedom > 0) || std::isnan(p)) return kNaN;
    if (p <= 0) return 0;
    return p >= 1 ? kInfinite : 2 * gamma_quantile(p, degrees_of_freedom / 2);
}

double beta_quantile(double p, double a, double b) {
    if (!(a > 0 && b > 0) || std::isnan(p)) return kNaN;
    if (p <= 0) return 0;
    if (p >= 1) return 1;
    const auto fault = [&](double x) {
        return p <= 0.5 ? beta_below(x, a, b) - p : (1 - p) - beta_below(1 - x, b, a);
    };
    return root_between(0, 1, a / (a + b), fault,
                        [&](double x) { return binomial_term(a, b, x) * a * b / ((a + b) * x * (1 - x)); });
}

double binomial_probability(std::uint64_t k, std::uint64_t n, double share) {
    if (k > n) return 0;
    const auto all = static_cast<double>(n);
    if (share <= 0) return k == 0 ? 1 : 0;
    if (share >= 1) return k == n ? 1 : 0;
    if (k == 0) return std::exp(all * std::log1p(-share));
    if (k == n) return std::pow(share, all);
    return binomial_term(static_cast<double>(k), static_cast<double>(n - k), share);
}

double binomial_test_p(std::uint64_t k, std::uint64_t n, double share) {
    if (n == 0 || k > n) return 1;
    const double limit = binomial_probability(k, n, share) * (1 + 1e-7);
    const double mean = static_cast<double>(n) * share;
    if (static_cast<double>(k) == mean) return 1;
    const auto at_most = [&](std::uint64_t i) { return binomial_probability(i, n, share) <= limit; };
    if (static_cast<double>(k) < mean) { // on the far side the first that is as improbable
        auto low = static_cast<std::uint64_t>(std::ceil(mean)), high = n + 1;
        while (low < high) {
            const std::uint64_t middle = low + (high - low) / 2;
            if (at_most(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return std::min(1.0, binomial_below(k, n, share) + binomial_above(low, n, share));
    }
    std::uint64_t low = 0,
                  high = static_cast<std::uint64_t>(std::floor(mean)) + 1; // how many on the near side
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (at_most(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return std::min(1.0, binomial_above(k, n, share) + (low > 0 ? binomial_below(low - 1, n, share) : 0));
}

} // namespace geo
