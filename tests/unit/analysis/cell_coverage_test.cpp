#include "geo/analysis/cell_coverage.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

NoProgress progress;

/// Twin: even-odd rule.
bool holds(const LocalMultiPolygon& area, Local at) {
    bool inside = false;
    const auto cross = [&](const LocalRing& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Local a = ring[i], b = ring[j];
            if ((a.y_m > at.y_m) != (b.y_m > at.y_m) &&
                at.x_m < (b.x_m - a.x_m) * (at.y_m - a.y_m) / (b.y_m - a.y_m) + a.x_m)
                inside = !inside;
        }
    };
    for (const LocalPolygon& polygon : area) {
        cross(polygon.exterior);
        for (const LocalRing& hole : polygon.holes) cross(hole);
    }
    return inside;
}

double share_by_points(const LocalMultiPolygon& area, const GridShape& shape, std::uint32_t column,
                       std::uint32_t row) {
    constexpr int n = 40;
    int inside = 0;
    for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j)
            inside += holds(area, {shape.west_m + (column + (i + 0.5) / n) * shape.cell_m,
                                   shape.south_m + (row + (j + 0.5) / n) * shape.cell_m});
    return inside / double(n * n);
}

/// A ragged outline around a place, out to `radius_m` at most.
LocalRing ragged(Local middle, double radius_m, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> reach(0.4 * radius_m, radius_m);
    LocalRing ring;
    for (int i = 0; i < 23; ++i) {
        const double angle = i * 2 * 3.14159265358979 / 23, r = reach(random);
        ring.push_back({middle.x_m + r * std::cos(angle), middle.y_m + r * std::sin(angle)});
    }
    return ring;
}

double total(const std::vector<double>& shares) { return std::accumulate(shares.begin(), shares.end(), 0.0); }

} // namespace

TEST_CASE("each cell's share of an area is what fine points say") {
    const GridShape shape{-700, 300, 100, 40, 30};
    LocalRing lake = ragged({1000, 1500}, 300, 2);
    std::reverse(lake.begin(), lake.end());
    const LocalMultiPolygon area{{ragged({1000, 1500}, 1200, 1), {lake}}, {ragged({2800, 2600}, 400, 3), {}}};
    const std::vector<double> shares = shares_inside(area, shape, 1, progress);
    double worst = 0;
    for (std::uint32_t row = 0; row < shape.n_rows; ++row)
        for (std::uint32_t column = 0; column < shape.n_columns; ++column)
            worst = std::max(worst, std::abs(shares[row * shape.n_columns + column] -
                                             share_by_points(area, shape, column, row)));
    INFO("worst difference " << worst);
    CHECK(worst < 0.02); // of 1600 points, those the outline passes by
    CHECK(shares == shares_inside(area, shape, 3, progress));
}

TEST_CASE("shares sum to the area inside the grid, whichever way rings run and whatever lies beyond") {
    const GridShape shape{0, 0, 100, 50, 40};
    const LocalMultiPolygon inside{{ragged({2500, 2000}, 1500, 4), {ragged({2500, 2000}, 500, 5)}}};
    CHECK(total(shares_inside(inside, shape, 1, progress)) * 1e4 ==
          Approx(outline_of(inside).area_m2).epsilon(1e-12));
    LocalMultiPolygon turned = inside;
    std::reverse(turned[0].exterior.begin(), turned[0].exterior.end());
    CHECK(total(shares_inside(turned, shape, 1, progress)) ==
          Approx(total(shares_inside(inside, shape, 1, progress))));
    // A box that holds the whole grid, and one that lies half beyond each side.
    const LocalMultiPolygon all{{{{-1e6, -1e6}, {1e6, -1e6}, {1e6, 1e6}, {-1e6, 1e6}, {-1e6, -1e6}}, {}}};
    const std::vector<double> whole = shares_inside(all, shape, 1, progress);
    CHECK(*std::min_element(whole.begin(), whole.end()) == Approx(1));
    const LocalMultiPolygon slanted{{{{-900, -700}, {5900, -700}, {5900, 4700}, {-900, 4700}}, {}}};
    CHECK(total(shares_inside(slanted, shape, 1, progress)) == Approx(2000).epsilon(1e-9));
    const LocalMultiPolygon west{{{{-900, 100}, {150, 100}, {150, 300}, {-900, 300}}, {}}};
    CHECK(total(shares_inside(west, shape, 1, progress)) == Approx(3).epsilon(1e-9));
    const LocalMultiPolygon apart{{{{-900, 100}, {-150, 100}, {-150, 300}}, {}},
                                  {{{6000, 0}, {7000, 0}, {7000, 900}}, {}}};
    CHECK(total(shares_inside(apart, shape, 1, progress)) == 0);
}

TEST_CASE("an area of nothing has no share, and cells beyond it have exactly none") {
    const GridShape shape{0, 0, 100, 50, 40};
    CHECK(total(shares_inside({}, shape, 1, progress)) == 0);
    CHECK(total(shares_inside({{{{100, 100}, {900, 900}}, {}}}, shape, 1, progress)) == 0);
    const std::vector<double> shares =
        shares_inside({{ragged({1000, 1000}, 700, 6), {}}}, shape, 1, progress);
    for (std::uint32_t row = 0; row < shape.n_rows; ++row)
        for (std::uint32_t column = 18; column < shape.n_columns; ++column)
            if (shares[row * shape.n_columns + column] != 0) FAIL("a share at column " << column);
}
