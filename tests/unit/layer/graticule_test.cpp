#include "geo/layer/graticule.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("the step of the graticule is round and never smaller than asked") {
    CHECK(graticule_step_arcsec(1) == 3600);
    CHECK(graticule_step_arcsec(1.01) == 2 * 3600);
    CHECK(graticule_step_arcsec(0.3) == 20 * 60);
    CHECK(graticule_step_arcsec(0.00001) == 1);
    CHECK(graticule_step_arcsec(200) == 45 * 3600);
    for (double least = 0.001; least < 45; least *= 1.3) {
        const int step = graticule_step_arcsec(least);
        CHECK(step >= least * 3600);
        CHECK((180 * 3600) % step == 0); // both edges of the world are on it
    }
}

TEST_CASE("degrees are written with their side, minutes and seconds where there are any") {
    CHECK(degrees_text(71 * 3600, true) == "71° E");
    CHECK(degrees_text(-71 * 3600, true) == "71° W");
    CHECK(degrees_text(34 * 3600, false) == "34° N");
    CHECK(degrees_text(-34 * 3600 - 1800, false) == "34° 30′ S");
    CHECK(degrees_text(34 * 3600 + 5 * 60 + 7, false) == "34° 05′ 07″ N");
    CHECK(degrees_text(34 * 3600 + 7, false) == "34° 00′ 07″ N");
    CHECK(degrees_text(0, true) == "0°");
}

TEST_CASE("lines of the graticule are multiples of the step inside the view and the world") {
    CHECK(graticule_lines(60.2, 63.9, 3600, 180) == std::vector<int>{61 * 3600, 62 * 3600, 63 * 3600});
    CHECK(graticule_lines(-1.5, 1.5, 3600, 180) == std::vector<int>{-3600, 0, 3600});
    CHECK(graticule_lines(-400, 400, 45 * 3600, 180).size() == 9);
    CHECK(graticule_lines(60.2, 60.3, 3600, 180).empty());
    CHECK(graticule_lines(84.5, 89, 3600, 85) == std::vector<int>{85 * 3600});
}
