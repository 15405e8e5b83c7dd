#include "geo/analysis/convex_hull.hpp"

#include <random>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

double turn(Local a, Local b, Local c) {
    return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
}

} // namespace

TEST_CASE("a convex hull turns left at each corner and leaves no place outside") {
    std::mt19937 random(3);
    std::uniform_int_distribution<int> step(0, 20);
    for (int round = 0; round < 200; ++round) {
        std::vector<Local> places;
        for (int i = 0; i < 3 + round % 40; ++i) places.push_back({step(random) * 1e3, step(random) * 1e3});
        const std::vector<Local> hull = convex_hull(places);
        if (hull.size() < 3) continue;
        for (std::size_t i = 0; i < hull.size(); ++i) {
            const Local a = hull[i], b = hull[(i + 1) % hull.size()];
            CHECK(turn(a, b, hull[(i + 2) % hull.size()]) > 0);
            for (const Local p : places) REQUIRE(turn(a, b, p) >= 0);
        }
    }
}

TEST_CASE("the hull of a line is its two ends, of one place itself, of none nothing") {
    CHECK(convex_hull({}).empty());
    CHECK(convex_hull(std::vector<Local>{{2, 3}, {2, 3}}) == std::vector<Local>{{2, 3}});
    CHECK(convex_hull(std::vector<Local>{{2, 2}, {0, 0}, {1, 1}, {5, 5}}) ==
          std::vector<Local>{{0, 0}, {5, 5}});
    CHECK(convex_hull(std::vector<Local>{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {2, 0}, {2, 2}}) ==
          std::vector<Local>{{0, 0}, {4, 0}, {4, 4}, {0, 4}});
}
