#include "geo/analysis/bandwidth_rules.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "geo/analysis/radix_sort.hpp"

namespace geo {

namespace {

double standard_deviation(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values) sum += value;
    const double mean = sum / n;
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (n - 1));
}

/// Reorders the values.
double quantile(std::vector<double>& values, double share) {
    const double at = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(at);
    std::nth_element(values.begin(), values.begin() + below, values.end());
    const double low = values[static_cast<std::size_t>(below)];
    if (below + 1 == static_cast<std::ptrdiff_t>(values.size())) return low;
    const double high = *std::min_element(values.begin() + below + 1, values.end());
    return low + (at - static_cast<double>(below)) * (high - low);
}

struct Spreads {
    double standard, robust;
};

/// Reorders the values.
Spreads spreads_of(std::vector<double>& values) {
    const double s = standard_deviation(values);
    const double upper = quantile(values, 0.75);
    const double robust = (upper - quantile(values, 0.25)) / 1.34;
    return {s, robust > 0 ? std::min(s, robust) : s}; // half of them at one place say nothing of the spread
}

using Place = std::pair<double, double>;

bool is_located(double x_m, double y_m) { return !std::isnan(x_m) && !std::isnan(y_m); }

/// The values of one axis, of what has both.
std::vector<double> located(std::span<const double> x_m, std::span<const double> y_m,
                            std::span<const double> axis) {
    std::vector<double> values;
    values.reserve(axis.size());
    for (std::size_t i = 0; i < axis.size(); ++i)
        if (is_located(x_m[i], y_m[i])) values.push_back(axis[i]);
    return values;
}

/// Equal places have equal keys; of a million others a few hundred do.
std::uint32_t key_of(const Place& place) {
    const auto bits = [](double v) { return std::bit_cast<std::uint64_t>(v + 0.0); }; // -0 is 0
    constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15; // 2^64 / golden ratio: Knuth's multiplicative hashing
    return static_cast<std::uint32_t>(((bits(place.first) * kOdd ^ bits(place.second)) * kOdd) >> 32);
}

/// How many have an equal among them. Sorts them.
std::size_t count_repeated(std::vector<Place>& places) {
    std::sort(places.begin(), places.end());
    std::size_t n = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool as_before = i > 0 && places[i] == places[i - 1];
        const bool as_next = i + 1 < places.size() && places[i] == places[i + 1];
        n += as_before || as_next;
    }
    return n;
}

} // namespace

ScottRule scott_rule(std::span<const double> x_m, std::span<const double> y_m) {
    std::vector<double> values = located(x_m, y_m, x_m);
    if (values.size() < 2) return {};
    const double shrink = std::pow(static_cast<double>(values.size()), -1.0 / 6);
    const Spreads x = spreads_of(values);
    values = located(x_m, y_m, y_m);
    const Spreads y = spreads_of(values);
    return {{x.standard * shrink, y.standard * shrink}, {x.robust * shrink, y.robust * shrink}};
}

std::size_t count_repeated_places(std::span<const double> x_m, std::span<const double> y_m) {
    std::vector<std::uint64_t> keyed;
    keyed.reserve(x_m.size());
    for (std::size_t i = 0; i < x_m.size(); ++i)
        if (is_located(x_m[i], y_m[i])) keyed.push_back(std::uint64_t{key_of({x_m[i], y_m[i]})} << 32 | i);
    sort_by_upper_key(keyed);
    std::size_t n = 0;
    std::vector<Place> alike; // of one key, and mostly one place
    for (std::size_t i = 0, end = 0; i < keyed.size(); i = end) {
        for (end = i + 1; end < keyed.size() && keyed[end] >> 32 == keyed[i] >> 32;) ++end;
        if (end == i + 1) continue;
        alike.clear();
        for (std::size_t k = i; k < end; ++k) {
            const auto row = static_cast<std::uint32_t>(keyed[k]);
            alike.emplace_back(x_m[row], y_m[row]);
        }
        n += count_repeated(alike);
    }
    return n;
}

} // namespace geo
