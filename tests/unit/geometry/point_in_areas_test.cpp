#include "geo/geometry/point_in_areas.hpp"

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "geo/core/error.hpp"
#include "geo/geometry/make_valid.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"

using namespace geo;

namespace {

Ring square(double west, double south, double side) {
    return {{west, south},
            {west + side, south},
            {west + side, south + side},
            {west, south + side},
            {west, south}};
}

/// Sum of the angles that the rings turn around a place: the obvious way, without bands.
bool holds_by_winding(const MultiPolygon& area, LonLat p) {
    double turns = 0;
    const auto add = [&](const Ring& ring, double sign) {
        double angle = 0;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const double ax = ring[i].lon_deg - p.lon_deg, ay = ring[i].lat_deg - p.lat_deg;
            const double bx = ring[i + 1].lon_deg - p.lon_deg, by = ring[i + 1].lat_deg - p.lat_deg;
            angle += std::atan2(ax * by - ay * bx, ax * bx + ay * by);
        }
        turns += sign * std::abs(angle);
    };
    for (const Polygon& polygon : area) {
        add(polygon.exterior, 1);
        for (const Ring& hole : polygon.holes) add(hole, -1);
    }
    return turns > 3;
}

NoProgress progress;

} // namespace

TEST_CASE("boundaries and vertices are inside, holes outside, and the first area wins") {
    const std::vector<MultiPolygon> areas{{{square(0, 0, 4), {square(1, 1, 2)}}}, {{square(4, 0, 4), {}}}};
    const PointInAreas index(areas);
    CHECK(index.area_of({0.5, 0.5}) == 0);
    CHECK(index.area_of({2, 2}) == PointInAreas::kNone);
    CHECK(index.area_of({1, 2}) == 0); // on the hole's edge
    for (const LonLat vertex :
         {LonLat{0, 0}, LonLat{4, 0}, LonLat{4, 4}, LonLat{0, 4}, LonLat{4, 2}, LonLat{2, 4}, LonLat{3, 3}})
        CHECK(index.area_of(vertex) == 0);
    CHECK(index.area_of({8, 4}) == 1);
    CHECK(index.area_of({5, 4}) == 1);
    CHECK(index.area_of({9, 2}) == PointInAreas::kNone);
    CHECK(index.area_of({-1, 4}) == PointInAreas::kNone);
    CHECK(index.area_of({std::numeric_limits<double>::quiet_NaN(), 2}) == PointInAreas::kNone);
}

TEST_CASE("empty areas hold nothing") {
    const std::vector<MultiPolygon> areas(2);
    CHECK(PointInAreas(areas).area_of({0, 0}) == PointInAreas::kNone);
    CHECK(PointInAreas({}).areas_of(std::vector{1.0}, std::vector{1.0}, 1, progress) ==
          std::vector<std::int32_t>{-1});
    CHECK_THROWS_AS(PointInAreas({}).areas_of(std::vector{1.0}, {}, 1, progress), Error);
}

TEST_CASE("a ray through vertices counts each once") {
    const std::vector<MultiPolygon> areas{
        {{{{0, 0}, {2, -2}, {4, 0}, {3, 1}, {4, 2}, {2, 4}, {0, 2}, {1, 1}, {0, 0}}, {}}}};
    const PointInAreas index(areas);
    CHECK(index.area_of({-1, 0}) == -1);
    CHECK(index.area_of({-1, 1}) == -1);
    CHECK(index.area_of({2, 1}) == 0);
    CHECK(index.area_of({0.5, 1}) == -1);
    CHECK(index.area_of({2, 0}) == 0);
}

TEST_CASE("the index agrees with winding angles on the real provinces, for any number of threads") {
    if (!real::present("areas/pakistan_provinces_osm2026.geojson")) return;
    std::vector<MultiPolygon> areas = real::areas("provinces");
    for (MultiPolygon& area : areas) area = make_valid(area);
    const PointInAreas index(areas);
    std::mt19937 random(1);
    std::uniform_real_distribution<double> lon(60, 78), lat(23, 38);
    std::vector<double> lons, lats;
    for (int i = 0; i < 20000; ++i) lons.push_back(lon(random)), lats.push_back(lat(random));
    const auto found = index.areas_of(lons, lats, 1, progress);
    CHECK(found == index.areas_of(lons, lats, 3, progress));
    for (std::size_t i = 0; i < 200; ++i) {
        std::int32_t expected = -1;
        for (std::size_t a = 0; a < areas.size() && expected < 0; ++a)
            if (holds_by_winding(areas[a], {lons[i], lats[i]})) expected = static_cast<std::int32_t>(a);
        CHECK(found[i] == expected);
    }
}
