#include "geo/study/border_null.hpp"

#include <cmath>

#include "geo/core/error.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/stages.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

Polygon box(double west, double south, double east, double north) {
    return {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}};
}

/// A border along the equator, an area of 1° × 1° north of it, two districts: the southern third and the rest.
struct Case {
    BorderSet border;
    AreaSet area;
    Districts districts;
    IncidentTable table;
    ProximitySpec spec;
    NoProgress progress;
    Proximity proximity;
    LocationSupports supports;
    RowFlags in_area;
    Selection rows;

    Case() {
        border.lines = {{"AFG", "", "", "", "", "", 0, {{{-1, 0}, {0, 0}, {1, 0}, {2, 0}}}}};
        area.areas.push_back({"a", "A", "", "", {box(0, 0, 1, 1)}});
        districts.areas.areas.push_back({"s", "South", "", "", {box(0, 0, 1, 1.0 / 3)}});
        districts.areas.areas.push_back({"n", "North", "", "", {box(0, 1.0 / 3, 1, 1)}});
        districts.population = {900, 100};
        districts.population_column = "population";
        table.place_codes = {{"", false}};
        for (int i = 0; i < 40; ++i) { // ten at each of four places, the last outside the area
            table.lon_deg.push_back(0.2 + 0.1 * (i % 4));
            table.lat_deg.push_back(i % 4 == 3 ? -0.5 : 0.05 + 0.3 * (i % 4));
            table.place_code.push_back(0);
            rows.push_back(static_cast<RowId>(i));
        }
        spec.band_edges_m = {0, 20'000, 50'000};
        spec.null = NullSpec{};
        supports = supports_from_codes(table, {});
        proximity = compute_proximity(table, supports.uncertainty_m, PreparedBorder(border), 1, progress);
        in_area = rows_inside(table, finder_of(area), 1, progress);
    }
    BorderNull compared() {
        return compare_with_null(table, supports, rows, in_area, proximity.distance_m, border, area, &districts, spec, 1,
                                 progress);
    }
};

} // namespace

TEST_CASE("against places spread evenly the share expected is that of the area") {
    Case one;
    const BorderNull null = one.compared();
    CHECK(null.found.n_incidents == 30);
    CHECK(null.found.n_places == 3);
    CHECK(null.n_left_out == 10);
    CHECK(null.n_null_places > 45'000);
    // A degree of latitude there is 110.57 km; an edge of a band falls between two rows of places.
    const double row_share = null.spacing_m / 110'574;
    CHECK(row_share < 0.005);
    CHECK(std::abs(null.found.bands[0].share.expected - 20 / 110.574) < row_share);
    CHECK(std::abs(null.found.bands[1].share.expected - 30 / 110.574) < row_share);
    CHECK(null.found.bands[0].share.observed == Approx(1.0 / 3)); // 5.5 km
    CHECK(null.curve_m.front() == 2'000);
    CHECK(null.found.curve.size() == null.curve_m.size());
}

TEST_CASE("against residents it is theirs, evenly within each district") {
    Case one;
    one.spec.null->model = NullModel::population;
    const BorderNull null = one.compared();
    // 90 % live in the southern 36.9 km: of them 20/36.86 within 20 km.
    CHECK(std::abs(null.found.bands[0].share.expected - 0.9 * 20 / 36.858) < 0.005);
    CHECK(null.n_districts == 2);
    CHECK(std::abs(null.residents - 1000) < 5);
    one.districts.population[1] = std::nan("");
    const BorderNull south = one.compared();
    CHECK(south.found.n_incidents == 10); // only those where somebody is known to live
    CHECK(south.n_districts == 1);
}

TEST_CASE("without a population, or without incidents, it says so") {
    Case one;
    one.spec.null->model = NullModel::population;
    one.districts.population_column.clear();
    CHECK_THROWS_AS(one.compared(), Error);
    one.spec.null->model = NullModel::uniform;
    one.rows.clear();
    const BorderNull none = one.compared();
    CHECK(none.found.n_incidents == 0);
    CHECK(none.found.bands[0].p_more == 1);
}
