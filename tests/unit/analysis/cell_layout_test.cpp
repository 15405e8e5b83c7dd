#include "geo/analysis/cell_layout.hpp"

#include <cmath>
#include <random>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

double area_of(const std::vector<Local>& corners) {
    double twice = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Local a = corners[i], b = corners[(i + 1) % corners.size()];
        twice += a.x_m * b.y_m - b.x_m * a.y_m;
    }
    return twice / 2;
}

} // namespace

TEST_CASE("squares and hexagons have the same area and fill the plane") {
    for (const CellShape shape : {CellShape::square, CellShape::hexagon}) {
        const CellLayout layout = cells_over(shape, 10'000, {-123'456, 55'000}, {90'000, 177'000});
        CHECK(area_of(layout.corners(3, 4)) == Approx(1e8));
        CHECK(area_of(layout.corners(2, 3)) == Approx(1e8));
        CHECK(layout.pitch_x_m() * layout.pitch_y_m() == Approx(layout.area_m2()));
    }
}

TEST_CASE("a place lies in the cell whose centre is nearest, and every place of the box in one") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> x(-123'456, 90'000), y(55'000, 177'000);
    for (const CellShape shape : {CellShape::square, CellShape::hexagon}) {
        const CellLayout layout = cells_over(shape, 10'000, {-123'456, 55'000}, {90'000, 177'000});
        for (int i = 0; i < 3000; ++i) {
            const Local place{x(random), y(random)};
            const auto cell = layout.cell_of(place);
            REQUIRE(cell);
            double nearest = INFINITY;
            std::size_t at = 0;
            for (std::uint32_t row = 0; row < layout.n_rows; ++row)
                for (std::uint32_t column = 0; column < layout.n_columns; ++column) {
                    const Local c = layout.centre(column, row);
                    const double distance = std::hypot(c.x_m - place.x_m, c.y_m - place.y_m);
                    if (distance >= nearest) continue;
                    nearest = distance;
                    at = std::size_t{row} * layout.n_columns + column;
                }
            REQUIRE(*cell == at);
        }
        CHECK(!layout.cell_of({1e7, 6e4}));
        CHECK(!layout.cell_of({0, -1e7}));
        CHECK(!layout.cell_of({std::nan(""), 0}));
    }
}

TEST_CASE("cells do not move with a small change of the box, and too many are refused") {
    const CellLayout a = cells_over(CellShape::square, 5000, {1, 1}, {99'000, 99'000});
    const CellLayout b = cells_over(CellShape::square, 5000, {4000, 2000}, {99'000, 99'000});
    CHECK(a.west_m == b.west_m);
    CHECK(a.south_m == b.south_m);
    CHECK_THROWS_AS(cells_over(CellShape::square, 1, {0, 0}, {1e6, 1e6}), Error);
    CHECK_THROWS_AS(cells_over(CellShape::square, 0, {0, 0}, {1e6, 1e6}), Error);
    CHECK(cell_shape_from_name(name_of(CellShape::hexagon)) == CellShape::hexagon);
    CHECK(!cell_shape_from_name("round"));
}
