#include "geo/layer/color_points.hpp"
#include "geo/layer/point_index.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace geo;

namespace {

IncidentTable random_table(std::size_t n) {
    std::mt19937 random(11);
    std::normal_distribution<double> lon(70, 2), lat(33, 1.5);
    IncidentTable table;
    Column kind("kind");
    for (std::size_t i = 0; i < n; ++i) {
        const bool located = i % 13 != 0;
        table.lon_deg.push_back(located ? lon(random) : std::numeric_limits<double>::quiet_NaN());
        table.lat_deg.push_back(located ? lat(random) : std::numeric_limits<double>::quiet_NaN());
        table.first_day.push_back(static_cast<DayNumber>(i));
        table.place_code.push_back(i % 17 == 0 ? 1 : 0);
        table.deaths_best.push_back(i % 3 == 0 ? 0 : static_cast<double>(random() % 40));
        kind.push_back(i % 5 == 0 ? "Riots" : "Battles");
    }
    table.columns.push_back(kind);
    table.origin.schema.kind = SchemaKind::ucdp_ged;
    table.place_codes = {{"1", false}, {"2", false}}; // 2 km and 25 km
    return table;
}

Selection every(std::size_t step, std::size_t n) {
    Selection rows;
    for (std::size_t row = 0; row < n; row += step) rows.push_back(static_cast<RowId>(row));
    return rows;
}

} // namespace

TEST_CASE("discs of a selection come larger first, of equal ones the earlier row, each located row once") {
    const IncidentTable table = random_table(4000);
    const Selection rows = every(3, table.size());
    const PointMarks marks = point_marks(table, "kind", true);
    const ColoredPoints points = color_points(table, supports_from_codes(table, {}), rows, marks);
    const PointGeometry& discs = *points.geometry;
    const auto n_located =
        std::count_if(rows.begin(), rows.end(), [&](RowId row) { return table.located(row); });
    REQUIRE(discs.row.size() == static_cast<std::size_t>(n_located));
    for (std::size_t i = 1; i < discs.row.size(); ++i) {
        const bool larger = discs.radius_px[i - 1] > discs.radius_px[i];
        const bool earlier = discs.radius_px[i - 1] == discs.radius_px[i] && discs.row[i - 1] < discs.row[i];
        CHECK((larger || earlier));
    }
    std::vector<RowId> drawn(discs.row.begin(), discs.row.end());
    std::sort(drawn.begin(), drawn.end());
    Selection located;
    for (RowId row : rows)
        if (table.located(row)) located.push_back(row);
    CHECK(drawn == located);
}

TEST_CASE("discs made at once and in two steps are the same, whatever was selected before") {
    const IncidentTable table = random_table(3000);
    const PointMarks marks = point_marks(table, "kind", true);
    color_points(table, supports_from_codes(table, {}), every(1, table.size()), marks);
    for (const std::size_t step : {1U, 7U, 100U}) {
        const Selection rows = every(step, table.size());
        const ColoredPoints a = color_points(table, supports_from_codes(table, {}), rows, marks), b = color_points(table, supports_from_codes(table, {}), rows, "kind", true);
        CHECK(a.geometry->places == b.geometry->places);
        CHECK(a.geometry->color_index == b.geometry->color_index);
        CHECK(a.geometry->radius_px == b.geometry->radius_px);
        CHECK(a.n_vague == b.n_vague);
        CHECK(a.legend.size() == b.legend.size());
        CHECK(a.middle_extent == b.middle_extent);
    }
}

TEST_CASE("the middle extent is that of the values sorted") {
    const IncidentTable table = random_table(5000);
    for (const std::size_t step : {1U, 2U, 50U, 4000U}) {
        const Selection rows = every(step, table.size());
        std::vector<double> lon;
        for (RowId row : rows)
            if (table.located(row)) lon.push_back(table.lon_deg[row]);
        const ColoredPoints points = color_points(table, supports_from_codes(table, {}), rows, "", false);
        if (lon.empty()) {
            CHECK(points.middle_extent.empty());
            continue;
        }
        std::sort(lon.begin(), lon.end());
        CHECK(points.middle_extent.west == lon[lon.size() / 100]);
        CHECK(points.middle_extent.east == lon[lon.size() - 1 - lon.size() / 100]);
    }
}

TEST_CASE("many discs come with an index of all of them, few without") {
    const IncidentTable table = random_table(25000);
    const ColoredPoints all = color_points(table, supports_from_codes(table, {}), every(1, table.size()), "kind", true);
    REQUIRE(all.geometry->index);
    CHECK(all.geometry->index->size() == all.geometry->places.size());
    CHECK_FALSE(color_points(table, supports_from_codes(table, {}), every(10, table.size()), "kind", true).geometry->index);
}

TEST_CASE("the legend knows the file's own value behind its words, and how many the file has") {
    IncidentTable table = random_table(100);
    Column kind("kind");
    for (std::size_t row = 0; row < table.size(); ++row)
        kind.push_back(row < 30 ? "" : row < 50 ? "(none)" : "v" + std::to_string(row % 10));
    table.columns = {kind};
    const ColoredPoints points = color_points(table, supports_from_codes(table, {}), every(2, 100), "kind", false);
    REQUIRE(points.legend.size() == 8);
    REQUIRE(points.legend[0].value);
    CHECK(points.legend[0].value->value.empty());
    CHECK(points.legend[0].text.starts_with("(none) ("));
    CHECK(points.legend[0].value->n_all == 30);
    CHECK(points.legend[1].value->value == "(none)"); // a value like any other
    CHECK(points.legend[1].value->n_all == 20);
    CHECK(points.legend[7].value->others);
    CHECK(points.legend[7].value->n_all == 25);
    std::uint64_t n_shown = 0, n_all = 0;
    for (const LegendItem& item : points.legend) {
        n_shown += item.value->n_shown;
        n_all += item.value->n_all;
    }
    CHECK(n_shown == points.geometry->places.size());
    CHECK(n_all == table.size());
}
