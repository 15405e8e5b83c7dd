#include "geo/analysis/morton_order.hpp"

#include "geo/analysis/radix_sort.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace geo {

namespace {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double steps_per_unit() const { return high > low ? 65535 / (high - low) : 0; }
};

Range range_of(std::span<const double> values) {
    Range r;
    for (const double v : values) { // comparisons with NaN are false
        if (v < r.low) r.low = v;
        if (v > r.high) r.high = v;
    }
    return r;
}

/// The 16 bits of v, each followed by a zero.
std::uint32_t spread_bits(std::uint32_t v) {
    v = (v | v << 8) & 0x00ff00ffu;
    v = (v | v << 4) & 0x0f0f0f0fu;
    v = (v | v << 2) & 0x33333333u;
    return (v | v << 1) & 0x55555555u;
}

} // namespace

std::vector<std::uint32_t> morton_order(std::span<const double> x, std::span<const double> y) {
    const Range rx = range_of(x), ry = range_of(y);
    const double sx = rx.steps_per_unit(), sy = ry.steps_per_unit();
    std::vector<std::uint64_t> keyed;
    keyed.reserve(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::isnan(x[i]) || std::isnan(y[i])) continue;
        const auto column = static_cast<std::uint32_t>((x[i] - rx.low) * sx);
        const auto row = static_cast<std::uint32_t>((y[i] - ry.low) * sy);
        const std::uint32_t key = spread_bits(column) | spread_bits(row) << 1;
        keyed.push_back(std::uint64_t{key} << 32 | i);
    }
    sort_by_upper_key(keyed);
    std::vector<std::uint32_t> rows(keyed.size());
    std::transform(keyed.begin(), keyed.end(), rows.begin(),
                   [](std::uint64_t k) { return static_cast<std::uint32_t>(k); });
    return rows;
}

} // namespace geo
