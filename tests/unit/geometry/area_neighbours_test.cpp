#include "geo/geometry/area_neighbours.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

MultiPolygon square(double west, double south, double side) {
    return {{{{west, south},
              {west + side, south},
              {west + side, south + side},
              {west, south + side},
              {west, south}},
             {}}};
}

double to_edge(LonLat p, LonLat a, LonLat b) {
    const double x = b.lon_deg - a.lon_deg, y = b.lat_deg - a.lat_deg;
    const double along = ((p.lon_deg - a.lon_deg) * x + (p.lat_deg - a.lat_deg) * y) / (x * x + y * y);
    const double t = std::clamp(along, 0.0, 1.0);
    return std::hypot(p.lon_deg - a.lon_deg - t * x, p.lat_deg - a.lat_deg - t * y);
}

/// Between two rings that neither cross nor lie in each other: from each corner to each edge, both ways.
double apart(const Ring& a, const Ring& b) {
    double least = INFINITY;
    for (std::size_t i = 0; i + 1 < a.size(); ++i)
        for (std::size_t j = 0; j + 1 < b.size(); ++j)
            least = std::min({least, to_edge(a[i], b[j], b[j + 1]), to_edge(b[j], a[i], a[i + 1])});
    return least;
}

std::vector<std::uint32_t> list(const NeighbourLists& lists, std::size_t i) {
    return {lists.of(i).begin(), lists.of(i).end()};
}

} // namespace

TEST_CASE("areas that share an edge, a corner or a slit are neighbours, an island is its own alone") {
    const std::vector<MultiPolygon> areas{square(0, 0, 1),      // with the next: an edge
                                          square(1, 0, 1),      // with the next: a corner
                                          square(2, 1, 1),      // with the next: a slit
                                          square(3.0008, 1, 1), //
                                          square(9, 9, 1),      {},
                                          square(0.2, 0.2, 0.1)}; // inside the first
    const NeighbourLists lists = area_neighbours(areas, 0.001);
    REQUIRE(lists.size() == areas.size());
    CHECK(list(lists, 0) == std::vector<std::uint32_t>{0, 1, 6});
    CHECK(list(lists, 1) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(list(lists, 2) == std::vector<std::uint32_t>{1, 2, 3});
    CHECK(list(lists, 3) == std::vector<std::uint32_t>{2, 3});
    CHECK(list(lists, 4) == std::vector<std::uint32_t>{4});
    CHECK(list(lists, 5) == std::vector<std::uint32_t>{5});
    CHECK(list(lists, 6) == std::vector<std::uint32_t>{0, 6});
    CHECK(list(area_neighbours(areas, 0.0005), 3) == std::vector<std::uint32_t>{3});
    CHECK(area_neighbours({}, 0.001).size() == 0);
    CHECK_THROWS_AS(area_neighbours(areas, -1), Error);
    CHECK_THROWS_AS(area_neighbours(areas, std::nan("")), Error);
}

TEST_CASE("neighbours found by the tree are those of all pairs of edges") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> size(0.05, 0.45), shift(0, 0.5);
    std::vector<MultiPolygon> areas; // a crooked quadrangle in each field of a chessboard
    for (int column = 0; column < 12; ++column)
        for (int row = 0; row < 12; ++row) {
            const double x = column + shift(random), y = row + shift(random), w = size(random),
                         h = size(random);
            areas.push_back({{{{x, y}, {x + w, y + h / 3}, {x + w, y + h}, {x + w / 4, y + h}, {x, y}}, {}}});
        }
    for (const double tolerance : {0.0, 0.3, 0.9}) {
        const NeighbourLists lists = area_neighbours(areas, tolerance);
        for (std::uint32_t i = 0; i < areas.size(); ++i) {
            std::vector<std::uint32_t> wanted;
            for (std::uint32_t j = 0; j < areas.size(); ++j)
                if (i == j || apart(areas[i][0].exterior, areas[j][0].exterior) <= tolerance)
                    wanted.push_back(j);
            CHECK(list(lists, i) == wanted);
        }
    }
}
