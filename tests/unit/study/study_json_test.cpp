#include "geo/study/study_json.hpp"

#include <filesystem>
#include <fstream>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

Study full_study() {
    Study study;
    study.name = "Khyber";
    study.source.path = "/data/incidents.csv";
    study.source.layer = "events";
    study.source.roles.schema = SchemaKind::acled;
    study.source.roles.columns[Role::lon] = "x";
    study.source.roles.day_order = DayOrder::day_first;
    study.all_columns = true;
    study.precision.codes = {{"2", {SupportKind::admin2, kilometres(12.5), true}}, {"x", {SupportKind::disc, Metres{750}, false}}};
    study.precision.admin1 = kilometres(120);
    study.districts = {"/data/districts.gpkg", "/data/people.csv", "Pop2023"};
    study.border = {"ne10m", {"AFG"}};
    study.filter.from = day_from_iso("2021-08-15");
    study.filter.to = day_from_iso("2022-08-14");
    study.filter.bbox = LonLatBox{69, 31, 74, 37};
    study.filter.polygon = {{69.25, 31}, {74, 31.125}, {72.0000001, 36}};
    study.filter.where = "deaths_best >= 5 and event_type = 'Battles'";
    study.filter.area = "kp";
    study.filter.within = kilometres(20);
    study.filter.max_uncertainty = kilometres(2.5);
    study.proximity.emplace().band_edges_m = {0, 1000, 2500};
    study.proximity->intervals = true;
    study.proximity->null = NullSpec{NullModel::population, 199, 7};
    study.density.emplace().kernel = Kernel::gaussian;
    study.density->bandwidth = kilometres(12.5);
    study.density->cell = kilometres(1);
    study.density->unit = DensityUnit::per_km2_month;
    study.density->scale_top = 0.25;
    study.density->vague = VaguePlaces::exclude;
    study.density->vaguer_than = kilometres(7.5);
    study.density->edge = EdgeCorrection::jones_diggle;
    study.density->weight = DensityWeight::deaths_high;
    study.hot_spots = HotSpotSpec{HotUnits::district, kilometres(7.5), kilometres(30), DistrictMeasure::per_resident, true, CalendarUnit::quarter};
    study.clusters = ClusterSpec{kilometres(2.5), std::nullopt, 12};
    study.district_counts = DistrictCountSpec{DistrictMeasure::per_resident, true, {0.5, 2, 10}};
    study.trend = TrendSpec{CalendarUnit::week, TrendBy::band};
    study.before_after = BeforeAfterSpec{*day_from_iso("2020-02-29"), 180, true, CellShape::hexagon, kilometres(25), "kp", "/a/b.gpkg"};
    study.strip = StripSpec{kilometres(62.5)};
    study.map.emplace().title = "A \"title\" with خیبر";
    study.map->view = LonLatBox{60, 25, 75, 37};
    study.map->theme = Theme::dark;
    study.map->show_labels = false;
    study.map->show_hot_spots = false;
    study.map->hot_spot_opacity = 0.5f;
    study.map->show_clusters = false;
    study.map->show_districts = false;
    study.map->district_opacity = 0.625f;
    study.map->show_change = false;
    study.map->change_opacity = 0.4f;
    study.map->cluster_opacity = 0.25f;
    study.map->color_by = {ColorBy::Kind::column, "date"};
    study.timeline.show_events = false;
    study.timeline.marks = {{*day_from_iso("2021-08-15"), *day_from_iso("2021-08-15"), "A day"},
                            {*day_from_iso("2022-01-01"), *day_from_iso("2022-01-31"), "A \"month\""}};
    study.map->show_graticule = true;
    study.map->show_supports = true;
    study.map->label_language = LabelLanguage::ur;
    study.map->references = {{"/data/districts.gpkg", "NAME_2", true, 0.5f, rgb(0xB8860B), 2.5f},
                             {"/data/roads.shp", "", false, 1, kReferenceColors[0], 1}};
    study.map->backdrop = BackdropSpec{"/data/relief.tif", true, 0.75f};
    study.outputs = {{OutputSpec::What::map, "/out/map.png"}, {OutputSpec::What::bands, "/out/bands.json"},
                     {OutputSpec::What::clusters, "/out/clusters.geojson", ColumnsKept::roles},
                     {OutputSpec::What::cluster_hulls, "/out/hulls.gpkg"},
                     {OutputSpec::What::districts, "/out/districts.csv"},
                     {OutputSpec::What::trend, "/out/trend.csv"},
                     {OutputSpec::What::change, "/out/change.tif"},
                     {OutputSpec::What::change_districts, "/out/districts.csv"},
                     {OutputSpec::What::strip, "/out/strip.csv", ColumnsKept::no_text}};
    return study;
}

} // namespace

TEST_CASE("a study is the same after it was saved and loaded") {
    TemporaryFolder folder;
    const Study study = full_study();
    save_study(study, folder.file("khyber.study.json"));
    CHECK(load_study(folder.file("khyber.study.json")) == study);
}

TEST_CASE("an empty study keeps its defaults") {
    Study study;
    study.source.path = "/a.csv";
    const Study again = study_from_json(json_from_study(study), "");
    CHECK(again == study);
    CHECK_FALSE(again.density);
}

TEST_CASE("paths of a study are relative to its folder, absolute ones stay") {
    const Study study = study_from_json(
        R"({"source":{"path":"data/a.csv"},"border":{"set":"line.shp"},"outputs":[{"what":"map","path":"/abs/m.png"}]})",
        "/home/me/studies");
    CHECK(study.source.path == "/home/me/studies/data/a.csv");
    CHECK(study.border.set == "/home/me/studies/line.shp");
    CHECK(study.outputs[0].path == "/abs/m.png");
}

TEST_CASE(
    "an area file, reference layers and the backdrop of a study are found beside it; words stay words") {
    const Study study = study_from_json(
        R"({"source":{"path":"a.csv"},"filter":{"area":"zones/mine.geojson"},"map":{
            "references":[{"path":"../roads.shp"},{"path":"/abs/d.gpkg"}],"backdrop":{"path":"relief.tif"}}})",
        "/home/me/studies");
    CHECK(study.filter.area == "/home/me/studies/zones/mine.geojson");
    CHECK(study.map->references[0].path == "/home/me/roads.shp");
    CHECK(study.map->references[1].path == "/abs/d.gpkg");
    CHECK(study.map->backdrop->path == "/home/me/studies/relief.tif");
    for (const char* word : {"", "kp", "kp-without-fata", "fata", "balochistan", "study"}) {
        const std::string json =
            R"({"source":{"path":"a.csv"},"filter":{"area":")" + std::string(word) + "\"}}";
        CHECK(study_from_json(json, "/home/me").filter.area == word);
    }
    CHECK(study_from_json(R"({"source":{"path":"PG:dbname=x"}})", "/home/me").source.path == "PG:dbname=x");
}

TEST_CASE("a saved study names files in its folder relative to it, others absolute") {
    TemporaryFolder folder;
    Study study;
    study.source.path = folder.file("data/a.csv");
    study.filter.area = "/elsewhere/area.gpkg";
    study.map.emplace().references.push_back({.path = folder.file("roads.shp"), .label_field = ""});
    const std::string path = folder.file("s.study.json");
    save_study(study, path);
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK_THAT(text, Catch::Contains(R"("path": "data/a.csv")") &&
                         Catch::Contains(R"("path": "roads.shp")") &&
                         Catch::Contains(R"("area": "/elsewhere/area.gpkg")"));
    const Study again = load_study(path);
    CHECK(again.source.path == study.source.path);
    CHECK(again.map == study.map);
    study.source.path = "beside/the/program.csv"; // found from anywhere once it is saved
    save_study(study, path);
    CHECK(load_study(path).source.path == std::filesystem::absolute("beside/the/program.csv").string());
}

TEST_CASE("a fault of a study file names the key") {
    const auto says = [](const char* json, const char* words) {
        CHECK_THROWS_WITH(study_from_json(json, ""), Catch::Contains(words));
    };
    says(R"({"source":{"path":"a"},"densty":{}})", "'densty' is not a key of a study");
    says(R"({"source":{"path":"a"},"density":{"bandwidth_km":"wide"}})", "'density.bandwidth_km'");
    says(R"({"source":{"path":"a"},"density":{"bandwidth_km":-3}})", "'density.bandwidth_km'");
    says(R"({"source":{"path":"a"},"density":{"kernel":"cubic"}})", "is not a kernel");
    says(R"({"source":{"path":"a"},"density":{"precision":"smear"}})",
         "'density.precision' must be pin, spread or exclude");
    says(R"({"source":{"path":"a"},"density":{"unit":"per-acre"}})", "'density.unit' must be per-km2-year");
    says(R"({"source":{"path":"a"},"density":{"edge":"torus"}})", "'density.edge' must be none, uniform");
    says(R"({"source":{"path":"a"},"density":{"weight":"injured"}})", "'density.weight' must be incidents");
    says(R"({"source":{"path":"a"},"density":{"adaptive":true,"edge":"uniform"}})", "cannot be had together");
    says(R"({"source":{"path":"a"},"hot_spots":{"cells":"round"}})", "must be square, hexagon or district");
    says(R"({"source":{"path":"a"},"hot_spots":{"measure":"x"}})", "'hot_spots.measure' must be");
    says(R"({"source":{"path":"a"},"hot_spots":{"pin_vague":1}})", "'hot_spots.pin_vague'");
    says(R"({"source":{"path":"a"},"hot_spots":{"cell_km":0}})", "'hot_spots.cell_km'");
    says(R"({"source":{"path":"a"},"hot_spots":{"emerging":"week"}})", "'hot_spots.emerging' must be month, quarter or year");
    says(R"({"source":{"path":"a"},"strip":{"reach_km":0}})", "'strip.reach_km' must be above 0");
    says(R"({"source":{"path":"a"},"clusters":{"eps_km":0}})", "'clusters.eps_km' must be above 0");
    says(R"({"source":{"path":"a"},"clusters":{"eps_time_days":1.5}})", "'clusters.eps_time_days' must be whole days");
    says(R"({"source":{"path":"a"},"clusters":{"eps_time_days":-1}})", "or null for any time");
    says(R"({"source":{"path":"a"},"district_counts":{"measure":"rate"}})", "'district_counts.measure' must be");
    says(R"({"source":{"path":"a"},"district_counts":{"breaks":[2,1]}})", "each greater than the one before");
    says(R"({"source":{"path":"a"},"clusters":{"min_points":0}})", "'clusters.min_points'");
    says(R"({"source":{"path":"a"},"before_after":{}})", "'before_after.date' is missing");
    says(R"({"source":{"path":"a"},"before_after":{"date":"2020-02-30"}})", "'before_after.date' is not a date");
    says(R"({"source":{"path":"a"},"before_after":{"date":"2020-02-29","window_days":0}})", "'before_after.window_days'");
    says(R"({"source":{"path":"a"},"before_after":{"date":"2020-02-29","treated":"kp"}})", "belong together");
    says(R"({"source":{"path":"a"},"trend":{"per":"decade"}})", "'trend.per' must be day, week");
    says(R"({"source":{"path":"a"},"trend":{"by":"actor"}})", "'trend.by' must be none");
    says(R"({"source":{"path":"a"},"filter":{"from":"2021-13-01"}})", "'filter.from'");
    says(R"({"source":{"path":"a"},"filter":{"bbox":[1,2,3]}})", "'filter.bbox'");
    says(R"({"source":{"path":"a"},"filter":{"polygon":[[1,2],[3,4],[1,2]]}})", "three different vertices, not 2");
    says(R"({"source":{"path":"a"},"filter":{"polygon":[[1,2],[3,4],[5]]}})", "'filter.polygon' must be a list");
    says(R"({"source":{"path":"a"},"filter":{"polygon":[[1,2],[3,4],[500,6]]}})", "no place");
    says(R"({"source":{"path":"a"},"borderlens_study":99})", "version");
    says(R"({"source":{"path":"a"},"borderlens_study":1e130})", "borderlens_study");
    says(R"({"source":{"path":"a"},"proximity":{"null":{"runs":1e130}}})", "proximity.null.runs");
    says(R"({"source":{"path":"a"},"timeline":{"marks":[{"text":"no day"}]}})", "'timeline.marks.date' is missing");
    says(R"({"source":{"path":"a"},"timeline":{"marks":[{"date":"2021-02-02","date_end":"2021-02-01"}]}})", "date_end");
    says(R"({"source":{"path":"a"},"map":{"label_language":"fa"}})", "must be en, ur or ps");
    says(R"({"source":{"path":"a"},"map":{"references":{}}})", "must be a list");
    says(R"({"source":{"path":"a"},"map":{"references":[{"color":"#123456"}]}})",
         "'map.references.path' is missing");
    says(R"({"source":{"path":"a"},"map":{"references":[{"path":"b","color":"red"}]}})",
         "'map.references.color'");
    says(R"({"source":{"path":"a"},"map":{"references":[{"path":"b","width_px":0}]}})", "from 0.5 to 6");
    says(R"({"source":{"path":"a"},"map":{"references":[{"path":"b","colour":"#123456"}]}})", "is not a key");
    says(R"({"source":{"path":"a"},"map":{"backdrop":{"path":"b","opacity":2}}})", "from 0 to 1");
    says(R"({"filter":{}})", "'source.path' is missing");
    says("{", "not JSON");
    says("[]", "must be an object");
}
