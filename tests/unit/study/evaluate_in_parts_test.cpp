#include "geo/study/evaluate_in_parts.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/write_outputs.hpp"
#include "tests/support/incident_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

constexpr std::uint64_t kLittle = 1 << 20; ///< parts of one MiB, the least

struct Files {
    TemporaryFolder folder;
    Study study;

    /// About 2.3 MB: three parts.
    Files() {
        bench::write_csv(generate_incidents(20'000), folder.file("rows.csv"));
        std::ofstream(folder.file("rows.csv"), std::ios::app)
            << "E1,2021-01-01,Battles,A,P,L,34,71,1,2,again\nE2,2021-02-30,Battles,A,P,L,34,71,1,2,no day\n"
               "\nE3,2021-03-01,Battles,A,P,L,,,3,2,no place\n";
        study.source.path = folder.file("rows.csv");
        study.all_columns = true;
    }
    OutputSpec& add(OutputSpec::What what, const std::string& name) {
        return study.outputs.emplace_back(OutputSpec{what, folder.file(name)});
    }
};

Snapshot at_once(const Study& study) {
    NoProgress progress;
    return evaluate(study, {}, progress);
}

InPartsResult in_parts(const Study& study, unsigned threads = 2) {
    NoProgress progress;
    REQUIRE(why_not_in_parts(study).empty());
    auto result = evaluate_in_parts(study, {kLittle, threads}, progress);
    REQUIRE(result.has_value());
    CHECK(result->totals.of_parts);
    return *result;
}

std::vector<std::string> sorted_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::stringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with(',')) line.pop_back();
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

void require_same_provenance(const Study& study, const Snapshot& parts, const Snapshot& whole) {
    using nlohmann::json;
    json a = json::parse(provenance_of(study, parts)), b = json::parse(provenance_of(study, whole));
    for (json* one : {&a, &b}) // sums in another order
        if (one->contains("density"))
            for (const char* key : {"peak", "mass", "share_vaguer", "share_spread"}) {
                const double value = (*one)["density"][key];
                (*one)["density"][key] = std::round(value * 1e9) / 1e9;
            }
    CHECK(a == b);
}

void require_same_bands(const Snapshot& parts, const Snapshot& whole) {
    REQUIRE(parts.bands.value->bands.size() == whole.bands.value->bands.size());
    CHECK(parts.bands.value->total == whole.bands.value->total);
    CHECK(parts.bands.value->unlocated == whole.bands.value->unlocated);
    for (std::size_t i = 0; i < whole.bands.value->bands.size(); ++i) {
        CHECK(parts.bands.value->bands[i].count == whole.bands.value->bands[i].count);
        CHECK(parts.bands.value->bands[i].deaths == whole.bands.value->bands[i].deaths);
        CHECK(parts.bands.value->bands[i].vaguer == whole.bands.value->bands[i].vaguer);
        CHECK(parts.interval_bands.value->bands[i].certainly == whole.interval_bands.value->bands[i].certainly);
        CHECK(parts.interval_bands.value->bands[i].possibly == whole.interval_bands.value->bands[i].possibly);
        CHECK(parts.interval_bands.value->bands[i].expected ==
              Approx(whole.interval_bands.value->bands[i].expected));
    }
}

} // namespace

TEST_CASE("distances, bands and exports of a file in parts are those of the file at once") {
    Files files;
    files.study.proximity.emplace().intervals = true;
    for (const char* name : {"parts.csv", "parts.geojson", "parts.geojsonl"})
        files.add(OutputSpec::What::incidents, name);
    const InPartsResult parts = in_parts(files.study);
    const Snapshot whole = at_once(files.study);
    require_same_bands(parts.totals, whole);
    CHECK(parts.totals.selected.value->n == 20'002);
    CHECK(parts.totals.selected.value->window == whole.selected.value->window);
    CHECK(parts.totals.incidents.value->report.rejected().size() == 1);
    CHECK(parts.totals.incidents.value->report.n_suspicious() ==
          whole.incidents.value->report.n_suspicious());
    require_same_provenance(files.study, parts.totals, whole);

    NoProgress progress;
    for (const std::string ending : {".csv", ".geojson", ".geojsonl"}) {
        CAPTURE(ending);
        const OutputSpec output{OutputSpec::What::incidents, files.folder.file("whole" + ending)};
        write_incidents(files.study, whole, output, 2, progress);
        const std::string at_once_text = text_of(output.path), in_parts_text = text_of(files.folder.file("parts" + ending));
        if (ending != ".geojson") {
            REQUIRE(sorted_lines(in_parts_text) == sorted_lines(at_once_text));
            CHECK(text_of(files.folder.file("parts" + ending + ".provenance.json")) ==
                  text_of(files.folder.file("whole" + ending + ".provenance.json")));
            continue;
        }
        auto ours = nlohmann::json::parse(in_parts_text), theirs = nlohmann::json::parse(at_once_text);
        CHECK(ours["features"][0]["properties"]["event_id"] == "E00000000"); // the order of the file
        for (auto* json : {&ours, &theirs})
            std::sort((*json)["features"].begin(), (*json)["features"].end());
        CHECK(ours == theirs);
        CHECK(in_parts_text.find("\"borderlens\"") < in_parts_text.find("\"features\""));
    }
    // What we wrote we read, in parts too.
    Study again = files.study;
    again.source.path = files.folder.file("parts.geojson");
    again.outputs.clear();
    CHECK(in_parts(again).totals.selected.value->n == 20'002);
}

TEST_CASE("every part of a filter holds for a file in parts") {
    Files files;
    files.study.proximity.emplace().intervals = true;
    files.study.border.neighbours = {"AFG"};
    Filter& filter = files.study.filter;
    SECTION("time") {
        filter.from = day_from_iso("2008-05-01");
        filter.to = day_from_iso("2009-04-30");
    }
    SECTION("area, expression and distance") {
        filter.area = "kp";
        filter.where = "event_type = 'Battles' and fatalities > 0";
        filter.within = kilometres(30);
    }
    SECTION("polygon and box") {
        filter.polygon = {{70, 33}, {73, 33}, {72, 35}};
        filter.bbox = LonLatBox{70.5, 33.2, 72.5, 34.8};
    }
    SECTION("nothing passes") { filter.from = filter.to = day_from_iso("1950-01-01"); }
    files.add(OutputSpec::What::incidents, "parts.csv");
    const InPartsResult parts = in_parts(files.study, 1);
    const Snapshot whole = at_once(files.study);
    CHECK(parts.totals.selected.value->n == whole.selected.value->rows.size());
    CHECK(parts.totals.selected.value->unlocated == whole.selected.value->unlocated);
    CHECK(parts.totals.selected.value->window == whole.selected.value->window);
    require_same_bands(parts.totals, whole);
    NoProgress progress;
    const OutputSpec output{OutputSpec::What::incidents, files.folder.file("whole.csv")};
    write_incidents(files.study, whole, output, 2, progress);
    CHECK(sorted_lines(text_of(files.folder.file("parts.csv"))) == sorted_lines(text_of(output.path)));
}

TEST_CASE("the density of a file in parts is that of the file at once") {
    Files files;
    files.study.all_columns = false;
    DensitySpec& spec = files.study.density.emplace();
    spec.cell = kilometres(10);
    spec.bandwidth = kilometres(40);
    SECTION("as it comes") {}
    SECTION("Gaussian, by month") {
        spec.kernel = Kernel::gaussian;
        spec.unit = DensityUnit::per_km2_month;
    }
    SECTION("deaths, spread places, an edge correction") {
        spec.weight = DensityWeight::deaths_best;
        spec.vague = VaguePlaces::spread;
        spec.edge = EdgeCorrection::jones_diggle;
        files.study.filter.area = "balochistan";
    }
    const InPartsResult parts = in_parts(files.study);
    const Snapshot whole = at_once(files.study);
    const DensitySurface &ours = *parts.totals.density.value, &theirs = *whole.density.value;
    REQUIRE(ours.grid.shape == theirs.grid.shape);
    for (std::size_t i = 0; i < theirs.grid.per_km2.size(); ++i)
        REQUIRE(ours.grid.per_km2[i] * ours.per_unit ==
                Approx(theirs.grid.per_km2[i] * theirs.per_unit).margin(1e-10 * theirs.peak));
    CHECK(ours.peak == Approx(theirs.peak));
    CHECK(ours.scale.breaks == theirs.scale.breaks);
    CHECK(ours.sum == Approx(theirs.sum));
    CHECK(ours.n_inside == theirs.n_inside);
    require_same_provenance(files.study, parts.totals, whole);
}

TEST_CASE("what needs all incidents at once is not done in parts") {
    Study study;
    study.proximity.emplace();
    study.density.emplace();
    study.outputs = {{OutputSpec::What::incidents, "a.csv"}, {OutputSpec::What::density, "a.tif"}};
    CHECK(why_not_in_parts(study).empty());
    const auto why = [&](auto&& change) {
        Study changed = study;
        change(changed);
        return why_not_in_parts(changed);
    };
    CHECK(why([](Study& s) { s.map.emplace(); }) == "a picture needs");
    CHECK(why([](Study& s) { s.density->adaptive = true; }) == "adaptive bandwidths need");
    CHECK(why([](Study& s) { s.clusters.emplace(); }) == "clusters need");
    CHECK(why([](Study& s) { s.hot_spots.emplace(); }) == "hot spots need");
    CHECK(why([](Study& s) { s.trend.emplace(); }) == "a trend needs");
    CHECK(why([](Study& s) { s.before_after.emplace(); }) == "a change needs");
    CHECK(why([](Study& s) { s.strip.emplace(); }) == "the strip along the border needs");
    CHECK(why([](Study& s) { s.district_counts.emplace(); }) == "counts by district need");
    CHECK(why([](Study& s) { s.proximity->null.emplace(); }) == "a comparison with chance needs");
    CHECK(why([](Study& s) { s.proximity->compare = true; }) == "a comparison of lines needs");
    CHECK_FALSE(why([](Study& s) { s.outputs[0].columns = ColumnsKept::no_text; }).empty());
    CHECK_FALSE(why([](Study& s) { s.outputs[0].publish.coarsen.emplace(); }).empty());
    CHECK_FALSE(why([](Study& s) { s.outputs[1] = {OutputSpec::What::report, "folder"}; }).empty());
}

TEST_CASE("a file in parts without an incident, or whose export cannot be written, leaves the old file") {
    Files files;
    files.study.proximity.emplace();
    files.add(OutputSpec::What::incidents, "out.csv");
    std::ofstream(files.folder.file("out.csv")) << "old";
    std::ofstream bad(files.folder.file("rows.csv"));
    bad << "id,date,latitude,longitude\n";
    for (int i = 0; i < 60'000; ++i) bad << i << ",2021-02-30,34,71\n";
    bad.close();
    NoProgress progress;
    CHECK_THROWS_WITH(evaluate_in_parts(files.study, {kLittle, 2}, progress),
                      Catch::Contains("no incident") && Catch::Contains("60000"));
    CHECK(text_of(files.folder.file("out.csv")) == "old");
    CHECK(files.folder.n_entries() == 2);
    files.study.outputs[0].path = files.folder.file("nowhere/out.csv");
    std::ofstream(files.folder.file("rows.csv")) << "id,date,latitude,longitude\n1,2021-02-03,34,71\n";
    CHECK_THROWS_AS(evaluate_in_parts(files.study, {kLittle, 2}, progress), Error);
}
