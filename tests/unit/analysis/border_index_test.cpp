#include "geo/analysis/border_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <vector>

#include "geo/analysis/border_brute.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/geodesic.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"

using namespace geo;

namespace {

constexpr double kTolerance_m = 1e-3;

/// A wandering line of coarse and fine edges, some of them 200 km long, with repeated vertices.
std::vector<LineString> wandering_line(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(-1, 1);
    std::vector<LineString> parts(2);
    for (LineString& part : parts) {
        LonLat at{61 + step(random), 30 + step(random)};
        for (int i = 0; i < 200; ++i) {
            part.push_back(at);
            const double size = i % 3 == 0 ? 1.5 : i % 3 == 1 ? 0.05 : 0.001;
            at = {at.lon_deg + size * (step(random) + 0.2), at.lat_deg + size * step(random)};
            if (i % 50 == 0) part.push_back(part.back());
        }
    }
    return parts;
}

/// Largest difference in distance between the index and the twin.
double worst_error_m(const BorderIndex& index, const BorderBrute& brute, const std::vector<LonLat>& places) {
    double worst = 0;
    for (const LonLat place : places)
        worst = std::max(worst, std::abs(index.nearest(place).distance_m - brute.nearest(place).distance_m));
    return worst;
}

std::vector<LonLat> places_within(LonLatBox box, int n, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(box.west, box.east), lat(box.south, box.north);
    std::vector<LonLat> places;
    for (int i = 0; i < n; ++i) places.push_back({lon(random), lat(random)});
    return places;
}

} // namespace

TEST_CASE("distance to the border agrees with brute force on a line of coarse and fine edges") {
    const std::vector<LineString> line = wandering_line(1);
    const BorderIndex index(line, wgs84_geodesics());
    const BorderBrute brute(line, wgs84_geodesics());
    CHECK(worst_error_m(index, brute, places_within({55, 20, 85, 40}, 300, 2)) < kTolerance_m);
}

TEST_CASE("distance to the border agrees with brute force thousands of kilometres away") {
    const std::vector<LineString> line = wandering_line(3);
    const BorderIndex index(line, wgs84_geodesics());
    const BorderBrute brute(line, wgs84_geodesics());
    CHECK(worst_error_m(index, brute, places_within({20, -10, 110, 60}, 100, 4)) < kTolerance_m);
}

TEST_CASE("an incident on the line or on a vertex has no distance and no azimuth") {
    const std::vector<LineString> line = wandering_line(5);
    const BorderIndex index(line, wgs84_geodesics());
    for (std::size_t i = 0; i + 1 < line[0].size(); ++i) {
        CHECK(index.nearest(line[0][i]).distance_m == 0);
        CHECK(index.nearest(line[0][i]).azimuth_deg == 0);
        const GeodesicLine edge(line[0][i], line[0][i + 1]);
        CHECK(index.nearest(edge.at(edge.length_m() * 0.37).place).distance_m < 1e-4);
    }
}

TEST_CASE("the foot lies at the distance and azimuth that the answer gives") {
    const std::vector<LineString> line = wandering_line(6);
    const BorderIndex index(line, wgs84_geodesics());
    for (const LonLat place : places_within({58, 25, 80, 38}, 300, 7)) {
        const BorderDistance answer = index.nearest(place);
        const GeodesicInverse path = inverse_geodesic(place, answer.foot);
        CHECK(path.distance_m == Approx(answer.distance_m).margin(kTolerance_m));
        if (answer.distance_m < 100) continue; // the foot's own rounding turns the azimuth
        CHECK(std::abs(std::remainder(path.azimuth_deg - answer.azimuth_deg, 360)) < 1e-3);
        CHECK(answer.azimuth_deg >= 0);
        CHECK(answer.azimuth_deg < 360);
    }
}

TEST_CASE("a place nearest to a vertex belongs to the earlier edge") {
    const std::vector<LineString> line{{{70, 30}, {71, 31}, {70, 32}}};
    const BorderDistance answer = BorderIndex(line, wgs84_geodesics()).nearest({72, 31});
    CHECK(answer.part == 0);
    CHECK(answer.edge == 0);
    CHECK(answer.distance_m == Approx(geodesic_distance_m({72, 31}, {71, 31})).margin(1e-6));
    CHECK(answer.azimuth_deg == Approx(270).margin(0.5));
}

TEST_CASE("a long edge is a geodesic, not straight in longitude and latitude") {
    const std::vector<LineString> line{{{60, 30}, {80, 30}}};
    const BorderDistance answer = BorderIndex(line, wgs84_geodesics()).nearest({70, 30});
    CHECK(answer.distance_m > 40e3);
    CHECK(answer.foot.lat_deg > 30.3);
}

TEST_CASE("an edge over the antimeridian is short") {
    const std::vector<LineString> line{{{179.995, 10}, {-179.995, 10.001}}};
    const BorderDistance answer = BorderIndex(line, wgs84_geodesics()).nearest({-179.9999, 10.0005});
    CHECK(answer.distance_m < 10);
}

TEST_CASE("an edge without length is none, though its ends are written in two ways") {
    const std::vector<LineString> line{{{178, -90}, {-180, -90}, {20, -90}}, {{178, -24}, {178, -25}}};
    const LonLat pole{-180, -90};
    const double to_the_pole_m = geodesic_distance_m(pole, {178, -25});
    CHECK(BorderIndex(line, wgs84_geodesics()).nearest(pole).distance_m == Approx(to_the_pole_m).margin(1e-3));
    CHECK(BorderBrute(line, wgs84_geodesics()).nearest(pole).distance_m == Approx(to_the_pole_m).margin(1e-3));
}

TEST_CASE("incidents without a place get NaN and a border without edges is refused") {
    const std::vector<LineString> line{{{60, 30}, {61, 30}}};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> lon{60, nan, 61}, lat{31, 31, nan};
    NoProgress progress;
    const auto answers = border_distances(BorderIndex(line, wgs84_geodesics()), lon, lat, 1, progress);
    CHECK_FALSE(std::isnan(answers[0].distance_m));
    CHECK(std::isnan(answers[1].distance_m));
    CHECK(std::isnan(answers[2].foot.lon_deg));
    CHECK_THROWS_AS(BorderIndex(std::vector<LineString>{{{60, 30}, {60, 30}}, {}}, wgs84_geodesics()), Error);
    CHECK_THROWS_AS(BorderIndex(std::vector<LineString>{{{60, nan}, {60, 30}}}, wgs84_geodesics()), Error);
    CHECK(border_distances(BorderIndex(line, wgs84_geodesics()), {}, {}, 1, progress).empty());
}

TEST_CASE("the answer depends neither on the number of threads nor on the other incidents") {
    const std::vector<LineString> line = wandering_line(8);
    const BorderIndex index(line, wgs84_geodesics());
    std::vector<double> lon, lat;
    for (const LonLat place : places_within({50, 15, 90, 45}, 10000, 9)) {
        lon.push_back(place.lon_deg);
        lat.push_back(place.lat_deg);
    }
    for (std::size_t i = 0; i < lon.size(); i += 3)
        lon[i] = line[0][i % 200].lon_deg, lat[i] = line[0][i % 200].lat_deg;
    NoProgress progress;
    const auto one = border_distances(index, lon, lat, 1, progress);
    CHECK(one == border_distances(index, lon, lat, 3, progress));
    for (std::size_t i = 0; i < lon.size(); ++i)
        if (!(index.nearest({lon[i], lat[i]}) == one[i])) FAIL("row " << i << " depends on its neighbours");
}

TEST_CASE("a run that is no longer wanted stops") {
    struct Never final : Progress {
        bool cancelled() const override { return true; }
    } progress;
    const BorderIndex index(std::vector<LineString>{{{60, 30}, {61, 30}}}, wgs84_geodesics());
    CHECK_THROWS_AS(
        border_distances(index, std::vector<double>{60.0}, std::vector<double>{31.0}, 1, progress),
        Cancelled);
}

TEST_CASE("every incident of the UCDP file is within 1 mm of brute force on the real lines") {
    if (!real::present("borders/pak_afg_osm2026.geojson")) return;
    const real::Places incidents = real::incidents();
    REQUIRE(incidents.lon_deg.size() == 6416);
    for (const char* name : {"pak_afg", "pak_irn"}) {
        const std::vector<LineString> line = real::border(name);
        const BorderIndex index(line, wgs84_geodesics());
        const BorderBrute brute(line, wgs84_geodesics());
        NoProgress progress;
        const auto fast = border_distances(index, incidents.lon_deg, incidents.lat_deg, 0, progress);
        std::map<std::pair<double, double>, double> exact;
        double worst = 0;
        for (std::size_t i = 0; i < fast.size(); ++i) {
            const LonLat place{incidents.lon_deg[i], incidents.lat_deg[i]};
            const auto [at, added] = exact.try_emplace({place.lon_deg, place.lat_deg});
            if (added) at->second = brute.nearest(place).distance_m;
            worst = std::max(worst, std::abs(fast[i].distance_m - at->second));
        }
        INFO(name << ": worst error " << worst << " m of " << exact.size() << " places");
        CHECK(worst < kTolerance_m);
    }
}

TEST_CASE("Peshawar lies 40 km from the fine Afghan line and 241 incidents within 5 km") {
    if (!real::present("borders/pak_afg_osm2026.geojson")) return;
    const std::vector<LineString> line = real::border("pak_afg");
    CHECK(BorderIndex(line, wgs84_geodesics()).nearest({71.5249, 34.0151}).distance_m ==
          Approx(40021.68).margin(0.01));
    double length_m = 0;
    std::size_t n_vertices = 0;
    for (const LineString& part : line) {
        n_vertices += part.size();
        for (std::size_t i = 0; i + 1 < part.size(); ++i)
            length_m += geodesic_distance_m(part[i], part[i + 1]);
    }
    CHECK(n_vertices == 34639);
    CHECK(length_m == Approx(2790.2e3).margin(50));

    const real::Places incidents = real::incidents();
    NoProgress progress;
    const auto answers = border_distances(BorderIndex(line, wgs84_geodesics()), incidents.lon_deg,
                                          incidents.lat_deg, 0, progress);
    const auto within_5_km =
        std::count_if(answers.begin(), answers.end(), [](auto& a) { return a.distance_m < 5000; });
    CHECK(within_5_km == 241);
}

TEST_CASE("places on the real line are on it, and vertices have no distance") {
    if (!real::present("borders/pak_irn_osm2026.geojson")) return;
    const std::vector<LineString> line = real::border("pak_irn");
    const BorderIndex index(line, wgs84_geodesics());
    double worst = 0;
    for (const LineString& part : line)
        for (std::size_t i = 0; i + 1 < part.size(); i += 7) {
            const GeodesicLine edge(part[i], part[i + 1]);
            worst = std::max(worst, index.nearest(part[i]).distance_m);
            worst = std::max(worst, index.nearest(edge.at(edge.length_m() / 3).place).distance_m);
        }
    CHECK(worst < 1e-4);
}
