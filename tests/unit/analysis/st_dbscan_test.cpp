#include "geo/analysis/st_dbscan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

struct Incidents {
    std::vector<double> x_m, y_m;
    std::vector<DayNumber> day;

    std::size_t size() const { return day.size(); }
    void add(double x, double y, DayNumber d) {
        x_m.push_back(x);
        y_m.push_back(y);
        day.push_back(d);
    }
    StClusters clusters(const StDbscanParameters& p, const EarlierOfOneDay& earlier = {}) const {
        NoProgress progress;
        return st_dbscan(x_m, y_m, day, p, earlier, progress);
    }
    StClusters by_pairs(const StDbscanParameters& p, const EarlierOfOneDay& earlier = {}) const {
        return st_dbscan_by_pairs(x_m, y_m, day, p, earlier);
    }
    Incidents in_order(const std::vector<std::uint32_t>& order) const {
        Incidents result;
        for (const std::uint32_t i : order) result.add(x_m[i], y_m[i], day[i]);
        return result;
    }
};

/// Whole kilometres, so that many pairs are exactly eps apart; a third on few heaps, some days crowded.
Incidents random_incidents(unsigned seed, std::size_t n, int extent_km, int n_days) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> place(0, extent_km), day(0, n_days), heap(0, 4), third(0, 2);
    std::vector<std::pair<int, int>> heaps;
    for (int i = 0; i < 5; ++i) heaps.emplace_back(place(random), place(random));
    Incidents in;
    for (std::size_t i = 0; i < n; ++i) {
        const auto at = third(random) == 0 ? heaps[static_cast<std::size_t>(heap(random))]
                                           : std::pair(place(random), place(random));
        in.add(at.first * 1000.0 - 40'000, at.second * 1000.0 + 2e6, third(random) == 0 ? 7 : day(random));
    }
    return in;
}

std::vector<std::uint32_t> shuffled(std::size_t n, unsigned seed) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    return order;
}

bool same(const StClusters& a, const StClusters& b) {
    return a.label == b.label && a.core == b.core && a.n_clusters == b.n_clusters;
}

} // namespace

TEST_CASE("clusters by cells are those of all pairs, heaps and exact distances included") {
    for (unsigned seed = 0; seed < 240; ++seed) {
        std::mt19937 random(seed);
        const std::size_t n = std::uniform_int_distribution<std::size_t>(0, 300)(random);
        const Incidents in = random_incidents(seed, n, seed % 3 == 0 ? 12 : 60, seed % 2 == 0 ? 40 : 400);
        StDbscanParameters p;
        p.eps_m = std::array{1000.0, 2000.0, 5000.0, 13'000.0}[seed % 4];
        p.eps_time_days = std::array<std::optional<int>, 4>{0, 3, 30, std::nullopt}[seed / 4 % 4];
        p.min_points = std::array{1u, 2u, 4u, 9u}[seed / 16 % 4];
        p.threads = 1 + seed % 3;
        INFO("seed " << seed);
        CHECK(same(in.clusters(p), in.by_pairs(p)));
    }
}

TEST_CASE("clusters of incidents anywhere, not on a lattice, are those of all pairs") {
    std::mt19937 random(4);
    std::normal_distribution<double> spread(0, 9000);
    Incidents in;
    for (int i = 0; i < 1500; ++i)
        in.add(spread(random), spread(random), static_cast<DayNumber>(random() % 90));
    for (const double eps_m : {50.0, 700.0, 1500.0, 40'000.0})
        for (const std::optional<int> days : {std::optional(10), std::optional<int>()})
            CHECK(same(in.clusters({eps_m, days, 5, 2}), in.by_pairs({eps_m, days, 5, 2})));
}

TEST_CASE("a label depends neither on the order of the rows nor on the number of threads") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Incidents in = random_incidents(seed, 400, 30, 60);
        const std::vector<std::uint32_t> ids = shuffled(in.size(), seed + 99),
                                         order = shuffled(in.size(), seed);
        const StDbscanParameters p{2000, 10, 4, 1};
        const StClusters before =
            in.clusters(p, [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
        const StClusters after =
            in.in_order(order).clusters({2000, 10, 4, 3}, [&](std::uint32_t a, std::uint32_t b) {
                return ids[order[a]] < ids[order[b]];
            });
        REQUIRE(before.n_clusters == after.n_clusters);
        for (std::size_t i = 0; i < order.size(); ++i) REQUIRE(after.label[i] == before.label[order[i]]);
    }
}

TEST_CASE("a border point goes to the cluster whose first core is earlier, then to the smaller id") {
    Incidents in; // two cores with four behind each, and one between them that reaches both and is no core
    in.add(0, 0, 20), in.add(2000, 0, 10);
    for (int i = 0; i < 4; ++i) in.add(-900, 0, 20), in.add(2900, 0, 10);
    in.add(1000, 0, 15);
    StDbscanParameters p{1000, std::nullopt, 5, 1};
    StClusters c = in.clusters(p);
    REQUIRE(c.n_clusters == 2);
    CHECK(c.label[0] == 1);
    CHECK(c.label[1] == 0);
    CHECK(c.core[10] == 0);
    CHECK(c.label[10] == 0);
    in.day.assign(in.size(), 10); // now the id decides
    for (const std::uint32_t first : {0u, 1u}) {
        c = in.clusters(p,
                        [&](std::uint32_t a, std::uint32_t b) { return (a ^ first) % 2 < (b ^ first) % 2; });
        CHECK(c.label[10] == c.label[first]);
        CHECK(c.label[first] == 0);
    }
}

TEST_CASE("neighbours are those up to eps and eps-time, both included") {
    Incidents in;
    in.add(0, 0, 0), in.add(3000, 4000, 14), in.add(6000, 8000, 28);
    CHECK(in.clusters({5000, 14, 2, 1}).n_clusters == 1);
    CHECK(in.clusters({5000, 13, 2, 1}).n_clusters == 0);
    CHECK(in.clusters({4999.999, 14, 2, 1}).n_clusters == 0);
    CHECK(in.clusters({5000, 14, 3, 1}).label ==
          std::vector<std::int32_t>{0, 0, 0}); // the middle one is the core
    CHECK(in.clusters({5000, 14, 3, 1}).core == std::vector<std::uint8_t>{0, 1, 0});
}

TEST_CASE("clusters of no incidents, one, all at one place, all on one day") {
    Incidents in;
    CHECK(in.clusters({}).n_clusters == 0);
    in.add(5, 5, 0);
    CHECK(in.clusters({}).label == std::vector{kNoise});
    CHECK(in.clusters({10'000, 14, 1, 0}).label == std::vector<std::int32_t>{0});
    for (int i = 1; i < 20; ++i) in.add(5, 5, 20 * i); // at one place, each alone in its time
    CHECK(in.clusters({}).n_clusters == 0);
    CHECK(in.clusters({10'000, 20, 3, 0}).n_clusters == 1);
    CHECK(in.clusters({10'000, std::nullopt, 20, 0}).n_clusters == 1);
    in.day.assign(in.size(), 3);
    CHECK(in.clusters({10'000, 0, 20, 0}).n_clusters == 1);
    in.day.assign(in.size(), kNoDay); // where time does not count, an incident needs no day
    CHECK(in.clusters({10'000, std::nullopt, 20, 0}).n_clusters == 1);
    CHECK_THROWS_AS(in.clusters({}), Error);
}

TEST_CASE("clusters refuse what cannot be measured") {
    Incidents in;
    in.add(0, 0, 0), in.add(1, 1, 1);
    CHECK_THROWS_AS(in.clusters({0, 14, 5, 1}), Error);
    CHECK_THROWS_AS(in.clusters({1000, -1, 5, 1}), Error);
    CHECK_THROWS_AS(in.clusters({1000, 14, 0, 1}), Error);
    CHECK_THROWS_AS(in.clusters({1e-10, 14, 5, 1}), Error);
    in.x_m[0] = std::nan("");
    CHECK_THROWS_AS(in.clusters({}), Error);
}
