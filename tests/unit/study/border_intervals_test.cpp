#include "geo/study/border_intervals.hpp"

#include <cmath>

#include "geo/analysis/border_index.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/stages.hpp"
#include "geo/study/support_outlines.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

const std::vector<double> kEdges{0, 5'000, 20'000};

/// Incidents of UCDP's codes 1 (2 km), 3 (district), 4 (province), 7 (no use), one without a code, one without a place.
IncidentTable small_table() {
    IncidentTable table;
    table.origin.schema.kind = SchemaKind::ucdp_ged;
    table.place_codes = {{"1", true}, {"3", true}, {"4", true}, {"7", true}, {"", false}};
    table.place_code = {0, 1, 2, 3, 4, 0};
    const double nan = std::nan("");
    table.lon_deg = {71.1, 71.05, 71.5, 71.5, 71.09, nan}; // around Peshawar and Torkham
    table.lat_deg = {34.1, 34.05, 34.0, 34.0, 34.12, nan};
    return table;
}

AreaSet one_district() {
    AreaSet areas;
    Area& area = areas.areas.emplace_back();
    area.id = area.name = "Square";
    area.source = "made for the test";
    area.polygons = {{{{71.0, 33.9}, {71.3, 33.9}, {71.3, 34.1}, {71.0, 34.1}, {71.0, 33.9}}, {}}};
    return areas;
}

struct Measured {
    IncidentTable table = small_table();
    AreaSet district = one_district();
    NoProgress progress;
    LocationSupports supports = find_supports(table, {}, load_provinces(), &district, 1, progress);
    BorderSet border = load_border_set("osm", std::vector<std::string>{"AFG"});
    Proximity proximity = compute_proximity(table, supports.uncertainty_m, PreparedBorder(border), 1, progress);
    BorderIntervals intervals =
        border_intervals(table, supports, proximity.distance_m, border, kEdges, 1, progress);
};

} // namespace

TEST_CASE("districts and provinces that hold a place become its support, of equal area to a disc") {
    Measured m;
    REQUIRE(m.supports.areas.size() == 2);
    REQUIRE(m.supports.area_of(1));
    CHECK(m.supports.area_of(1)->name == "Square");
    REQUIRE(m.supports.area_of(2));
    CHECK(m.supports.area_of(2)->name == "Khyber Pakhtunkhwa");
    CHECK(m.supports.area_of(0) == nullptr);
    CHECK(m.supports.n_without_polygon == 0);
    // 0.3° × 0.2° of the ellipsoid there: 27.7 km × 22.2 km
    const double area = geodesic_polygon(m.district.areas[0].polygons[0].exterior).area_m2;
    CHECK(std::abs(3.14159265358979 * std::pow(double{m.supports.uncertainty_m[1]}, 2) / area - 1) < 1e-6);
    // Khyber Pakhtunkhwa has 101,741 km² in the census: a disc of 180 km.
    CHECK(std::abs(m.supports.uncertainty_m[2] - 180'000) < 3'000);
}

TEST_CASE("without polygons areas are discs of the stated size, and they are counted") {
    const IncidentTable table = small_table();
    NoProgress progress;
    const LocationSupports supports = find_supports(table, {}, load_provinces(), nullptr, 1, progress);
    CHECK(supports.n_without_polygon == 1);
    CHECK(supports.uncertainty_m[1] == 35'000);
    CHECK(supports.area_of(2) != nullptr); // provinces come with the program
}

TEST_CASE("the interval holds the distance of the point, and the line's accuracy widens it") {
    Measured m;
    CHECK(m.intervals.accuracy_m == 100);
    for (const RowId row : {0u, 1u, 2u, 4u}) {
        CHECK(m.intervals.of_row.min_m[row] <= m.proximity.distance_m[row]);
        CHECK(m.intervals.of_row.max_m[row] >= m.proximity.distance_m[row]);
    }
    const double d = m.proximity.distance_m[0];
    CHECK(std::abs(m.intervals.of_row.max_m[0] - (d + 2'100)) < 1e-6);
    CHECK(std::abs(m.intervals.of_row.min_m[0] - std::max(0.0, d - 2'100)) < 1e-6);
    CHECK(m.intervals.of_row.max_m[4] - m.proximity.distance_m[4] == Approx(100)); // not stated: a point
    CHECK(std::isnan(m.intervals.of_row.min_m[3]));                                // no use
    CHECK(std::isnan(m.intervals.of_row.max_m[5]));                                // no place
    CHECK(m.intervals.of_row.min_m[2] == 0); // the province touches the border
    CHECK(m.intervals.of_row.max_m[2] > 200'000);
}

TEST_CASE("shares of a district are those of brute force over its area") {
    Measured m;
    const BorderIndex index(m.border.lines[0].parts, wgs84_geodesics());
    double n = 0, near = 0;
    for (int i = 0; i < 150; ++i)
        for (int j = 0; j < 150; ++j, ++n)
            near += index.nearest({71.0 + 0.3 * (i + 0.5) / 150, 33.9 + 0.2 * (j + 0.5) / 150}).distance_m < 5'000;
    CHECK(std::abs(double{m.intervals.of_row.share(1, 1)} - near / n) < 0.01);
}

TEST_CASE("certain, expected and possible counts come in this order and add up") {
    Measured m;
    const Selection all{0, 1, 2, 3, 4, 5};
    const IntervalBands bands = count_interval_bands(all, m.proximity.distance_m, m.supports, m.intervals);
    REQUIRE(bands.bands.size() == kEdges.size());
    double expected = 0;
    for (const IntervalBand& band : bands.bands) {
        CHECK(static_cast<double>(band.certainly) <= band.expected + 1e-6);
        CHECK(band.expected <= static_cast<double>(band.possibly) + 1e-6);
        expected += band.expected;
    }
    CHECK(expected == Approx(4)); // of no use and without a place: in no band
    CHECK(bands.n_not_usable == 1);
    CHECK(bands.n_not_stated == 1);
    const IntervalBands none = count_interval_bands({}, m.proximity.distance_m, m.supports, m.intervals);
    CHECK(none.bands[0].possibly == 0);
}

TEST_CASE("columns of shares are named after their edge") {
    CHECK(share_column_name(5'000) == "border_p_within_5km");
    CHECK(share_column_name(2'500) == "border_p_within_2_5km");
}

TEST_CASE("equal supports have one outline, those of no use none") {
    Measured m;
    const SupportOutlines once = outline_supports(m.table, m.supports, {0, 1, 2, 3, 4, 5});
    CHECK(once.n_different == 3); // a disc, a district, a province
    CHECK(once.n_shown == 3);
    const SupportOutlines same = outline_supports(m.table, m.supports, {0, 0, 1, 1});
    CHECK(same.n_different == 2);
    const auto ring = outline_of_support(m.table, m.supports, 0);
    REQUIRE(ring.size() == 1);
    CHECK(ring[0].front() == ring[0].back());
    for (const LonLat place : ring[0])
        CHECK(std::abs(geodesic_distance_m(m.table.place(0), place) - 2'000) < 0.01);
    CHECK(outline_of_support(m.table, m.supports, 3).empty());
    CHECK(outline_of_support(m.table, m.supports, 5).empty());
}
