#include "geo/analysis/st_dbscan.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace geo {

bool comes_first(std::span<const double> x_m, std::span<const double> y_m, std::span<const DayNumber> day,
                 const EarlierOfOneDay& earlier, std::uint32_t a, std::uint32_t b) {
    if (day[a] != day[b]) return day[a] < day[b];
    if (earlier && earlier(a, b)) return true;
    if (earlier && earlier(b, a)) return false;
    return std::pair(x_m[a], y_m[a]) < std::pair(x_m[b], y_m[b]);
}

StClusters st_dbscan_by_pairs(std::span<const double> x_m, std::span<const double> y_m,
                              std::span<const DayNumber> day, const StDbscanParameters& parameters,
                              const EarlierOfOneDay& earlier) {
    check_st_dbscan(x_m, y_m, day, parameters);
    const std::size_t n = x_m.size();
    const auto neighbours = [&](std::uint32_t p) {
        std::vector<std::uint32_t> found;
        for (std::uint32_t q = 0; q < n; ++q) {
            const double dx = x_m[p] - x_m[q], dy = y_m[p] - y_m[q];
            const std::int64_t days = std::int64_t{day[p]} - day[q];
            if (dx * dx + dy * dy <= parameters.eps_m * parameters.eps_m &&
                (!parameters.eps_time_days || std::abs(days) <= *parameters.eps_time_days))
                found.push_back(q);
        }
        return found;
    };
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return a != b && comes_first(x_m, y_m, day, earlier, a, b);
    });
    StClusters result{std::vector<std::int32_t>(n, kNoise), std::vector<std::uint8_t>(n, 0), 0};
    for (const std::uint32_t p : order)
        result.core[p] = neighbours(p).size() >= parameters.min_points ? 1 : 0;
    for (const std::uint32_t p : order) {
        if (result.core[p] == 0 || result.label[p] != kNoise) continue;
        const auto label = static_cast<std::int32_t>(result.n_clusters++);
        std::vector<std::uint32_t> open{p};
        result.label[p] = label;
        while (!open.empty()) {
            const std::uint32_t next = open.back();
            open.pop_back();
            if (result.core[next] == 0) continue; // reached, but does not carry further
            for (const std::uint32_t q : neighbours(next))
                if (result.label[q] == kNoise) {
                    result.label[q] = label;
                    open.push_back(q);
                }
        }
    }
    return result;
}

} // namespace geo
