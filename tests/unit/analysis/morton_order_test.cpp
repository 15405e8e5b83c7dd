#include "geo/analysis/morton_order.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include "tests/support/catch.hpp"

using geo::morton_order;

TEST_CASE("the Morton order of a square's corners is a Z") {
    const std::vector<double> x{1, 0, 1, 0}, y{1, 1, 0, 0};
    CHECK(morton_order(x, y) == std::vector<std::uint32_t>{3, 2, 1, 0});
}

TEST_CASE("the Morton order holds every located row once, equal places by row") {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> coordinate(60, 80);
    std::vector<double> x(1000), y(1000);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = i % 2 ? coordinate(random) : 65, y[i] = i % 2 ? coordinate(random) : 30;
    auto rows = morton_order(x, y);
    auto at_65 = rows;
    std::erase_if(at_65, [](std::uint32_t row) { return row % 2 != 0; });
    CHECK(std::is_sorted(at_65.begin(), at_65.end()));
    std::sort(rows.begin(), rows.end());
    std::vector<std::uint32_t> all(1000);
    std::iota(all.begin(), all.end(), 0u);
    CHECK(rows == all);
}

TEST_CASE("the Morton order leaves out unlocated rows and takes a single place or none") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(morton_order(std::vector{nan, 1.0, 2.0}, std::vector{1.0, nan, 2.0}) ==
          std::vector<std::uint32_t>{2});
    CHECK(morton_order({}, {}).empty());
    CHECK(morton_order(std::vector{nan}, std::vector{nan}).empty());
}
