#include <algorithm>
#include <cmath>
#include <fstream>

#include "geo/core/error.hpp"
#include "geo/study/bandwidth_advice.hpp"
#include "geo/study/density_contributions.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

/// ACLED's columns: precision 1 is a disc of 5 km, 2 without a district one of 25 km, 3 a province.
constexpr const char* kRows =
    "event_id_cnty,event_date,time_precision,event_type,inter1,admin1,latitude,longitude,geo_precision,"
    "fatalities\n"
    "A1,2021-01-10,1,Battles,1,KP,34.0151,71.5249,1,3\n"
    "A2,2021-02-11,1,Protests,1,KP,34.0151,71.5249,2,0\n"
    "A3,2021-03-12,1,Battles,1,Balochistan,30.1798,66.9750,2,\n"
    "A4,2021-04-13,1,Battles,1,Balochistan,29.1798,66.5750,3,5\n"
    "A5,2021-05-14,1,Battles,1,Kabul,34.5553,69.2075,1,2\n";

Study study_of(const TemporaryFolder& folder, const char* rows = kRows) {
    std::ofstream(folder.file("rows.csv")) << rows;
    Study study;
    study.source.path = folder.file("rows.csv");
    study.density.emplace().cell = kilometres(5);
    study.density->bandwidth = kilometres(40);
    return study;
}

Snapshot evaluated(const Study& study, const Snapshot& previous = {}) {
    NoProgress progress;
    EvaluateOptions options;
    options.advise = true;
    return evaluate(study, previous, progress, options);
}

DensitySurface surface_of(const Study& study) { return *evaluated(study).density.value; }

} // namespace

TEST_CASE("spread keeps what pin counts and lowers the peaks that vague places make") {
    const TemporaryFolder folder;
    Study study = study_of(folder);
    study.density->unit = DensityUnit::per_km2;
    study.filter.area = "study";
    const DensitySurface pin = surface_of(study);
    CHECK(pin.mass == 5);
    CHECK(pin.share_spread == 0);
    study.density->vague = VaguePlaces::spread;
    const DensitySurface spread = surface_of(study);
    CHECK(spread.n_incidents == 5);
    CHECK(spread.mass == 5);
    CHECK(spread.share_spread == 1); // 5 km is more than half a cell
    CHECK(spread.peak < pin.peak);
    CHECK(spread.n_not_stated == 0);
    CHECK(density_in_words(*study.density, spread).find("vague places spread") != std::string::npos);
    study.density->cell = kilometres(12);
    CHECK(surface_of(study).share_spread == Approx(0.6)); // discs of 5 km are points there
}

TEST_CASE("exclude leaves out what is vaguer than the kernel, or than one says") {
    const TemporaryFolder folder;
    Study study = study_of(folder);
    study.density->vague = VaguePlaces::exclude;
    CHECK(vague_limit(*study.density).value == Approx(2 * 40e3 / std::sqrt(8))); // 28.3 km
    CHECK(surface_of(study).n_vague == 1);
    study.density->vaguer_than = kilometres(5);
    const DensitySurface sharp = surface_of(study);
    CHECK(sharp.n_vague == 3);
    CHECK(sharp.n_incidents == 2);
    study.density->vaguer_than = kilometres(4);
    const DensitySurface none = surface_of(study);
    CHECK(none.n_incidents == 0);
    CHECK(none.peak == 0);
}

TEST_CASE("places of unstated precision stay points, in spread and in exclude") {
    const TemporaryFolder folder;
    Study study =
        study_of(folder, "id,date,longitude,latitude\n1,2021-01-10,71.5,34\n2,2021-01-10,71.5,34\n");
    const DensitySurface pin = surface_of(study);
    for (const VaguePlaces vague : {VaguePlaces::spread, VaguePlaces::exclude}) {
        study.density->vague = vague;
        const DensitySurface surface = surface_of(study);
        CHECK(surface.n_not_stated == 2);
        CHECK(surface.grid.per_km2 == pin.grid.per_km2);
    }
}

TEST_CASE("deaths as weights: what is not given adds nothing and is counted") {
    const TemporaryFolder folder;
    Study study = study_of(folder);
    study.density->weight = DensityWeight::deaths_best;
    study.density->unit = DensityUnit::per_km2_month;
    const DensitySurface surface = surface_of(study);
    CHECK(surface.n_without_weight == 1);
    CHECK(surface.n_incidents == 4);
    CHECK(surface.mass == 10);
    CHECK(surface.scale.unit == "deaths per km² and month");
    CHECK(surface.per_unit == Approx(1 / (12 * surface.years)));
    study.density->weight = DensityWeight::deaths_low;
    CHECK_THROWS_WITH(evaluated(study), Catch::Contains("deaths-low: the file has no such column"));
}

TEST_CASE("edge corrections count the incidents inside the area alone, Jones and Diggle keep their number") {
    const TemporaryFolder folder;
    Study study = study_of(folder);
    study.density->edge = EdgeCorrection::jones_diggle;
    const Snapshot first = evaluated(study);
    const DensitySurface& kept = *first.density.value;
    CHECK(kept.n_outside == 1); // Kabul
    CHECK(kept.n_incidents == 4);
    CHECK(kept.sum == Approx(4).epsilon(1e-3));
    study.density->edge = EdgeCorrection::uniform;
    const Snapshot second = evaluated(study, first);
    CHECK(second.edge_window.value == first.edge_window.value);
    CHECK(second.density.value->n_incidents == 4);
    study.filter.to = day_from_iso("2021-02-20");
    const Snapshot third = evaluated(study, second);
    CHECK(third.edge_window.value == first.edge_window.value); // a step in time does not ask for it anew
    CHECK(third.density.value->n_incidents == 2);
    CHECK(density_is_current(study, third));
    study.density->adaptive = true;
    CHECK_THROWS_WITH(evaluated(study), Catch::Contains("cannot be had together"));
}

TEST_CASE("with an edge correction and spread, the part inside the area counts") {
    const TemporaryFolder folder;
    // On the border line near Torkham: of the disc of 25 km about half lies inside.
    Study study = study_of(
        folder, "event_id_cnty,event_date,time_precision,event_type,inter1,admin1,latitude,longitude,"
                "geo_precision,fatalities\nA1,2021-01-10,1,Battles,1,KP,34.12,71.09,2,3\n");
    study.density->edge = EdgeCorrection::jones_diggle;
    study.density->vague = VaguePlaces::spread;
    const DensitySurface surface = surface_of(study);
    CHECK(surface.mass == 1);
    CHECK(surface.sum > 0.3);
    CHECK(surface.sum < 0.7);
}

TEST_CASE("adaptive bandwidths are narrow in towns and wide in the country") {
    const TemporaryFolder folder;
    std::string rows = "id,date,longitude,latitude\n";
    for (int i = 0; i < 40; ++i)
        rows += std::to_string(i) + ",2021-01-10," +
                (i < 38    ? "71.5,34"
                 : i == 38 ? "66,28"
                           : "63,27") +
                "\n";
    Study study = study_of(folder, rows.c_str());
    study.density->adaptive = true;
    study.density->bandwidth = kilometres(30);
    const DensitySurface surface = surface_of(study);
    CHECK(surface.narrowest_m < 30e3);
    CHECK(surface.widest_m > 100e3);
    CHECK(surface.widest_m <= 150e3);
    CHECK(density_in_words(*study.density, surface).find("adaptive from") != std::string::npos);
}

TEST_CASE("no rule of thumb is proposed below the median location error") {
    const TemporaryFolder folder;
    const Snapshot snapshot = evaluated(study_of(folder));
    const BandwidthAdvice& advice = *snapshot.advice.value;
    CHECK(advice.n_stated == 5);
    CHECK(advice.median_error_m == 25e3);
    CHECK(advice.cronie_sigma_m > 0);
    CHECK(at_least_the_error(10e3, advice) == 25e3);
    CHECK(at_least_the_error(60e3, advice) == 60e3);
    CHECK(at_least_the_error(0, advice) == 0); // a rule that says nothing goes on saying nothing
    CHECK(rule_in_words(Kernel::gaussian, 12345.0) == "σ 12 km");
    CHECK(rule_in_words(Kernel::quartic, 10e3) == "radius 28 km (σ 10 km)");
}

TEST_CASE("no incident, and none of use, give an empty surface whatever is asked") {
    const TemporaryFolder folder;
    Study study = study_of(folder);
    study.filter.from = day_from_iso("2030-01-01");
    for (const VaguePlaces vague : {VaguePlaces::pin, VaguePlaces::spread, VaguePlaces::exclude})
        for (const EdgeCorrection edge :
             {EdgeCorrection::none, EdgeCorrection::uniform, EdgeCorrection::jones_diggle}) {
            study.density->vague = vague;
            study.density->edge = edge;
            const Snapshot snapshot = evaluated(study);
            CHECK(snapshot.density.value->peak == 0);
            CHECK(snapshot.density.value->mass == 0);
            CHECK(snapshot.advice.value->cronie_sigma_m == 0);
        }
    study.density->edge = EdgeCorrection::none;
    study.density->adaptive = true;
    CHECK(evaluated(study).density.value->peak == 0);
}

TEST_CASE("the real file: vague places are two thirds, and spread keeps their number") {
    if (!real::present("incidents/ucdp_ged_pakistan.csv")) return;
    Study study;
    study.source.path = real::shared("incidents/ucdp_ged_pakistan.csv").string();
    study.density.emplace().unit = DensityUnit::per_km2;
    const Snapshot pin = evaluated(study);
    study.density->vague = VaguePlaces::spread;
    const Snapshot spread = evaluated(study, pin);
    CHECK(pin.density.value->mass == 6416);
    CHECK(spread.density.value->mass == 6416);
    // All but code 1, 2 km; and those too are more than half a cell.
    CHECK(pin.density.value->share_vague == Approx((6416.0 - 2345) / 6416).epsilon(1e-9));
    CHECK(spread.density.value->share_spread == 1);
    CHECK(spread.density.value->peak < 0.95 * pin.density.value->peak); // discs stay around the places given
    CHECK(spread.advice.value->median_error_m == 25e3);
}

TEST_CASE("spread lays a province's incidents over its polygon, not around its capital") {
    const TemporaryFolder folder;
    Study study = study_of(
        folder, "event_id_cnty,event_date,time_precision,event_type,inter1,admin1,latitude,longitude,"
                "geo_precision,fatalities\nA1,2021-01-10,1,Battles,1,Balochistan,30.18,66.97,3,3\n");
    study.density->vague = VaguePlaces::spread;
    study.density->unit = DensityUnit::per_km2;
    const Snapshot snapshot = evaluated(study);
    REQUIRE(snapshot.supports.value->areas.size() == 1);
    const DensitySurface& surface = *snapshot.density.value;
    const double radius_km = double{snapshot.supports.value->areas[0].radius_m} / 1000;
    // Far from its edges it is one over the province's area; a kernel at Quetta would be 30 times that.
    CHECK(surface.peak == Approx(1 / (3.14159265358979 * radius_km * radius_km)).epsilon(0.02));
    CHECK(surface.sum == Approx(1).epsilon(0.05)); // some of it over the grid's edge
}
