#pragma once

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/bench/measure.hpp"

namespace bench {

struct Options {
    std::vector<std::size_t> sizes{10'000, 100'000, 1'000'000};
    unsigned threads = 1;
    int runs = 5;
    std::string json;
    std::string only; ///< tasks that have this in their name
};

inline Options options_from(int argc, char** argv) {
    Options o;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i], value = argv[i + 1];
        if (name == "--threads") o.threads = static_cast<unsigned>(std::stoul(value));
        if (name == "--runs") o.runs = std::stoi(value);
        if (name == "--json") o.json = value;
        if (name == "--only") o.only = value;
        if (name != "--n") continue;
        o.sizes.clear();
        for (std::size_t at = 0; at < value.size();
             at = value.find(',', at) == std::string::npos ? value.size() : value.find(',', at) + 1)
            o.sizes.push_back(std::stoul(value.substr(at)));
    }
    return o;
}

class Bench {
  public:
    explicit Bench(Options options) : options_(std::move(options)) {}

    /// False when the task was not asked for.
    template <typename Task>
    bool run(const std::string& name, std::size_t n, double goal_at_1e6_s, Task&& task) {
        return run(name, n, goal_at_1e6_s, [] {}, task);
    }
    /// `prepare` runs before each task and is not timed.
    template <typename Prepare, typename Task>
    bool run(const std::string& name, std::size_t n, double goal_at_1e6_s, Prepare&& prepare, Task&& task) {
        if (name.find(options_.only) == std::string::npos) return false;
        const double goal = n == 1'000'000 ? goal_at_1e6_s : 0;
        const Measured m = measure(name, n, options_.threads, options_.runs, goal, prepare, task);
        std::printf("%-34s n=%-8zu %9.4f s  (%.4f to %.4f)", name.c_str(), n, m.median_s, m.least_s,
                    m.most_s);
        std::printf(goal > 0 ? "  goal %.3f s\n" : "\n", goal);
        all_.push_back({{"task", m.task},
                        {"n", m.n},
                        {"threads", m.threads},
                        {"median_s", m.median_s},
                        {"least_s", m.least_s},
                        {"most_s", m.most_s},
                        {"runs", m.runs},
                        {"goal_s", m.goal_s}});
        return true;
    }
    /// How far the task run last is off the exact twin, at most.
    void error(double most, const char* unit) {
        std::printf("%-34s %.2g %s off the exact twin at most\n", "", most, unit);
        all_.back()["error"] = most;
        all_.back()["error_unit"] = unit;
    }
    void write() const {
        if (!options_.json.empty()) std::ofstream(options_.json) << all_.dump(1) << '\n';
    }

  private:
    Options options_;
    nlohmann::json all_ = nlohmann::json::array();
};

} // namespace bench
