#include "geo/analysis/coarse_cells.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <random>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

const double kNan = std::numeric_limits<double>::quiet_NaN();

/// Every level by looking at every other item that is not shown yet.
CoarseCells by_brute_force(const std::vector<double>& x, const std::vector<double>& y,
                           const CoarseCellParams& params) {
    CoarseCells cells{std::vector(x.size(), kNan), std::vector(x.size(), kNan),
                      std::vector<std::uint8_t>(x.size())};
    std::vector<bool> open(x.size(), true);
    for (int level = 0; level <= params.doublings; ++level) {
        const double side = params.side * std::pow(2.0, level);
        const auto cell = [&](double value) {
            return std::floor(value / side + 1e-9 / std::pow(2.0, level));
        };
        const std::vector<bool> before = open;
        for (std::size_t i = 0; i < x.size(); ++i) {
            int n = 0;
            for (std::size_t j = 0; j < x.size(); ++j)
                n += before[i] && before[j] && cell(x[i]) == cell(x[j]) && cell(y[i]) == cell(y[j]);
            if (!before[i] || n < std::max(1, params.merge_under)) continue;
            cells.x[i] = (cell(x[i]) + 0.5) * side;
            cells.y[i] = (cell(y[i]) + 0.5) * side;
            cells.doubled[i] = static_cast<std::uint8_t>(level);
            cells.n_merged += level > 0;
            open[i] = false;
        }
    }
    for (const bool left : open) cells.n_withheld += left;
    return cells;
}

} // namespace

TEST_CASE("a place becomes its cell's centre, also below zero and on an edge") {
    const std::vector<double> x{70.31, 70.3, 70.399999, -0.01}, y{34.05, 34.0, 34.0999999, -0.11};
    const CoarseCells cells = coarse_cells(x, y, {.side = 0.1});
    CHECK(cells.x == std::vector{703.5 * 0.1, 703.5 * 0.1, 703.5 * 0.1, -0.5 * 0.1});
    CHECK(cells.y == std::vector{340.5 * 0.1, 340.5 * 0.1, 340.5 * 0.1, -1.5 * 0.1});
    CHECK(cells.n_withheld == 0);
}

TEST_CASE("cells are as a brute force finds them, and none that is shown has too few") {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        const int n = static_cast<int>(random() % 150);
        std::normal_distribution<double> near(round % 2 ? 0 : 50, 1 + round % 7);
        std::vector<double> x, y;
        for (int i = 0; i < n; ++i) {
            x.push_back(near(random));
            y.push_back(near(random));
        }
        const CoarseCellParams params{
            .side = 0.5 + round % 5, .merge_under = round % 8, .doublings = round % 4};
        const CoarseCells fast = coarse_cells(x, y, params), slow = by_brute_force(x, y, params);
        std::map<std::tuple<double, double, int>, int> shown;
        for (std::size_t i = 0; i < x.size(); ++i) {
            CHECK(std::isnan(fast.x[i]) == std::isnan(slow.x[i]));
            if (std::isnan(fast.x[i])) continue;
            CHECK(fast.x[i] == Approx(slow.x[i]));
            CHECK(fast.y[i] == Approx(slow.y[i]));
            CHECK(int{fast.doubled[i]} == int{slow.doubled[i]});
            const double side = params.side * std::pow(2.0, fast.doubled[i]);
            CHECK(std::abs(fast.x[i] - x[i]) <=
                  side / 2 * (1 + 1e-6)); // a place is in the cell it is shown in
            CHECK(std::abs(fast.y[i] - y[i]) <= side / 2 * (1 + 1e-6));
            ++shown[{fast.x[i], fast.y[i], fast.doubled[i]}];
        }
        for (const auto& [cell, count] : shown) CHECK(count >= params.merge_under);
        CHECK(fast.n_withheld == slow.n_withheld);
        CHECK(fast.n_merged == slow.n_merged);
        CHECK(fast.n_withheld < static_cast<std::size_t>(n) + 1);
    }
}

TEST_CASE("a lone item is withheld, a few in neighbouring cells become one larger cell") {
    const std::vector<double> x{0.5, 1.5, 0.5, 90.5}, y{0.5, 0.5, 1.5, 90.5};
    const CoarseCells cells = coarse_cells(x, y, {.side = 1, .merge_under = 3, .doublings = 3});
    CHECK(cells.x[0] == 1); // the cell [0, 2) × [0, 2)
    CHECK(cells.y[2] == 1);
    CHECK(int{cells.doubled[1]} == 1);
    CHECK(cells.n_merged == 3);
    CHECK(std::isnan(cells.x[3]));
    CHECK(cells.n_withheld == 1);
}

TEST_CASE("nothing, no places and identical places are no special cases") {
    CHECK(coarse_cells({}, {}, {}).x.empty());
    const std::vector<double> none{kNan, kNan}, same(5, 3.25);
    const CoarseCells unplaced = coarse_cells(none, none, {.side = 1, .merge_under = 2});
    CHECK(unplaced.n_unplaced == 2);
    CHECK(unplaced.n_withheld == 0);
    CHECK(coarse_cells(same, same, {.side = 0.5, .merge_under = 5}).n_withheld == 0);
    CHECK(coarse_cells(same, same, {.side = 0.5, .merge_under = 6}).n_withheld == 5);
}

TEST_CASE("cells that cannot be are refused") {
    const std::vector<double> one{1e6}, two{1, 2};
    CHECK_THROWS_AS(coarse_cells(one, two, {}), Error);
    CHECK_THROWS_AS(coarse_cells(one, one, {.side = 0}), Error);
    CHECK_THROWS_AS(coarse_cells(one, one, {.side = 1e-9}), Error);
}
