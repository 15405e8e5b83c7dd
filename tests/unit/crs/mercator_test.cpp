#include "geo/crs/mercator.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("the Mercator world is a square") {
    const Mercator m = mercator_from_lonlat({180, 0});
    CHECK(m.x_m == Approx(kMercatorEdge_m).margin(1e-6));
    CHECK(m.y_m == 0);
    CHECK(mercator_from_lonlat({0, 85.051128779806604}).y_m == Approx(kMercatorEdge_m).margin(1e-4));
}

TEST_CASE("places come back from Mercator") {
    const LonLat back = lonlat_from_mercator(mercator_from_lonlat({71.5249, 34.0151}));
    CHECK(back.lon_deg == Approx(71.5249).margin(1e-12));
    CHECK(back.lat_deg == Approx(34.0151).margin(1e-12));
}

TEST_CASE("poles are drawn at the edge of the square world") {
    CHECK(mercator_from_lonlat({0, 90}).y_m == Approx(kMercatorEdge_m).margin(1e-4));
    CHECK(mercator_scale(60) == Approx(2.0));
}
