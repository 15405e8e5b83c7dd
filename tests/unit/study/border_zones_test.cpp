#include "geo/study/border_zones.hpp"

#include <cmath>

#include "geo/analysis/border_index.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/border_comparison.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("a place lies in the zone of its distance, but for the cell's width at the edges") {
    NoProgress progress;
    const BorderSet border = load_border_set("ne10m", std::vector<std::string>{"AFG"});
    const std::vector<double> edges{0, 10'000, 50'000};
    const std::vector<BorderZone> zones = border_zones(border, edges, 1, progress);
    REQUIRE(zones.size() == 2);
    std::vector<MultiPolygon> polygons;
    for (const BorderZone& zone : zones) polygons.push_back(zone.polygons);
    const PointInAreas inside(polygons);
    const BorderIndex index(border.lines[0].parts, wgs84_geodesics());
    std::vector<double> lon, lat;
    for (double x = 65; x < 72; x += 0.13)
        for (double y = 29; y < 36; y += 0.11) {
            lon.push_back(x);
            lat.push_back(y);
        }
    const auto areas = inside.areas_of(lon, lat, 1, progress);
    std::size_t n_checked = 0;
    for (std::size_t i = 0; i < lon.size(); ++i) {
        const double distance = index.nearest({lon[i], lat[i]}).distance_m;
        bool near_an_edge = false;
        for (const double edge : edges) near_an_edge |= std::abs(distance - edge) < kZoneCell_m && edge > 0;
        if (near_an_edge) continue;
        const std::int32_t expected = distance < 10'000 ? 0 : distance < 50'000 ? 1 : PointInAreas::kNone;
        CHECK(areas[i] == expected);
        ++n_checked;
    }
    CHECK(n_checked > 2000);
    CHECK_THROWS_AS(border_zones(border, {0}, 1, progress), Error);
}

TEST_CASE("under each border line every incident with a place is counted once") {
    IncidentTable table;
    table.lon_deg = {71.5249, 66.975, 61.5, std::nan("")};
    table.lat_deg = {34.0151, 30.1798, 29.3, std::nan("")};
    table.place_code.assign(4, 0);
    table.place_codes = {{"", false}};
    NoProgress progress;
    const LocationSupports supports = supports_from_codes(table, {});
    const std::vector<double> edges = ProximitySpec{}.band_edges_m;
    const auto sets = distances_to_sets(table, supports, {"ne10m", {"AFG", "IRN"}}, edges, 1, progress);
    REQUIRE(sets.size() == 3);
    CHECK(sets[0].set == "ne10m");
    CHECK(std::abs(sets[0].distance_m[0] - 41'891.711) < 0.01); // Peshawar, METHODS
    CHECK(std::abs(sets[1].distance_m[0] - 40'021.680) < 0.01);
    const BorderComparison compared = compare_borders(table, supports, {0, 1, 2, 3}, sets, {});
    for (const auto& line : compared.lines) {
        std::uint64_t n = 0;
        for (const Band& band : line.bands.bands) n += band.count;
        CHECK(n == 3);
        CHECK(line.bands.unlocated == 1);
    }
    CHECK(compared.lines[0].n_other_band == 0);
}
