#include "geo/study/before_after.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/study/before_after_text.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/write_outputs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

const std::string kUcdp = BORDERLENS_SHARED_DIR "/data/incidents/ucdp_ged_pakistan.csv";

Snapshot evaluated(const Study& study, const Snapshot& before = {}) {
    NoProgress progress;
    return evaluate(study, before, progress, {});
}

Day day(const char* text) { return *day_from_iso(text); }

Study study_of(const std::string& path, const char* date, std::optional<int> n_days = std::nullopt) {
    Study study;
    study.source.path = path;
    study.before_after.emplace();
    study.before_after->date = day(date);
    study.before_after->window_days = n_days;
    return study;
}

std::string written(TemporaryFolder& folder, const std::string& rows,
                    const std::string& header = "date,longitude,latitude") {
    const std::string path = folder.file("incidents.csv");
    std::ofstream(path) << header << '\n' << rows;
    return path;
}

/// So many incidents a day at the place, from `first` on for `n` days.
std::string daily(const char* first, int n, int per_day, const char* place) {
    std::string rows;
    for (int i = 0; i < n; ++i)
        for (int k = 0; k < per_day; ++k)
            rows += iso_from_day(day(first) + std::chrono::days{i}) + "," + place + "\n";
    return rows;
}

const char* kPeshawar = "71.57,34.01";
const char* kQuetta = "67.00,30.18";

const ChangeCell* cell_with(const BeforeAfter& found, std::uint32_t before, std::uint32_t after) {
    for (const ChangeCell& cell : found.cells)
        if (cell.change.n.before == before && cell.change.n.after == after) return &cell;
    return nullptr;
}

} // namespace

TEST_CASE(
    "the date itself belongs to the days after it; windows are as long as the shorter side, at most a year") {
    TemporaryFolder folder;
    const std::string path = written(folder, daily("2020-01-01", 60, 1, kPeshawar));
    const BeforeAfter found = *evaluated(study_of(path, "2020-02-10")).before_after.value;
    CHECK(found.fault.empty());
    CHECK(found.n_days == 20); // 10 to 29 February
    CHECK(iso_from_day(found.before.first) == "2020-01-21");
    CHECK(found.before.last == day("2020-02-10"));
    CHECK(found.after.first == day("2020-02-10"));
    CHECK(found.after.last == day("2020-03-01"));
    CHECK(found.total.n.before == 20);
    CHECK(found.total.n.after == 20);
    CHECK(found.total.p == 1);
    const BeforeAfter one = *evaluated(study_of(path, "2020-02-10", 1)).before_after.value;
    CHECK(one.total.n.before == 1);
    CHECK(one.total.n.after == 1);
    const std::string long_file = written(folder, daily("2010-01-01", 2000, 1, kPeshawar));
    CHECK(evaluated(study_of(long_file, "2012-06-01")).before_after.value->n_days == 365);
}

TEST_CASE("windows that do not fit are said in one sentence, and nothing is counted") {
    TemporaryFolder folder;
    const std::string path = written(folder, daily("2020-01-01", 60, 1, kPeshawar));
    const BeforeAfter beyond = *evaluated(study_of(path, "2025-01-01")).before_after.value;
    CHECK_THAT(beyond.fault, Catch::Contains("no days on both sides of 2025-01-01"));
    CHECK(beyond.cells.empty());
    const BeforeAfter longer = *evaluated(study_of(path, "2020-02-10", 30)).before_after.value;
    CHECK_THAT(longer.fault, Catch::Contains("so at most 20 do"));
    CHECK_THROWS_AS(require_windows(longer), Error);
    Study limited = study_of(path, "2020-02-10");
    limited.filter.from = day("2020-02-05");
    CHECK(evaluated(limited).before_after.value->n_days == 5);
    const BeforeAfter undated =
        *evaluated(study_of(written(folder, "71,34\n", "longitude,latitude"), "2020-02-10"))
             .before_after.value;
    CHECK(undated.fault == "no incident of the file has a date");
}

TEST_CASE("a cell that trebled is significant, one as before is not; the ratio is drawn to no change") {
    TemporaryFolder folder;
    const std::string path =
        written(folder, daily("2020-01-01", 30, 1, kPeshawar) + daily("2020-01-31", 30, 3, kPeshawar) +
                            daily("2020-01-01", 60, 1, kQuetta));
    const Snapshot snapshot = evaluated(study_of(path, "2020-01-31"));
    const BeforeAfter& found = *snapshot.before_after.value;
    const ChangeCell *peshawar = cell_with(found, 30, 90), *quetta = cell_with(found, 30, 30);
    REQUIRE(peshawar);
    REQUIRE(quetta);
    CHECK(peshawar->change.change_class == ChangeClass::more99);
    CHECK(peshawar->change.ratio.ratio == Approx(3));
    CHECK(std::exp(peshawar->change.log_ratio) > 1.2);
    CHECK(std::exp(peshawar->change.log_ratio) < 3);
    CHECK(quetta->change.change_class == ChangeClass::none);
    CHECK(quetta->change.log_ratio == 0);
    CHECK(found.of_cells.n_tested == 2); // cells without incidents are not tested
    CHECK(found.ranked_cells.front().name == "near Peshawar");
    CHECK(found.n_outlined == 1);
    // Against the change of all: 120 after, 60 before; now Quetta is what fell behind.
    Study relative = study_of(path, "2020-01-31");
    relative.before_after->relative = true;
    const BeforeAfter against = *evaluated(relative, snapshot).before_after.value;
    CHECK(against.of_cells.share == Approx(120.0 / 180));
    CHECK(cell_with(against, 30, 30)->change.log_ratio < 0);
    CHECK(cell_with(against, 30, 90)->change.log_ratio > 0);
}

TEST_CASE("dates that may be of either side are in neither window and are counted apart") {
    TemporaryFolder folder;
    const std::string header =
        "event_id_cnty,event_date,time_precision,latitude,longitude,geo_precision,event_type,"
        "sub_event_type,disorder_type,fatalities";
    const auto event = [](const char* id, const char* date, int precision) {
        return std::string(id) + "," + date + "," + std::to_string(precision) +
               ",34.01,71.57,1,Battles,x,y,1\n";
    };
    const std::string path = written(folder,
                                     event("P0", "2020-01-01", 1) + event("P1", "2020-02-15", 3) +
                                         event("P2", "2020-02-08", 2) + event("P3", "2020-01-15", 3) +
                                         event("P4", "2020-02-20", 1) + event("P5", "2020-03-20", 1),
                                     header);
    const BeforeAfter found = *evaluated(study_of(path, "2020-02-10")).before_after.value;
    CHECK(found.n_straddling == 2);   // February, and a week around the 8th
    CHECK(found.total.n.before == 2); // the 1st and some day of January
    CHECK(found.total.n.after == 2);
    CHECK(found.total.n_straddling == 2);
    const std::string lasting =
        written(folder,
                "2020-01-01,2020-01-01,71.57,34.01\n2020-02-05,2020-02-15,71.57,34.01\n"
                "2020-03-20,2020-03-20,71.57,34.01\n",
                "date,date_end,longitude,latitude");
    const BeforeAfter several = *evaluated(study_of(lasting, "2020-02-10")).before_after.value;
    CHECK(several.n_straddling == 0); // it began before: exact dates of several days count where they begin
    CHECK(several.total.n.before == 2);
}

TEST_CASE("no incidents, one, all at one place, all on one day") {
    TemporaryFolder folder;
    Study none = study_of(written(folder, daily("2020-01-01", 60, 1, kPeshawar)), "2020-01-31");
    none.filter.bbox = LonLatBox{0, 0, 1, 1};
    const BeforeAfter nothing = *evaluated(none).before_after.value;
    CHECK(nothing.fault.empty());
    CHECK(nothing.of_cells.n_tested == 0);
    CHECK(std::isnan(nothing.total.ratio.ratio));
    none.before_after->relative = true;
    CHECK_THAT(evaluated(none).before_after.value->fault, Catch::Contains("needs incidents on both sides"));
    const BeforeAfter one_day =
        *evaluated(study_of(written(folder, daily("2020-01-01", 1, 9, kPeshawar)), "2020-01-01"))
             .before_after.value;
    CHECK_THAT(one_day.fault, Catch::Contains("no days on both sides"));
}

TEST_CASE(
    "the displacement of a treated area against a control is that of their counts; both areas are needed") {
    TemporaryFolder folder;
    std::string rows;
    rows += daily("2020-01-01", 50, 2, kPeshawar) + daily("2020-02-20", 40, 2, kPeshawar); // 100, then 80
    rows += daily("2020-01-01", 50, 2, kQuetta) + daily("2020-02-20", 45, 2, kQuetta);     // 100, then 90
    rows += "2020-04-09,0,0\n";                                                            // the file goes on
    Study study = study_of(written(folder, rows), "2020-02-20");
    study.before_after->treated = "kp";
    study.before_after->control = "balochistan";
    const Snapshot snapshot = evaluated(study);
    const BeforeAfter& found = *snapshot.before_after.value;
    CHECK(found.n_days == 50);
    REQUIRE(found.displacement);
    CHECK(found.displacement->difference == -10);
    CHECK(found.displacement->error == Approx(19.235).margin(5e-4));
    study.before_after->control = "study"; // holds the treated one
    CHECK_THAT(evaluated(study, snapshot).before_after.value->fault, Catch::Contains("overlap"));
    study.before_after->control = "";
    CHECK_THROWS_AS(require_both_areas(*study.before_after), Error);
}

TEST_CASE("districts of the user's own are compared beside the cells, and all files agree") {
    TemporaryFolder folder;
    Study study = study_of(written(folder, daily("2020-01-01", 30, 1, kPeshawar) +
                                               daily("2020-01-31", 30, 3, kPeshawar) +
                                               daily("2020-01-01", 60, 1, kQuetta)),
                           "2020-01-31");
    study.districts.path = folder.file("districts.geojson");
    std::ofstream(study.districts.path) << R"({"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"North"},"geometry":{"type":"Polygon","coordinates":[[[71,33],[72,33],[72,35],[71,35],[71,33]]]}},
      {"type":"Feature","properties":{"name":"Empty"},"geometry":{"type":"Polygon","coordinates":[[[60,10],[61,10],[61,11],[60,11],[60,10]]]}}]})";
    const Snapshot snapshot = evaluated(study);
    const BeforeAfter& found = *snapshot.before_after.value;
    REQUIRE(found.districts.size() == 1);
    CHECK(found.districts[0].name == "North");
    CHECK(found.districts[0].change.n.after == 90);
    CHECK(found.n_no_district == 60);
    const AreaTable cells = change_cell_table(study, snapshot);
    double before = 0;
    for (const AreaFeature& feature : cells.features) before += feature.numbers[0];
    CHECK(before == 60);
    NoProgress progress;
    for (const char* name : {"c.geojson", "c.csv", "c.tif"})
        write_change(study, snapshot, folder.file(name), progress);
    for (const char* name : {"d.geojson", "d.csv"})
        write_change_districts(study, snapshot, folder.file(name), progress);
    const auto json = nlohmann::json::parse(before_after_as_json(study, snapshot));
    CHECK(json["by_cell"].size() == 2);
    CHECK(json["by_district"][0]["name"] == "North");
    CHECK(json["cells"]["classes"]["more_99"] == 1);
    study.before_after->shape = CellShape::hexagon;
    CHECK_THROWS_AS(write_change(study, evaluated(study, snapshot), folder.file("h.tif"), progress), Error);
}

TEST_CASE("counts of the real file around a date are those of its own dates") {
    if (!std::filesystem::exists(kUcdp)) {
        WARN("skipped: the real incident file is not here");
        return;
    }
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/rate_change.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    std::uint64_t before = 0, after = 0; // by the file's districts, and those that name none
    for (const auto& n : kept["before"]) before += n.get<std::uint64_t>();
    for (const auto& n : kept["after"]) after += n.get<std::uint64_t>();
    before += kept["before_without_district"].get<std::uint64_t>();
    after += kept["after_without_district"].get<std::uint64_t>();
    const BeforeAfter found = *evaluated(study_of(kUcdp, "2014-06-15")).before_after.value;
    CHECK(found.n_days == 365);
    // Those that may be of either side stand apart here; R has counted them where they begin.
    CHECK(found.total.n.before + found.total.n.after <= before + after);
    CHECK(found.total.n.before + found.total.n.after + found.n_straddling >= before + after);
}
