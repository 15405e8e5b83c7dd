#include "geo/border/border_side.hpp"

#include <limits>
#include <vector>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

/// A territory west of the meridian 70° E, with a line accurate to 100 m.
BorderSet western_half() {
    BorderSet set;
    BorderLine line;
    line.neighbour = "AFG";
    line.accuracy_m = 100;
    line.parts = {{{70, 28}, {70, 34}}};
    set.lines.push_back(line);
    set.territory = {{{{60, 28}, {70, 28}, {70, 34}, {60, 34}, {60, 28}}, {}}};
    return set;
}

NoProgress progress;

} // namespace

TEST_CASE("incidents lie inside or outside of the territory") {
    const BorderSides sides(western_half());
    CHECK(sides.side({69, 31}, 95e3, 0) == BorderSide::inside);
    CHECK(sides.side({71, 31}, 95e3, 0) == BorderSide::outside);
}

TEST_CASE("within the line's accuracy plus the incident's own uncertainty the side is undetermined") {
    const BorderSides sides(western_half());
    CHECK(sides.side({69.999, 31}, 100, 0) == BorderSide::undetermined);
    CHECK(sides.side({69.999, 31}, 100.001, 0) == BorderSide::inside);
    CHECK(sides.side({70.9, 31}, 25100, 25000) == BorderSide::undetermined);
    CHECK(sides.side({70.9, 31}, 25101, 25000) == BorderSide::outside);
    CHECK(sides.side({70.9, 31}, 25101, std::numeric_limits<double>::quiet_NaN()) == BorderSide::outside);
}

TEST_CASE("without a territory or a place the side is undetermined") {
    BorderSet lines_only = western_half();
    lines_only.territory.clear();
    CHECK(BorderSides(lines_only).side({69, 31}, 95e3, 0) == BorderSide::undetermined);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(BorderSides(western_half()).side({nan, nan}, nan, 0) == BorderSide::undetermined);
}

TEST_CASE("sides of many incidents are those of each") {
    const BorderSides sides(western_half());
    const std::vector<double> lon{69, 71, 70.0005}, lat{31, 31, 31}, distance{95e3, 95e3, 48};
    const std::vector<float> uncertainty{2000, 2000, 0};
    const std::vector<BorderSide> expected{BorderSide::inside, BorderSide::outside, BorderSide::undetermined};
    CHECK(sides.sides(lon, lat, distance, uncertainty, 1, progress) == expected);
    CHECK(sides.sides(lon, lat, distance, {}, 2, progress) == expected);
    CHECK_THROWS_AS(sides.sides(lon, lat, std::vector<double>{1}, {}, 1, progress), Error);
}

TEST_CASE("the territory's edges are geodesics: its southern edge bulges to the north") {
    const BorderSides sides(western_half());
    CHECK(sides.side({65, 28.02}, 1e6, 0) == BorderSide::outside); // straight in degrees it would be inside
    CHECK(sides.side({65, 28.2}, 1e6, 0) == BorderSide::inside);
}

TEST_CASE("sides have names and a set the accuracy of its coarsest line") {
    CHECK(name_of(BorderSide::inside) == "inside");
    CHECK(name_of(BorderSide::outside) == "outside");
    CHECK(name_of(BorderSide::undetermined) == "undetermined");
    BorderSet set = western_half();
    set.lines.push_back(set.lines[0]);
    set.lines[1].accuracy_m = 3300;
    CHECK(accuracy_m(set) == 3300);
}
