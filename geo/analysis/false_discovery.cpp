#include "geo/analysis/false_discovery.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace geo {

double two_sided_p(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

std::vector<double> benjamini_hochberg(std::span<const double> p) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i])) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> q(p.size(), std::numeric_limits<double>::quiet_NaN());
    const auto n = static_cast<double>(order.size());
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        least = std::min(least, p[i] * n / static_cast<double>(rank));
        q[i] = least;
    }
    return q;
}

} // namespace geo
