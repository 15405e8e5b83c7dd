#include "geo/analysis/gi_star.hpp"

#include <array>
#include <cmath>
#include <random>

#include "geo/analysis/false_discovery.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

struct Field {
    CellLayout layout;
    std::vector<double> values;
    std::vector<std::uint8_t> included;
};

/// Heaped counts over a ragged area.
Field field(CellShape shape, unsigned seed) {
    Field result{cells_over(shape, 1000, {-14'300, 7'100}, {9'000, 26'500}), {}, {}};
    std::mt19937 random(seed);
    std::geometric_distribution<int> count(0.4);
    std::bernoulli_distribution kept(0.8);
    for (std::size_t i = 0; i < result.layout.size(); ++i) {
        result.values.push_back(count(random));
        result.included.push_back(kept(random) ? 1 : 0);
    }
    return result;
}

/// What gi_star gives for the cells that are included, from all pairs of their centres.
GiStar by_pairs(const Field& f, double radius_m) {
    std::vector<Local> places;
    std::vector<double> values;
    for (std::size_t i = 0; i < f.values.size(); ++i) {
        if (f.included[i] == 0) continue;
        places.push_back(f.layout.centre(static_cast<std::uint32_t>(i % f.layout.n_columns),
                                         static_cast<std::uint32_t>(i / f.layout.n_columns)));
        values.push_back(f.values[i]);
    }
    return gi_star_of_points(places, values, radius_m);
}

} // namespace

TEST_CASE("Gi* of the worked example that PySAL, spdep and METHODS agree on") {
    const std::vector<Local> places{{10, 10}, {20, 10}, {40, 10}, {15, 20}, {30, 20}, {30, 30}};
    const std::vector<double> x{2, 3, 3.2, 5, 8, 7};
    const std::array<double, 6> z{-1.397276262, -0.289177616, 0.650649635,
                                  -0.289177616, 1.234520884,  2.024243309};
    const GiStar gi = gi_star_of_points(places, x, 15);
    for (std::size_t i = 0; i < z.size(); ++i) CHECK(gi.z[i] == Approx(z[i]).margin(5e-10));
}

TEST_CASE("Gi* by row sums is that of all pairs, for squares and hexagons") {
    for (const CellShape shape : {CellShape::square, CellShape::hexagon})
        for (const double radius_m : {0.0, 999.0, 1000.0, 1500.0, 2000.0, 3700.0}) {
            const Field f = field(shape, 7);
            const GiStar fast = gi_star(f.layout, f.values, f.included, radius_m), slow = by_pairs(f, radius_m);
            CHECK(fast.n == slow.n);
            double worst = 0;
            std::size_t at = 0;
            for (std::size_t i = 0; i < f.values.size(); ++i) {
                if (f.included[i] == 0) {
                    CHECK(std::isnan(fast.z[i]));
                    continue;
                }
                REQUIRE(fast.n_neighbours[i] == slow.n_neighbours[at]);
                worst = std::max(worst, std::abs(fast.z[i] - slow.z[at]));
                ++at;
            }
            CHECK(worst < 1e-12);
        }
}

TEST_CASE("a hexagon's neighbours at the pitch of the cells are its six and itself") {
    Field f = field(CellShape::hexagon, 1);
    f.included.assign(f.included.size(), 1);
    const GiStar gi = gi_star(f.layout, f.values, f.included, f.layout.pitch_x_m());
    const std::size_t middle = (f.layout.n_rows / 2) * f.layout.n_columns + f.layout.n_columns / 2;
    CHECK(gi.n_neighbours[middle] == 7);
}

TEST_CASE("Gi* has no value where nothing differs, and none without cells") {
    Field f = field(CellShape::square, 3);
    f.values.assign(f.values.size(), 4);
    for (const double z : gi_star(f.layout, f.values, f.included, 2000).z) CHECK(std::isnan(z));
    f.included.assign(f.included.size(), 0);
    CHECK(gi_star(f.layout, f.values, f.included, 2000).n == 0);
    f.included[5] = 1;
    const GiStar one = gi_star(f.layout, f.values, f.included, 2000);
    CHECK(one.n == 1);
    CHECK(std::isnan(one.z[5]));
    const GiStar all = gi_star_of_points(std::vector<Local>{{0, 0}, {1, 0}}, std::vector{1.0, 5.0}, 10);
    CHECK(std::isnan(all.z[0])); // every cell is a neighbour: nothing to compare with
    CHECK_THROWS_AS(gi_star(f.layout, std::vector{1.0}, f.included, 2000), Error);
    CHECK_THROWS_AS(gi_star(f.layout, f.values, f.included, -1), Error);
}

TEST_CASE("Gi* over lists of neighbours is that of dense sums") {
    constexpr std::size_t kUnits = 40;
    std::mt19937 random(5);
    std::bernoulli_distribution near(0.15), kept(0.9);
    std::lognormal_distribution<double> rate(0, 2);
    std::vector<std::vector<std::uint32_t>> weights(kUnits, std::vector<std::uint32_t>(kUnits, 0));
    std::vector<double> values;
    std::vector<std::uint8_t> included;
    for (std::size_t i = 0; i < kUnits; ++i) {
        weights[i][i] = 1;
        for (std::size_t j = 0; j < i && i != 7; ++j) weights[i][j] = weights[j][i] = j != 7 && near(random);
        included.push_back(i == 7 || kept(random));
        values.push_back(included.back() ? rate(random) : std::nan("")); // missing ones are not even looked at
    }
    NeighbourLists lists;
    for (const auto& row : weights) {
        std::vector<std::uint32_t> list;
        for (std::uint32_t j = 0; j < kUnits; ++j)
            if (row[j] != 0) list.push_back(j);
        lists.add(list);
    }
    double n = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < kUnits; ++i)
        if (included[i] != 0) n += 1, sum += values[i], squares += values[i] * values[i];
    const double mean = sum / n, deviation = std::sqrt(squares / n - mean * mean);
    const GiStar gi = gi_star(lists, values, included);
    CHECK(gi.n == static_cast<std::size_t>(n));
    for (std::size_t i = 0; i < kUnits; ++i) {
        if (included[i] == 0) {
            CHECK(std::isnan(gi.z[i]));
            continue;
        }
        double w = 0, x = 0;
        for (std::size_t j = 0; j < kUnits; ++j)
            if (weights[i][j] != 0 && included[j] != 0) w += 1, x += values[j];
        CHECK(gi.n_neighbours[i] == static_cast<std::uint32_t>(w));
        CHECK(gi.z[i] == Approx((x - mean * w) / (deviation * std::sqrt((n * w - w * w) / (n - 1)))).epsilon(1e-9));
    }
    CHECK(gi.n_neighbours[7] == 1); // an island: how far its own value is from the mean
    CHECK(gi.z[7] == Approx((values[7] - mean) / deviation));
    const GiStar steps = gi_star_by_step(lists, values, included);
    for (std::size_t i = 0; i < kUnits; ++i)
        if (included[i] != 0) CHECK(steps.z[i] == gi.z[i]); // one step is no time
    CHECK_THROWS_AS(gi_star(lists, std::vector{1.0}, included), Error);
}

TEST_CASE("Gi* by steps over lists is that of the same cells by rows") {
    const Field f = field(CellShape::hexagon, 9);
    const double radius_m = f.layout.pitch_x_m() * 1.001;
    NeighbourLists lists;
    const auto centre = [&](std::size_t i) {
        return f.layout.centre(static_cast<std::uint32_t>(i % f.layout.n_columns),
                               static_cast<std::uint32_t>(i / f.layout.n_columns));
    };
    for (std::size_t i = 0; i < f.layout.size(); ++i) {
        std::vector<std::uint32_t> list;
        for (std::uint32_t j = 0; j < f.layout.size(); ++j)
            if (std::hypot(centre(i).x_m - centre(j).x_m, centre(i).y_m - centre(j).y_m) <= radius_m) list.push_back(j);
        lists.add(list);
    }
    std::vector<double> values = f.values;
    for (const double value : f.values) values.push_back(value + 1);
    const GiStar by_list = gi_star_by_step(lists, values, f.included);
    const GiStar by_row = gi_star_by_step(f.layout, values, f.included, radius_m);
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(by_list.n_neighbours[i] == by_row.n_neighbours[i]);
        CHECK(std::isnan(by_list.z[i]) == std::isnan(by_row.z[i]));
        if (!std::isnan(by_row.z[i])) CHECK(by_list.z[i] == Approx(by_row.z[i]).margin(1e-12));
    }
}

TEST_CASE("rates that are equal but for rounding have no variance") {
    NeighbourLists lists;
    for (std::uint32_t i = 0; i < 3; ++i) lists.add(std::vector{i});
    const std::vector<double> rates{0.1, 0.3 - 0.2, 0.1}; // the second is 5e-17 off
    for (const double z : gi_star(lists, rates, std::vector<std::uint8_t>{1, 1, 1}).z) CHECK(std::isnan(z));
}

TEST_CASE("the false discovery rate rejects four of the fifteen of METHODS") {
    const std::vector<double> p{.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                .0459, .3240, .4262, .5719, .6528, .7590, 1};
    // p.adjust(p, "BH") of R 4.2.2.
    const std::vector<double> q{0.0015,       0.003,        0.0095, 0.035625,     0.0603,
                                0.0638571429, 0.0638571429, 0.0645, 0.0765000000, 0.486,
                                0.5811818182, 0.714875,     0.7532307692, 0.8132142857, 1};
    const std::vector<double> got = benjamini_hochberg(p);
    int n_rejected = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        CHECK(got[i] == Approx(q[i]).margin(1e-10));
        n_rejected += got[i] <= 0.05;
    }
    CHECK(n_rejected == 4);
    const std::vector<double> with_gap = benjamini_hochberg(std::vector{0.02, std::nan(""), 0.01});
    CHECK(with_gap[0] == Approx(0.02));
    CHECK(std::isnan(with_gap[1]));
    CHECK(with_gap[2] == Approx(0.02));
    CHECK(benjamini_hochberg({}).empty());
    CHECK(two_sided_p(1.959963984540054) == Approx(0.05).epsilon(1e-12));
    CHECK(two_sided_p(-1.959963984540054) == Approx(0.05).epsilon(1e-12));
}
