#include "geo/study/district_counts.hpp"

#include <cmath>
#include <fstream>
#include <numeric>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/study/evaluate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

constexpr const char* kRealIncidents = "incidents/ucdp_ged_pakistan.csv";
constexpr const char* kRealDistricts = "areas/pakistan_districts_osm2026.geojson";

constexpr const char* kPolygons = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"West","population":200000},"geometry":
 {"type":"Polygon","coordinates":[[[70,33],[71,33],[71,34],[70,34],[70,33]]]}},
{"type":"Feature","properties":{"name":"East","population":null},"geometry":
 {"type":"Polygon","coordinates":[[[71,33],[72,33],[72,34],[71,34],[71,33]]]}},
{"type":"Feature","properties":{"name":"Far","population":1000},"geometry":
 {"type":"Polygon","coordinates":[[[66,28],[67,28],[67,29],[66,29],[66,28]]]}}]})";

struct Files {
    TemporaryFolder folder;
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder.file(name), std::ios::binary) << text;
        return folder.file(name);
    }
    Study study(const std::string& incidents) const {
        Study study;
        study.source.path = write("incidents.csv", incidents);
        study.districts.path = write("districts.geojson", kPolygons);
        study.district_counts.emplace();
        return study;
    }
};

Snapshot evaluated(const Study& study, const Snapshot& before = {}) {
    NoProgress progress;
    return evaluate(study, before, progress);
}
DistrictCounts counted(const Study& study) { return *evaluated(study).district_counts.value; }

constexpr const char* kIncidents = "event_id_cnty,event_date,longitude,latitude,geo_precision,fatalities,event_type\n"
                                   "a,2020-01-01,70.5,33.5,1,3,x\n"
                                   "b,2020-06-01,70.6,33.5,1,1,x\n"
                                   "c,2021-12-31,71.5,33.5,1,,x\n"
                                   "d,2021-01-01,71.5,33.6,3,9,x\n" // a province: too vague
                                   "e,2021-01-01,60,33,1,1,x\n"     // in no district
                                   "f,2021-01-01,,,1,1,x\n";        // without a place

} // namespace

TEST_CASE("incidents are counted where they are, with rates by area and by residents") {
    const Files files;
    Study study = files.study(kIncidents);
    study.filter.from = day_from_iso("2020-01-01");
    study.filter.to = day_from_iso("2021-12-31");
    const DistrictCounts counts = counted(study);
    REQUIRE(counts.districts.size() == 3);
    const DistrictCount &west = counts.districts[0], &east = counts.districts[1], &far = counts.districts[2];
    CHECK(west.name == "West");
    CHECK(west.incidents == 2);
    CHECK(west.deaths == 4);
    CHECK(east.incidents == 1);
    CHECK(east.deaths == 0);
    CHECK(east.vague == 1);
    CHECK(far.incidents == 0);
    CHECK(counts.n_incidents == 3);
    CHECK(counts.n_vague == 1);
    CHECK(counts.n_outside == 1);
    CHECK(counts.n_unusable == 1);
    CHECK(counts.years == Approx(731 / 365.25));
    CHECK(west.area_km2 == Approx(10306).epsilon(1e-3)); // 1° × 1° at 33.5° N
    CHECK(incidents_interval(west).low == Approx(0.2422093).epsilon(1e-6)); // R: poisson.test(2)$conf.int
    CHECK(incidents_interval(west).high == Approx(7.224688).epsilon(1e-6));
    CHECK(west.per_km2_year == Approx(2 / west.area_km2 / (731 / 365.25)));
    CHECK(value_of(west, DistrictMeasure::per_resident) == Approx(2 / 2.0 / (731 / 365.25)));
    CHECK(std::isnan(east.per_resident_year));
    CHECK(far.per_resident_year == 0);
    CHECK(counts.by_value == std::vector<std::uint32_t>{0, 1, 2});

    study.district_counts->pin_vague = true;
    const DistrictCounts pinned = counted(study);
    CHECK(pinned.districts[1].incidents == 2);
    CHECK(pinned.districts[1].deaths == 9);
    CHECK(pinned.n_vague == 1);
}

TEST_CASE("classes keep their colours while the window moves, and what is not known stands last") {
    const Files files;
    Study study = files.study(kIncidents);
    study.district_counts->measure = DistrictMeasure::incidents;
    const Snapshot whole = evaluated(study);
    const std::vector<double> breaks = whole.district_counts.value->breaks;
    CHECK(breaks == std::vector<double>{2});
    study.filter.to = day_from_iso("2020-03-01");
    const Snapshot moved = evaluated(study, whole);
    CHECK(moved.district_counts.value->breaks == breaks);
    CHECK(moved.district_counts.value->districts[0].map_class == 1); // one incident: below 2
    CHECK(evaluated(study).district_counts.value->breaks.empty());   // on its own it has one class
    study.district_counts->breaks = {1, 2, 3};
    CHECK(evaluated(study, moved).district_counts.value->breaks == std::vector<double>{1, 2, 3});
    study.district_counts = DistrictCountSpec{DistrictMeasure::per_resident, false, {}};
    const DistrictCounts by_resident = counted(study);
    CHECK(by_resident.by_value.back() == 1);
    CHECK(by_resident.n_by_class.back() == 1);
    CHECK(class_in_words(by_resident.breaks, by_resident.districts[1].map_class) == "not known");
}

TEST_CASE("nothing, one, and all at one place can be counted") {
    const Files files;
    Study study = files.study(kIncidents);
    study.filter.from = day_from_iso("2030-01-01");
    const DistrictCounts none = counted(study);
    CHECK(none.n_incidents == 0);
    CHECK(none.n_by_class.back() == 3); // no day, no rate
    study.district_counts->measure = DistrictMeasure::incidents;
    CHECK(counted(study).n_by_class[0] == 3);
    Study one = files.study("date,longitude,latitude\n2020-01-01,70.5,33.5\n2020-01-01,70.5,33.5\n");
    const DistrictCounts same = counted(one);
    CHECK(same.districts[0].incidents == 2);
    CHECK(same.years == Approx(1 / 365.25));
    CHECK(std::isnan(same.districts[0].deaths)); // the file has none
    const DistrictCounts undated = counted(files.study("longitude,latitude\n70.5,33.5\n"));
    CHECK(undated.districts[0].incidents == 1);
    CHECK(std::isnan(undated.districts[0].per_km2_year));
    CHECK(undated.n_by_class.back() == 3);
}

TEST_CASE("a file of counts is taken as it is: no incident is invented") {
    const Files files;
    Study study = files.study("Admin2,Month,Year,Events,Fatalities\n"
                              "west,January,2020,3,10\n"
                              "West,2,2020,4,\n"
                              "East,Mar,2020,5,1\n"
                              "Nowhere,March,2020,7,1\n"
                              "East,Smarch,2020,1,1\n"
                              "East,April,2020,-1,1\n"
                              ",April,2020,1,1\n"
                              "East,April,2020,1.5,1\n"
                              "East,June,2021,2,x\n");
    const Snapshot snapshot = evaluated(study);
    const LoadedIncidents& loaded = *snapshot.incidents.value;
    REQUIRE(loaded.counts);
    CHECK(loaded.table->size() == 0);
    CHECK(loaded.report.rows_read == 9);
    REQUIRE(loaded.report.rejected().size() == 5);
    CHECK(loaded.report.rejected()[0].row == 6);
    CHECK(loaded.report.rejected()[0].value == "Smarch");
    CHECK(loaded.report.rejected()[1].reason == "is not a count");
    const DistrictCounts& counts = *snapshot.district_counts.value;
    CHECK(counts.from_counts);
    CHECK(counts.districts[0].incidents == 7);
    CHECK(counts.districts[0].deaths == 10);
    CHECK(counts.districts[1].incidents == 5);
    CHECK(counts.n_unknown_names == 7);
    CHECK(counts.unknown_names == std::vector<std::string>{"Nowhere"});
    CHECK(iso_from_day(counts.window.first) == "2020-01-01");
    CHECK(iso_from_day(counts.window.last) == "2020-04-01");

    study.filter.from = day_from_iso("2020-01-15"); // cuts January
    const DistrictCounts cut = counted(study);
    CHECK(cut.districts[0].incidents == 4);
    CHECK(cut.n_reaching_past == 3);

    study.district_counts.reset();
    CHECK_THROWS_WITH(evaluated(study), Catch::Matchers::Contains("counts incidents by district and period"));
}

TEST_CASE("periods of a file of counts are years, months, quarters or days") {
    const Files files;
    const auto window = [&](const std::string& header, const std::string& value) {
        const DistrictCounts counts = counted(files.study("district," + header + ",count\nWest," + value + ",1\n"));
        return iso_from_day(counts.window.first) + " " + iso_from_day(counts.window.last);
    };
    CHECK(window("period", "2021") == "2021-01-01 2022-01-01");
    CHECK(window("period", "2021-08") == "2021-08-01 2021-09-01");
    CHECK(window("period", "2021-Q3") == "2021-07-01 2021-10-01");
    CHECK(window("quarter", "2021Q1") == "2021-01-01 2021-04-01");
    CHECK(window("date", "2021-08-15") == "2021-08-15 2021-08-16");
    CHECK(window("month", "2021-12") == "2021-12-01 2022-01-01");
    CHECK(window("year", "2021") == "2021-01-01 2022-01-01");
    CHECK_THROWS_WITH(window("period", "2021-Q5"), Catch::Matchers::Contains("no count that can be read"));
}

TEST_CASE("counts of the real file by real districts are those of sf") {
    if (!real::present(kRealIncidents)) return;
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/districts.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    Study study;
    study.source.path = real::shared(kRealIncidents).string();
    study.districts.path = real::shared(kRealDistricts).string();
    study.district_counts.emplace();
    const DistrictCounts sure = counted(study);
    study.district_counts->pin_vague = true;
    const DistrictCounts pinned = counted(study);
    REQUIRE(sure.districts.size() == kept["name"].size());
    for (std::size_t i = 0; i < sure.districts.size(); ++i) {
        INFO(kept["name"][i].get<std::string>());
        CHECK(sure.districts[i].name == kept["name"][i].get<std::string>());
        CHECK(sure.districts[i].incidents == kept["sure"][i].get<double>());
        CHECK(pinned.districts[i].incidents == kept["pinned"][i].get<double>());
        CHECK(sure.districts[i].area_km2 == Approx(kept["area_km2"][i].get<double>()).epsilon(1e-4));
    }
    CHECK(sure.n_outside == kept["n_outside"].get<double>());
    CHECK(sure.n_vague == kept["n_vague"].get<double>());
}
