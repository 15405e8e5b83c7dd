#include "geo/study/evaluate.hpp"

#include <algorithm>
#include <cmath>

#include "geo/core/error.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/write_outputs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

constexpr const char* kRows = "id,date,longitude,latitude,deaths,kind\n"
                              "1,2021-01-10,71.5249,34.0151,3,Battles\n"
                              "2,2021-02-11,66.9750,30.1798,0,Protests\n"
                              "3,2021-03-12,62.3254,25.1264,12,Battles\n"
                              "4,2021-04-13,,,1,Riots\n"
                              "5,2021-05-14,69.2075,34.5553,2,Battles\n";

Study study_of(const TemporaryFolder& folder, const char* rows = kRows) {
    std::ofstream(folder.file("rows.csv")) << rows;
    Study study;
    study.source.path = folder.file("rows.csv");
    study.proximity.emplace();
    study.density.emplace().cell = kilometres(20);
    study.density->bandwidth = kilometres(60);
    return study;
}

Snapshot evaluated(const Study& study, const Snapshot& previous = {}) {
    NoProgress progress;
    return evaluate(study, previous, progress);
}

} // namespace

TEST_CASE("evaluating the same study again computes nothing") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.map.emplace();
    const Snapshot first = evaluated(study);
    int published = 0;
    NoProgress progress;
    const Snapshot second = evaluate(study, first, progress, {0, [&](const Snapshot&) { ++published; }});
    CHECK(published == 0);
    CHECK(second.density.value == first.density.value);
    CHECK(density_is_current(study, second));
}

TEST_CASE("a changed bandwidth recomputes the density and keeps the distances") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    const Snapshot first = evaluated(study);
    study.density->bandwidth = kilometres(80);
    CHECK_FALSE(density_is_current(study, first));
    const Snapshot second = evaluated(study, first);
    CHECK(second.incidents.value == first.incidents.value);
    CHECK(second.proximity.value == first.proximity.value);
    CHECK(second.selected.value == first.selected.value);
    CHECK(second.density.value != first.density.value);
}

TEST_CASE("a changed colour recomputes no analysis") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.map.emplace();
    const Snapshot first = evaluated(study);
    study.map->theme = Theme::dark;
    study.map->show_density = false;
    const Snapshot second = evaluated(study, first);
    CHECK(second.density.value == first.density.value);
    CHECK(second.points.value == first.points.value);
    CHECK(make_scene(study, second).theme == Theme::dark);
}

TEST_CASE("the automatic colour scale stays while the time window moves") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    const Snapshot first = evaluated(study);
    study.filter.from = day_from_iso("2021-03-01");
    const Snapshot second = evaluated(study, first);
    CHECK(second.density.value->scale.top == first.density.value->scale.top);
    CHECK(second.density.value->peak != first.density.value->peak);
}

TEST_CASE("incidents outside the area contribute to its density and to nothing else") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.filter.area = "balochistan";
    const Snapshot snapshot = evaluated(study);
    CHECK(snapshot.selected.value->rows.size() == 2);
    CHECK(snapshot.selected.value->beyond_area.size() == 5);
    CHECK(snapshot.density.value->n_incidents == 4);
    CHECK(snapshot.density.value->n_left_out == 1);
    CHECK(snapshot.bands.value->total == 2);
}

TEST_CASE("a drawn polygon limits the selection and is computed once") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.filter.polygon = {{70, 33}, {73, 33}, {73, 35}, {70, 35}}; // Peshawar alone
    const Snapshot first = evaluated(study);
    CHECK(first.selected.value->rows.size() == 1);
    CHECK(first.selected.value->unlocated == 0);
    study.filter.from = day_from_iso("2021-02-01");
    const Snapshot second = evaluated(study, first);
    CHECK(second.in_polygon.value == first.in_polygon.value);
    CHECK(second.selected.value->rows.empty());
    study.filter = {};
    CHECK(evaluated(study, second).selected.value->rows.size() == 5);
}

TEST_CASE("a polygon that crosses itself leaves out what it goes round twice") {
    TemporaryFolder folder;
    Study study = study_of(folder, "id,date,longitude,latitude\n1,2021-01-01,70.5,33.5\n2,2021-01-01,71.5,33.5\n"
                                   "3,2021-01-01,71.0,34.5\n");
    // A bow tie: its two wings are inside, what lies above and below the knot is not.
    study.filter.polygon = {{70, 33}, {72, 34}, {72, 33}, {70, 34}};
    const Snapshot snapshot = evaluated(study);
    CHECK(snapshot.selected.value->rows.size() == 2);
    study.map.emplace();
    const Scene scene = make_scene(study, evaluated(study));
    CHECK(std::any_of(scene.layers.begin(), scene.layers.end(),
                      [](const Layer& layer) { return layer.id == "filter-outline"; }));
    CHECK(scene.data_extent == LonLatBox{70, 33, 72, 34});
}

TEST_CASE("rows marked by hand are written alone, and the file says so") {
    TemporaryFolder folder;
    const Study study = study_of(folder);
    const Snapshot snapshot = evaluated(study);
    const RowsByHand by_hand{std::make_shared<const Selection>(Selection{1, 3}), "2 rows marked by hand (box)"};
    NoProgress progress;
    const auto written = [&](const RowsByHand* rows) {
        write_incidents(study, snapshot, {OutputSpec::What::incidents, folder.file("out.geojson")}, 1,
                        progress, rows);
        std::ifstream file(folder.file("out.geojson"));
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const std::string marked = written(&by_hand), all = written(nullptr);
    const auto n_features = [](const std::string& json) {
        std::size_t n = 0;
        for (std::size_t at = 0; (at = json.find("\"Feature\"", at)) != std::string::npos; ++at) ++n;
        return n;
    };
    CHECK(n_features(marked) == 2);
    CHECK(n_features(all) == 5);
    CHECK_THAT(marked, Catch::Contains("\"marked\":\"2 rows marked by hand (box)\""));
    CHECK_THAT(all, !Catch::Contains("\"marked\""));
}

TEST_CASE("bands are half-open and add up") {
    TemporaryFolder folder;
    const Snapshot snapshot = evaluated(study_of(folder));
    const BandTable& table = *snapshot.bands.value;
    std::uint64_t sum = 0;
    for (const Band& band : table.bands) sum += band.count;
    CHECK(sum == table.total);
    CHECK(table.total == 4);
    CHECK(table.unlocated == 1);
    CHECK(std::isinf(table.bands.back().to_m));
}

TEST_CASE("the rate is the sum over the years of the window") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.filter.from = day_from_iso("2021-01-01");
    study.filter.to = day_from_iso("2022-12-31");
    const Snapshot snapshot = evaluated(study);
    CHECK(snapshot.density.value->years == Approx(730 / 365.25));
    const double sum = integral(snapshot.density.value->grid);
    CHECK(sum == Approx(4).epsilon(1e-2)); // h = 3 cells: the sum over cells is coarse
    CHECK(snapshot.density.value->per_unit == Approx(365.25 / 730));
}

TEST_CASE("a file without a usable row is refused after its report was published") {
    TemporaryFolder folder;
    const Study study = study_of(folder, "id,date,longitude,latitude\n1,2021-01-01,700,30\n");
    std::size_t rejected = 0;
    NoProgress progress;
    const EvaluateOptions options{0, [&](const Snapshot& s) { rejected = s.incidents.value->report.rejected().size(); }};
    CHECK_THROWS_AS(evaluate(study, {}, progress, options), Error);
    CHECK(rejected == 1);
}

TEST_CASE("one incident, all at one place, all on one day") {
    TemporaryFolder folder;
    const std::string head = "id,date,longitude,latitude\n";
    for (int n : {1, 50}) {
        std::string rows = head;
        for (int i = 0; i < n; ++i) rows += std::to_string(i) + ",2021-01-01,69.5,32.5\n";
        Study study = study_of(folder, rows.c_str());
        study.density->cell = kilometres(5);
        study.map.emplace();
        const Snapshot snapshot = evaluated(study);
        CHECK(integral(snapshot.density.value->grid) == Approx(n).epsilon(1e-4));
        CHECK(snapshot.density.value->years == Approx(1 / 365.25));
        CHECK(make_scene(study, snapshot).layers.size() > 5);
    }
}

TEST_CASE("a cell too small for the area is refused before memory runs out") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.density->cell = Metres{10};
    CHECK_THROWS_WITH(evaluated(study), Catch::Contains("larger cell"));
}

TEST_CASE("the bundled sample is read as its README says") {
    Study study;
    study.source.path = BORDERLENS_SOURCE_DIR "/datasets/incidents_sample.csv";
    const Snapshot snapshot = evaluated(study);
    CHECK(snapshot.table()->origin.synthetic);
    CHECK(snapshot.table()->origin.attribution.find("ACLED") == std::string::npos);
    const Report& report = snapshot.incidents.value->report;
    CHECK(report.incidents == 5808);
    CHECK(report.unlocated == 2);
    CHECK(report.rejected().size() == 28);
    CHECK(report.n_suspicious() == 6);
}

TEST_CASE("a rejected area names the words that are known") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.filter.area = "atlantis";
    CHECK_THROWS_WITH(evaluated(study), Catch::Contains("kp-without-fata"));
}

TEST_CASE("colours by date keep through a time filter, a column called date is still a column") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.density.reset();
    study.map.emplace().color_by = color_by_from_text("date");
    const Snapshot all = evaluated(study);
    REQUIRE(all.points.value->by_date);
    CHECK(all.points.value->color_by.empty());
    const Scene scene = make_scene(study, all);
    CHECK(scene.legend.front().title == "Incidents by date");
    REQUIRE(scene.legend.front().dates);
    CHECK(iso_from_day(scene.legend.front().dates->first) == "2021-01-10");
    CHECK(iso_from_day(scene.legend.front().dates->last) == "2021-05-14");
    study.filter.from = day_from_iso("2021-03-01");
    const Snapshot late = evaluated(study, all);
    CHECK(late.marks.value == all.marks.value);
    CHECK(make_scene(study, late).legend.front().dates == scene.legend.front().dates);
    study.map->color_by = color_by_from_text("column:date");
    const Snapshot column = evaluated(study, late);
    CHECK_FALSE(column.points.value->by_date);
    CHECK(column.points.value->color_by == "date");
    CHECK(make_scene(study, column).legend.front().title == "Incidents by date");
    CHECK_FALSE(make_scene(study, column).legend.front().dates);
}

TEST_CASE("a colour column that the file has not is refused with its columns, after the map was made") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.map.emplace().color_by = color_by_from_text("admin1");
    Snapshot last;
    NoProgress progress;
    CHECK_THROWS_WITH(evaluate(study, {}, progress, {0, [&](const Snapshot& now) { last = now; }}),
                      Catch::Contains("cannot colour by 'admin1'") && Catch::Contains("'kind'"));
    CHECK(last.points.value);
    CHECK(last.density_mesh.value);
}

TEST_CASE("a density that counts incidents keeps no deaths; what asks for them later reads them") {
    TemporaryFolder folder;
    Study study = study_of(folder);
    study.proximity.reset();
    const Snapshot counted = evaluated(study);
    CHECK(counted.table()->deaths_best.empty());
    Study weighted = study;
    weighted.density->weight = DensityWeight::deaths_best;
    const Snapshot deaths = evaluated(weighted, counted);
    CHECK(deaths.density.value->mass == 17); // one has no place
    const Snapshot again = evaluated(study, deaths); // a table with more serves as well
    CHECK(again.incidents.value == deaths.incidents.value);
    study.map.emplace();
    CHECK(evaluated(study, counted).table()->deaths_best.size() == 5);
    std::ofstream(folder.file("rows.csv"), std::ios::app) << "6,2021-05-14,69,34,many,Battles\n";
    study.map.reset();
    CHECK(evaluated(study).incidents.value->report.rejected().size() == 1); // judged all the same
}
