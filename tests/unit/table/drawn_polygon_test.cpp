#include "geo/table/drawn_polygon.hpp"

#include <cmath>

#include "geo/table/filter.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("a polygon is read from pairs of longitude and latitude, closed or not") {
    const std::vector<LonLat> triangle{{69, 31}, {74.5, 31}, {72, 36.25}};
    CHECK(polygon_from_text("69 31, 74.5 31, 72 36.25") == triangle);
    CHECK(polygon_from_text(" 69   31,74.5 31 ,\t72 36.25, 69 31 ") == triangle);
    CHECK(polygon_from_text(text_from_polygon(triangle)) == triangle);
    for (const char* wrong : {"", "69", "69,31,74,31", "69 31,", "69 31 5, 1 2", "a b, c d", "69 nan"}) {
        INFO(wrong);
        CHECK_FALSE(polygon_from_text(wrong));
    }
}

TEST_CASE("text brings back the very numbers") {
    const std::vector<LonLat> odd{{71.1234567890123, 0.1}, {1e-7, -34}, {-180, 1.0 / 3}};
    CHECK(polygon_from_text(text_from_polygon(odd)) == odd);
}

TEST_CASE("a polygon has three different vertices on earth") {
    CHECK(fault_of_polygon(std::vector<LonLat>{{0, 0}, {1, 0}, {0, 1}}).empty());
    CHECK_THAT(fault_of_polygon(std::vector<LonLat>{{0, 0}, {1, 0}, {0, 0}, {1, 0}}),
               Catch::Contains("not 2"));
    CHECK_THAT(fault_of_polygon(std::vector<LonLat>{}), Catch::Contains("not 0"));
    CHECK_THAT(fault_of_polygon(std::vector<LonLat>{{0, 0}, {1, 0}, {0, 91}}), Catch::Contains("no place"));
    CHECK_THAT(fault_of_polygon(std::vector<LonLat>{{0, 0}, {1, 0}, {0, std::nan("")}}),
               Catch::Contains("no place"));
    CHECK_THAT(fault_of_polygon(std::vector<LonLat>(10001)), Catch::Contains("10001 vertices"));
}

TEST_CASE("a bow tie crosses itself, a star with a notch does not") {
    CHECK(crosses_itself(std::vector<LonLat>{{0, 0}, {2, 1}, {2, 0}, {0, 1}}));
    CHECK_FALSE(crosses_itself(std::vector<LonLat>{{0, 0}, {2, 0}, {2, 1}, {1, 0.25}, {0, 1}}));
    CHECK_FALSE(crosses_itself(std::vector<LonLat>{{0, 0}, {1, 0}, {0, 1}}));
    CHECK_FALSE(crosses_itself(std::vector<LonLat>{}));
    CHECK_FALSE(crosses_itself(std::vector<LonLat>{{0, 0}, {1, 0}, {1, 0}, {0, 1}})); // a vertex twice
}

TEST_CASE("a drawn polygon is told in words, and that it crosses itself") {
    Filter filter;
    filter.polygon = {{0, 0}, {1, 0}, {0, 1}};
    CHECK(in_words(filter) == "inside a drawn polygon of 3 vertices");
    filter.polygon = {{0, 0}, {2, 1}, {2, 0}, {0, 1}};
    CHECK(in_words(filter) == "inside a drawn polygon of 4 vertices that crosses itself (even-odd rule)");
}
