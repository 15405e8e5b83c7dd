#include "geo/analysis/support_intervals.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

#include "geo/analysis/border_index.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/geodesic.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

/// Share of a disc whose height over its middle, in radii, is below u.
double segment(double u) {
    if (u <= -1) return 0;
    if (u >= 1) return 1;
    return 0.5 + (u * std::sqrt(1 - u * u) + std::asin(u)) / std::numbers::pi;
}

/// Circular segments: the share of a disc of radius r, D from a straight border, that lies within b of it on either side.
double share_by_segments(double D, double r, double b) { return segment((b - D) / r) - segment((-b - D) / r); }

/// A border along the equator is a straight line whose distance is nearly the latitude.
const BorderIndex& equator() {
    static const BorderIndex index(std::vector<LineString>{{{-20, 0}, {-10, 0}, {0, 0}, {10, 0}, {20, 0}}},
                                   wgs84_geodesics());
    return index;
}

double to_equator(LonLat place) { return equator().nearest(place).distance_m; }

SupportIntervals intervals(const std::vector<LonLat>& places, const std::vector<float>& radius_m,
                           const std::vector<double>& edges_m, unsigned threads = 1) {
    std::vector<double> lon, lat, distance;
    for (const LonLat place : places) {
        lon.push_back(place.lon_deg);
        lat.push_back(place.lat_deg);
        distance.push_back(std::isnan(place.lon_deg) ? place.lon_deg : to_equator(place));
    }
    NoProgress progress;
    return disc_intervals(lon, lat, distance, radius_m, edges_m, to_equator, wgs84_geodesics(), threads, progress);
}

} // namespace

TEST_CASE("the share of a disc within a distance of a straight border is that of circular segments") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> away(0, 60'000), radius(500, 40'000);
    std::vector<LonLat> places;
    std::vector<float> radii;
    for (int i = 0; i < 300; ++i) {
        places.push_back(direct_geodesic({i * 0.01, 0}, 0, away(random)).place);
        radii.push_back(static_cast<float>(radius(random)));
    }
    const std::vector<double> edges{5'000, 10'000, 20'000, 50'000};
    const SupportIntervals found = intervals(places, radii, edges);
    double worst = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double d = to_equator(places[i]), r = double{radii[i]};
        CHECK(found.min_m[i] == std::max(0.0, d - r));
        CHECK(found.max_m[i] == d + r);
        for (std::size_t e = 0; e < edges.size(); ++e)
            worst = std::max(worst, std::abs(double{found.share(i, e)} - share_by_segments(d, r, edges[e])));
    }
    CAPTURE(worst);
    CHECK(worst < 0.005);
    CHECK(worst > 0); // it is a sample
}

TEST_CASE("where the bounds decide, the share is exactly nothing or all") {
    const std::vector<LonLat> places{direct_geodesic({0, 0}, 0, 3'000).place, direct_geodesic({1, 0}, 0, 30'000).place};
    const SupportIntervals found = intervals(places, {1'000, 1'000}, {5'000, 20'000});
    CHECK(found.share_within == std::vector<float>{1, 1, 0, 0});
}

TEST_CASE("nothing is nearer than nothing, also of a disc across the border") {
    const SupportIntervals found = intervals({direct_geodesic({0, 0}, 0, 200).place}, {10'000}, {0, 500, 20'000});
    CHECK(found.share(0, 0) == 0);
    CHECK(std::abs(double{found.share(0, 1)} - share_by_segments(200, 10'000, 500)) < 0.005);
    CHECK(found.share(0, 2) == 1);
}

TEST_CASE("a place without a stated radius is a point, and one without a distance has no interval") {
    const double nan = std::nan("");
    const SupportIntervals found = intervals({direct_geodesic({0, 0}, 0, 5'000).place, {nan, nan}, {0, 0}},
                                             {std::nanf(""), 5'000, 0}, {5'000, 1e9});
    CHECK(found.min_m[0] == found.max_m[0]);
    CHECK(std::isnan(found.min_m[1]));
    CHECK(std::isnan(found.max_m[1]));
    CHECK(std::isnan(found.share(1, 0)));
    CHECK(found.max_m[2] == 0);
    CHECK(found.share(2, 0) == 1);
    CHECK(found.share(0, 1) == 1);
}

TEST_CASE("a point exactly on the edge of a band belongs to the next band") {
    std::vector<double> lon{0}, lat{0}, distance{5'000};
    NoProgress progress;
    const auto found = disc_intervals(lon, lat, distance, std::vector<float>{0}, std::vector<double>{5'000}, to_equator,
                                      wgs84_geodesics(), 1, progress);
    CHECK(found.share(0, 0) == 0);
}

TEST_CASE("equal supports have equal shares, for any number of threads, and bad input is refused") {
    std::vector<LonLat> places;
    std::vector<float> radii;
    for (int i = 0; i < 200; ++i) {
        places.push_back({(i % 7) * 0.1, 0.05 + (i % 5) * 0.02});
        radii.push_back(i % 2 == 0 ? 9'000.0F : 25'000.0F);
    }
    const std::vector<double> edges{5'000, 10'000};
    const SupportIntervals one = intervals(places, radii, edges, 1), many = intervals(places, radii, edges, 4);
    CHECK(one.share_within == many.share_within);
    for (std::size_t e = 0; e < edges.size(); ++e) CHECK(one.share(0, e) == one.share(70, e)); // 70 = 7 × 5 × 2
    CHECK_THROWS_AS(intervals(places, radii, {2, 1}), Error);
    CHECK_THROWS_AS(intervals(places, {}, edges), Error);
}

TEST_CASE("a square that touches the border has the shares of its strips") {
    std::vector<LonLat> inside, outline;
    const LonLat north = direct_geodesic({0, 0}, 0, 40'000).place;
    for (int i = 0; i < 40; ++i)
        for (int j = 0; j < 40; ++j) inside.push_back({north.lat_deg * (i + 0.5) / 40, north.lat_deg * (j + 0.5) / 40});
    for (int i = 0; i <= 40; ++i) {
        const double at = north.lat_deg * i / 40;
        for (const LonLat place : {LonLat{at, 0}, LonLat{at, north.lat_deg}, LonLat{0, at}, LonLat{north.lat_deg, at}})
            outline.push_back(place);
    }
    const std::vector<double> edges{10'000, 30'000, 50'000};
    const AreaInterval found = area_interval(inside, outline, 1'000, edges, to_equator);
    CHECK(found.min_m == 0);
    CHECK(std::abs(found.max_m - 40'500) < 1);
    CHECK(found.share_within == std::vector<float>{0.25F, 0.75F, 1});
    CHECK_THROWS_AS(area_interval({}, outline, 1'000, edges, to_equator), Error);
}
