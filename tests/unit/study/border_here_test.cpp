#include "geo/study/border_here.hpp"

#include "geo/crs/geodesic.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("the nearer of two borders is told with its foot and its neighbour") {
    BorderSet border;
    border.lines.resize(2);
    border.lines[0].neighbour = "AFG";
    border.lines[0].parts = {{{69, 30}, {69, 36}}};
    border.lines[1].neighbour = "IRN";
    border.lines[1].parts = {{{62, 25}, {62, 30}}};
    const auto here = border_here(border, {70, 33});
    REQUIRE(here);
    CHECK(here->neighbour == "AFG");
    CHECK(here->foot.lon_deg == Approx(69).margin(1e-6));
    CHECK(here->distance_m == Approx(geodesic_distance_m({70, 33}, here->foot)).margin(1e-3));
    CHECK(border_here(border, {63, 27})->neighbour == "IRN");
    CHECK_FALSE(border_here(BorderSet{}, {70, 33}));
}
