#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace bench {

/// How the frames of one part of a session were.
struct FrameTimes {
    std::string phase;
    std::vector<double> ms;

    double at_share(double share) const {
        std::vector<double> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        if (sorted.empty()) return 0;
        return sorted[std::min(sorted.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
    }
    double share_over(double limit_ms) const {
        const auto n = std::count_if(ms.begin(), ms.end(), [&](double t) { return t > limit_ms; });
        return ms.empty() ? 0 : static_cast<double>(n) / static_cast<double>(ms.size());
    }
};

inline void print_head() {
    std::printf("%-12s %7s %9s %9s %9s %9s %8s %8s %8s\n", "phase", "frames", "median", "p95", "p99", "max",
                "> 8 ms", "> 33 ms", "> 200 ms");
}

inline void print_row(const FrameTimes& t) {
    std::printf("%-12s %7zu %6.1f ms %6.1f ms %6.1f ms %6.1f ms %6.1f %% %6.1f %% %6.1f %%\n",
                t.phase.c_str(), t.ms.size(), t.at_share(0.5), t.at_share(0.95), t.at_share(0.99),
                t.at_share(1), 100 * t.share_over(8), 100 * t.share_over(33), 100 * t.share_over(200));
    std::fflush(stdout);
}

inline nlohmann::json json_of(const FrameTimes& t) {
    return {{"phase", t.phase},
            {"frames", t.ms.size()},
            {"median_ms", t.at_share(0.5)},
            {"p95_ms", t.at_share(0.95)},
            {"p99_ms", t.at_share(0.99)},
            {"max_ms", t.at_share(1)},
            {"over_8_ms", t.share_over(8)},
            {"over_33_ms", t.share_over(33)},
            {"over_200_ms", t.share_over(200)}};
}

} // namespace bench
