#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace bench {

/// Seconds of one task over some runs. The median counts; least and most show how steady it was.
struct Measured {
    std::string task;
    std::size_t n = 0;
    unsigned threads = 0;
    double median_s = 0, least_s = 0, most_s = 0;
    int runs = 0;
    double goal_s = 0; ///< 0: none stated for this size
};

/// `prepare` runs before each task and is not timed.
template <typename Prepare, typename Task>
Measured measure(std::string name, std::size_t n, unsigned threads, int runs, double goal_s, Prepare&& prepare,
                 Task&& task) {
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run) {
        prepare();
        const auto start = std::chrono::steady_clock::now();
        task();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return {std::move(name), n,    threads, seconds[seconds.size() / 2], seconds.front(),
            seconds.back(),  runs, goal_s};
}

} // namespace bench
