#include "geo/geometry/densify.hpp"

#include <algorithm>

#include "geo/crs/geodesic.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("a densified line keeps its vertices, its length and no piece longer than asked") {
    const LineString line{{60, 30}, {61, 30}, {61.001, 30}};
    const LineString dense = densify(line, kilometres(1), wgs84_geodesics());
    CHECK(dense.front() == line.front());
    CHECK(dense.back() == line.back());
    CHECK(std::count(dense.begin(), dense.end(), line[1]) == 1);
    double length = 0;
    for (std::size_t i = 0; i + 1 < dense.size(); ++i) {
        const double piece = geodesic_distance_m(dense[i], dense[i + 1]);
        CHECK(piece <= 1000.001);
        length += piece;
    }
    CHECK(length ==
          Approx(geodesic_distance_m(line[0], line[1]) + geodesic_distance_m(line[1], line[2])).margin(1e-4));
    CHECK(dense[dense.size() / 2].lat_deg > 30.0009); // bulges to the north, as geodesics do
}

TEST_CASE("short lines, empty ones and polygons with holes densify too") {
    CHECK(densify(LineString{}, kilometres(1), wgs84_geodesics()).empty());
    CHECK(densify(LineString{{60, 30}}, kilometres(1), wgs84_geodesics()).size() == 1);
    const MultiPolygon square{
        {{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, {{{.2, .2}, {.2, .4}, {.4, .4}, {.2, .2}}}}};
    const MultiPolygon dense = densify(square, kilometres(10), wgs84_geodesics());
    CHECK(dense[0].exterior.size() > 40);
    CHECK(dense[0].exterior.front() == dense[0].exterior.back());
    CHECK(dense[0].holes[0].size() > 4);
}
