#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;
using geo::day_from_iso;

TEST_CASE("opening a file asks for everything that the panels show") {
    Model model;
    apply(model, OpenPath{"/data/incidents.csv"});
    CHECK(model.study.source.path == "/data/incidents.csv");
    CHECK(model.study.name == "incidents");
    CHECK(model.study.density);
    CHECK(model.study.proximity);
    CHECK(model.study.map);
    CHECK(model.history.n_undo() == 0);
}

TEST_CASE("a study without a map is shown in the window's theme and has no changes") {
    Model model = test::sample_model();
    model.study.map->theme = geo::Theme::dark;
    geo::Study numbers;
    numbers.source.path = "/data/b.csv";
    numbers.proximity.emplace();
    apply(model, StudyLoaded{numbers, "/data/a.study.json"});
    REQUIRE(model.study.map);
    CHECK(model.study.map->theme == geo::Theme::dark);
    CHECK_FALSE(model.has_changes());
}

TEST_CASE("a study file is loaded outside and then becomes the study") {
    Model model;
    apply(model, OpenPath{"/data/a.study.json"});
    REQUIRE(model.outbox.size() == 1);
    CHECK(std::get<LoadStudy>(model.outbox[0]).path == "/data/a.study.json");
    CHECK_FALSE(model.has_file());
    apply(model, StudyLoaded{study_for_file("/data/b.csv", geo::Theme::dark), "/data/a.study.json"});
    CHECK(model.study.source.path == "/data/b.csv");
    CHECK(model.study_path == "/data/a.study.json");
}

TEST_CASE("the same commands give the same model") {
    const auto run = [] {
        Model model = test::sample_model();
        apply(model, SetTimeRange{day_from_iso("2020-02-01"), day_from_iso("2020-03-01")});
        apply(model, ToggleCategory{"Riots"});
        apply(model, ZoomAt{{100, 100}, 2});
        apply(model, Tick{0.05});
        return model;
    };
    const Model a = run(), b = run();
    CHECK(a.study == b.study);
    CHECK(a.view.camera == b.view.camera);
}

TEST_CASE("a time range in the wrong order is put in order") {
    Model model = test::sample_model();
    apply(model, SetTimeRange{day_from_iso("2021-01-01"), day_from_iso("2020-01-01")});
    CHECK(*model.study.filter.from == *day_from_iso("2020-01-01"));
    CHECK(*model.study.filter.to == *day_from_iso("2021-01-01"));
}

TEST_CASE("a drag of the brush is one undo step") {
    Model model = test::sample_model();
    TimelineBins bins;
    bins.window = {*day_from_iso("2020-01-01"), *day_from_iso("2023-01-01")};
    apply(model, TimelineMade{bins});
    const geo::Study before = model.study;
    apply(model, GrabBrush{{BrushPart::fresh, *day_from_iso("2020-06-01"), {}, {}}});
    for (const char* day : {"2020-07-01", "2020-08-01", "2020-09-01"})
        apply(model, MoveBrush{*day_from_iso(day)});
    apply(model, ReleaseBrush{});
    CHECK(*model.study.filter.to == *day_from_iso("2020-09-01"));
    CHECK(model.history.n_undo() == 1);
    apply(model, Undo{});
    CHECK(model.study == before);
    apply(model, Redo{});
    CHECK(*model.study.filter.from == *day_from_iso("2020-06-01"));
}

TEST_CASE("a brush over everything is no limit") {
    Model model = test::sample_model();
    TimelineBins bins;
    bins.window = {*day_from_iso("2020-01-01"), *day_from_iso("2023-01-01")};
    apply(model, TimelineMade{bins});
    apply(model, GrabBrush{{BrushPart::fresh, bins.window.first, {}, {}}});
    apply(model, MoveBrush{*day_from_iso("2024-01-01")});
    CHECK_FALSE(model.study.filter.from);
    CHECK_FALSE(model.study.filter.to);
}

TEST_CASE("unticking a category keeps the others and what the user typed") {
    Model model = test::sample_model();
    apply(model, SetWhereRest{"deaths_best >= 5"});
    apply(model, ToggleCategory{"Riots"});
    CHECK(model.study.filter.where == R"("event type" in ('Battles', 'It''s other') and deaths_best >= 5)");
    apply(model, ToggleCategory{"Riots"});
    CHECK(model.study.filter.where == "deaths_best >= 5");
    apply(model, OnlyCategory{"It's other"});
    CHECK(model.study.filter.where == R"("event type" in ('It''s other') and deaths_best >= 5)");
    apply(model, AllCategories{});
    CHECK(model.study.filter.where == "deaths_best >= 5");
}

TEST_CASE("unticking the last category shows all again") {
    Model model = test::sample_model();
    apply(model, OnlyCategory{"Riots"});
    apply(model, ToggleCategory{"Riots"});
    CHECK(model.study.filter.where.empty());
}

TEST_CASE("a border needs a neighbour") {
    Model model = test::sample_model();
    apply(model, SetBorder{{"osm", {}}});
    CHECK(model.study.border.neighbours.size() == 2);
}

TEST_CASE("looks never ask for a computation, a hidden density is not computed") {
    Model model = test::sample_model();
    const geo::Study asked = study_to_compute(model.study);
    apply(model, SetTheme{geo::Theme::dark});
    apply(model, SetLayerOpacity{LayerKind::density, 0.4f});
    apply(model, SetLayerVisible{LayerKind::border, false});
    CHECK(study_to_compute(model.study) == asked);
    apply(model, SetLayerVisible{LayerKind::density, false});
    CHECK_FALSE(study_to_compute(model.study).density);
    CHECK(model.study.density);
}

TEST_CASE("the dialog lists while typing and accepts files only") {
    Model model = test::sample_model();
    apply(model, ShowDialog{PathDialog::Kind::export_layer});
    CHECK(model.view.dialog.path == "/data/sample-shown.geojson");
    apply(model, ChooseWhat{geo::OutputSpec::What::map});
    CHECK(model.view.dialog.path == "/data/sample-map.png");
    apply(model, EditPath{"/data"});
    CHECK(std::get<LookAt>(model.outbox.back()).path == "/data");
    PathFacts facts;
    facts.is_folder = true;
    apply(model, PathSeen{"/elsewhere", facts});
    CHECK_FALSE(model.view.dialog.facts.is_folder);
    apply(model, PathSeen{"/data", facts});
    apply(model, AcceptDialog{});
    CHECK(model.view.dialog.kind == PathDialog::Kind::export_layer);
    apply(model, EditPath{"/data/map.png"});
    apply(model, PathSeen{"/data/map.png", {}});
    apply(model, AcceptDialog{});
    CHECK(model.view.dialog.kind == PathDialog::Kind::none);
    CHECK(std::get<Export>(model.outbox.back()).path == "/data/map.png");
    CHECK(model.exporting);
}

TEST_CASE("nothing can be exported before there is a file") {
    Model model;
    apply(model, ShowDialog{PathDialog::Kind::export_layer});
    CHECK(model.view.dialog.kind == PathDialog::Kind::none);
}
