#include "geo/crs/geodesic.hpp"

#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("inverse geodesics agree with PROJ's geod program") {
    const GeodesicInverse atlantic = inverse_geodesic({-73.8, 40.6}, {-0.5, 51.6});
    CHECK(atlantic.distance_m == Approx(5551759.400).margin(0.001));
    const GeodesicInverse peshawar = inverse_geodesic({71.0920, 34.1230}, {71.5249, 34.0151});
    CHECK(peshawar.distance_m == Approx(41714.813).margin(0.001));
    CHECK(peshawar.azimuth_deg == Approx(106.55208096).margin(1e-8));
    CHECK(geodesic_distance_m({71.0920, 34.1230}, {71.5249, 34.0151}) == peshawar.distance_m);
}

TEST_CASE("direct geodesics undo inverse ones") {
    const LonLat from{71.0920, 34.1230};
    const LonLat to{66.1, 25.5};
    const GeodesicInverse path = inverse_geodesic(from, to);
    const GeodesicDirect end = direct_geodesic(from, path.azimuth_deg, path.distance_m);
    CHECK(end.place.lon_deg == Approx(to.lon_deg).margin(1e-12));
    CHECK(end.place.lat_deg == Approx(to.lat_deg).margin(1e-12));
    CHECK(end.azimuth_deg == Approx(path.end_azimuth_deg).margin(1e-9));
}

TEST_CASE("a geodesic line is walked by distance") {
    const GeodesicLine line({60.0, 25.0}, {70.0, 35.0});
    const LonLat half = line.at(line.length_m() / 2).place;
    CHECK(geodesic_distance_m({60.0, 25.0}, half) == Approx(line.length_m() / 2).margin(1e-6));
    CHECK(geodesic_distance_m(half, {70.0, 35.0}) == Approx(line.length_m() / 2).margin(1e-6));

    const GeodesicLine by_azimuth({60.0, 25.0}, 90, 1000);
    CHECK(by_azimuth.length_m() == 1000);
    CHECK(by_azimuth.at(0).place.lon_deg == Approx(60.0).margin(1e-12));
}

TEST_CASE("the geodesic between a place and itself has no length") {
    CHECK(inverse_geodesic({70, 30}, {70, 30}).distance_m == 0);
}

TEST_CASE("areas and perimeters of polygons are those of GeographicLib's tests") {
    // Planimeter0 of geodtest.c, C. F. F. Karney; there as latitude, longitude.
    const GeodesicPolygon round_the_pole = geodesic_polygon(std::vector<LonLat>{{0, 89}, {90, 89}, {180, 89}, {270, 89}});
    CHECK(round_the_pole.perimeter_m == Approx(631819.8745).margin(1e-4));
    CHECK(round_the_pole.area_m2 == Approx(24952305678.0).margin(1));
    const GeodesicPolygon diamond = geodesic_polygon(std::vector<LonLat>{{-1, 0}, {0, -1}, {1, 0}, {0, 1}});
    CHECK(diamond.perimeter_m == Approx(627598.2731).margin(1e-4));
    CHECK(diamond.area_m2 == Approx(24619419146.0).margin(1));
    const GeodesicPolygon octant = geodesic_polygon(std::vector<LonLat>{{0, 90}, {0, 0}, {90, 0}});
    CHECK(octant.perimeter_m == Approx(30022685).margin(1));
    CHECK(octant.area_m2 == Approx(63758202715511.0).margin(1));
    const GeodesicPolygon turned = geodesic_polygon(std::vector<LonLat>{{0, 1}, {1, 0}, {0, -1}, {-1, 0}});
    CHECK(turned.area_m2 == Approx(diamond.area_m2)); // either way round
    CHECK(geodesic_polygon(std::vector<LonLat>{{70, 30}, {71, 30}}).area_m2 == Approx(0).margin(1e-3));
}

TEST_CASE("the solver for other rooms gives the same answers") {
    const GeodesicSolver solver = wgs84_geodesics();
    CHECK(solver.inverse({60, 25}, {70, 35}).distance_m == geodesic_distance_m({60, 25}, {70, 35}));
    CHECK(solver.direct({60, 25}, 45, 1e5).place == direct_geodesic({60, 25}, 45, 1e5).place);
}
