#include "geo/geometry/make_valid.hpp"

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"

using namespace geo;

TEST_CASE("a bow tie becomes two triangles") {
    const MultiPolygon bow_tie{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}, {}}};
    CHECK(invalid_reason(bow_tie) == "Self-intersection[1 1]");
    const MultiPolygon repaired = make_valid(bow_tie);
    CHECK(repaired.size() == 2);
    CHECK(invalid_reason(repaired) == "");
}

TEST_CASE("valid polygons stay as they are") {
    const MultiPolygon square{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, {{{1, 1}, {1, 2}, {2, 2}, {1, 1}}}}};
    const MultiPolygon same = make_valid(square);
    REQUIRE(same.size() == 1);
    CHECK(same[0].exterior == square[0].exterior);
    CHECK(same[0].holes == square[0].holes);
    CHECK(make_valid({}).empty());
}

TEST_CASE("a ring that cannot be one is refused") {
    CHECK_THROWS_AS(make_valid({{{{0, 0}, {1, 1}}, {}}}), Error);
    CHECK_THROWS_AS(make_valid({{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}}), Error);
}

TEST_CASE("every province and district of OpenStreetMap can be made valid") {
    if (!real::present("areas/pakistan_provinces_osm2026.geojson")) return;
    for (const char* level : {"provinces", "districts"})
        for (const MultiPolygon& area : real::areas(level)) CHECK(invalid_reason(make_valid(area)) == "");
}
