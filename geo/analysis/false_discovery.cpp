#include "geo/analysis/false_discovery.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace geo {

double two_sided_p(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

std::vector<double> benjamini_hochberg(std::span<const double> p) {
    struct Test {
        double p;
        std::size_t i;
    };
    std::vector<Test> order; // with its p: sorting by an index alone would look each up again and again
    order.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i])) order.push_back({p[i], i});
    std::sort(order.begin(), order.end(), [](const Test& a, const Test& b) { return a.p < b.p; });
    std::vector<double> q(p.size(), std::numeric_limits<double>::quiet_NaN());
    const auto n = static_cast<double>(order.size());
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const Test& test = order[rank - 1];
        least = std::min(least, test.p * n / static_cast<double>(rank));
        q[test.i] = least;
    }
    return q;
}

} // namespace geo
