#include "geo/analysis/k_distance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "geo/analysis/st_dbscan.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

struct Incidents {
    std::vector<double> x_m, y_m;
    std::vector<DayNumber> day;
    std::vector<std::uint32_t> all;
};

Incidents random_incidents(unsigned seed, std::uint32_t n) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> place(0, 40), day(0, 200), fifth(0, 4);
    Incidents in;
    for (std::uint32_t i = 0; i < n; ++i) {
        const bool heaped = fifth(random) == 0;
        in.x_m.push_back(heaped ? 5000 : place(random) * 1000);
        in.y_m.push_back(heaped ? 7000 : place(random) * 1000);
        in.day.push_back(day(random));
        in.all.push_back(i);
    }
    return in;
}

double by_pairs(const Incidents& in, std::uint32_t i, std::optional<int> days, std::uint32_t k) {
    std::vector<double> others;
    for (const std::uint32_t j : in.all)
        if (j != i && (!days || std::abs(in.day[i] - in.day[j]) <= *days))
            others.push_back(std::hypot(in.x_m[i] - in.x_m[j], in.y_m[i] - in.y_m[j]));
    if (others.size() < k) return std::numeric_limits<double>::infinity();
    std::sort(others.begin(), others.end());
    return k == 0 ? 0 : others[k - 1];
}

} // namespace

TEST_CASE("the distance to the k-th neighbour in time is that of all pairs") {
    NoProgress progress;
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Incidents in = random_incidents(seed, 1 + seed * 23);
        for (const std::optional<int> days : {std::optional(0), std::optional(10), std::optional<int>()})
            for (const std::uint32_t k : {0u, 1u, 4u, 30u}) {
                const auto got = k_distances(in.x_m, in.y_m, in.day, days, k, in.all, 2, progress);
                for (const std::uint32_t i : in.all) {
                    const double expected = by_pairs(in, i, days, k);
                    if (std::isinf(expected)) {
                        REQUIRE(std::isinf(got[i]));
                    } else {
                        REQUIRE(got[i] == Approx(expected).margin(1e-9));
                    }
                }
            }
    }
}

TEST_CASE("an incident is a core exactly when eps reaches its k-distance") {
    NoProgress progress;
    const Incidents in = random_incidents(5, 500);
    const auto distance = k_distances(in.x_m, in.y_m, in.day, 14, 4, in.all, 1, progress);
    const StClusters clusters = st_dbscan(in.x_m, in.y_m, in.day, {3000, 14, 5, 1}, {}, progress);
    for (const std::uint32_t i : in.all) CHECK((clusters.core[i] == 1) == (distance[i] <= 3000));
}

TEST_CASE("k-distances of none, and of some only") {
    NoProgress progress;
    const Incidents in = random_incidents(2, 60), none;
    CHECK(k_distances(none.x_m, none.y_m, none.day, 14, 4, none.all, 1, progress).empty());
    const std::vector<std::uint32_t> asked{7, 50};
    const auto some = k_distances(in.x_m, in.y_m, in.day, std::nullopt, 4, asked, 1, progress);
    REQUIRE(some.size() == 2);
    CHECK(some[1] == Approx(by_pairs(in, 50, std::nullopt, 4)));
}
