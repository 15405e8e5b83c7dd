#include "app/viewer/layer_file.hpp"
#include "app/viewer/shortcuts.hpp"
#include "app/viewer/state_value.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

using namespace app;

namespace {

LayerFile areas_file() {
    LayerFile file;
    file.n_features = 12;
    file.has_areas = true;
    return file;
}

Model with_two_references() {
    Model model = test::sample_model();
    apply(model, LayerFileSeen{"/data/a.gpkg", LayerUse::reference, areas_file()});
    apply(model, EndStep{});
    apply(model, LayerFileSeen{"/data/b.gpkg", LayerUse::reference, areas_file()});
    apply(model, EndStep{});
    return model;
}

const std::vector<geo::ReferenceSpec>& references(const Model& model) { return model.study.map->references; }

std::string word(const Model& model, const char* name) { return words_of(*state_value(model, name)); }

} // namespace

TEST_CASE("a dropped file of areas is asked about, and is nothing until it is answered") {
    Model model = test::sample_model();
    const geo::Study before = model.study;
    apply(model, DropPath{"/data/districts.gpkg"});
    REQUIRE(std::holds_alternative<ProbeLayer>(model.outbox.back()));
    apply(model, LayerFileSeen{"/data/districts.gpkg", LayerUse::unknown, areas_file()});
    REQUIRE(model.view.questions.size() == 1);
    CHECK(model.study == before);
    apply(model, AnswerQuestion{AnswerQuestion::Answer::nothing});
    CHECK(model.study == before);
    CHECK(model.view.questions.empty());
    apply(model, LayerFileSeen{"/data/districts.gpkg", LayerUse::unknown, areas_file()});
    apply(model, AnswerQuestion{AnswerQuestion::Answer::reference});
    CHECK(word(model, "references") == "districts.gpkg");
    apply(model, Undo{});
    CHECK(model.study == before);
}

TEST_CASE("of several dropped files each is asked about, and their companions are left alone") {
    Model model = test::sample_model();
    for (const char* path : {"/d/a.gpkg", "/d/b.gpkg"})
        apply(model, LayerFileSeen{path, LayerUse::unknown, areas_file()});
    apply(model, AnswerQuestion{AnswerQuestion::Answer::reference});
    CHECK(word(model, "question") == "on");
    apply(model, AnswerQuestion{AnswerQuestion::Answer::reference});
    CHECK(word(model, "references") == "b.gpkg, a.gpkg");

    using Paths = std::vector<std::string>;
    CHECK(without_companions({"/d/a.dbf", "/d/a.shp", "/d/a.SHX", "/d/a.prj"}) == Paths{"/d/a.shp"});
    CHECK(without_companions({"/d/r.png", "/d/r.pgw"}) == Paths{"/d/r.png"});
    CHECK(without_companions({"/d/a.dbf"}) == Paths{"/d/a.dbf"}); // alone it is told what it is
}

TEST_CASE("dated points stay incidents; undated ones are asked about") {
    Model model = test::sample_model();
    LayerFile points;
    points.n_features = 5;
    points.has_points = points.has_dates = true;
    apply(model, LayerFileSeen{"/data/events.geojson", LayerUse::unknown, points});
    CHECK(model.view.questions.empty());
    CHECK(std::get<OpenIncidents>(model.outbox.back()).path == "/data/events.geojson");
    points.has_dates = false;
    apply(model, LayerFileSeen{"/data/camps.geojson", LayerUse::unknown, points});
    CHECK(model.view.questions.size() == 1);
    apply(model, AnswerQuestion{AnswerQuestion::Answer::incidents});
    CHECK(std::get<OpenIncidents>(model.outbox.back()).path == "/data/camps.geojson");
}

TEST_CASE("tables and studies open as ever when they are dropped, as does anything on an empty window") {
    Model model = test::sample_model();
    for (const char* path : {"/d/a.csv", "/d/a.XLSX", "/d/a.csv.gz", "/d/a.study.json"}) {
        apply(model, DropPath{path});
        CHECK(std::get<OpenIncidents>(model.outbox.back()).path == path);
    }
    Model empty;
    apply(empty, DropPath{"/d/districts.gpkg"});
    CHECK(std::holds_alternative<OpenIncidents>(empty.outbox.back()));
}

TEST_CASE("a raster becomes the backdrop, one at a time") {
    Model model = test::sample_model();
    LayerFile raster;
    raster.is_raster = true;
    apply(model, LayerFileSeen{"/d/relief.tif", LayerUse::unknown, raster});
    CHECK(word(model, "backdrop") == "relief.tif");
    apply(model, LayerFileSeen{"/d/other.tif", LayerUse::backdrop, raster});
    CHECK(word(model, "backdrop") == "other.tif");
    apply(model, SetLayerOpacity{LayerKind::backdrop, 0});
    CHECK(model.study.map->backdrop->opacity == Approx(0.05f));
    apply(model, SetBackdrop{std::nullopt});
    CHECK(word(model, "backdrop") == "none");
}

TEST_CASE("reference layers are told apart by colour, reordered, hidden and removed") {
    Model model = with_two_references();
    CHECK(word(model, "references") == "b.gpkg, a.gpkg");
    CHECK_FALSE(references(model)[0].color == references(model)[1].color);
    apply(model, FocusLayer{LayerRef{LayerKind::reference, 0}});
    apply(model, MoveReference{0, 1});
    CHECK(word(model, "references") == "a.gpkg, b.gpkg");
    CHECK(word(model, "focus_layer") == "a.gpkg"); // the focus goes with it
    apply(model, MoveReference{1, 1});
    CHECK(word(model, "references") == "a.gpkg, b.gpkg");
    apply(model, ToggleLayer{{LayerKind::reference, 0}});
    CHECK(word(model, "references") == "a.gpkg, (b.gpkg)");
    geo::ReferenceSpec wide = references(model)[0];
    wide.width_px = 99;
    apply(model, SetReference{0, wide});
    CHECK(references(model)[0].width_px == geo::kReferenceWidths[1]);
    apply(model, RemoveReference{0});
    apply(model, RemoveReference{7});
    CHECK(word(model, "references") == "a.gpkg");
}

TEST_CASE("looks of own layers ask for no computation, their files do") {
    Model model = with_two_references();
    const geo::Study asked = study_to_compute(model.study);
    apply(model, SetLayerOpacity{LayerKind::reference, 0.4f, 1});
    apply(model, ToggleLayer{{LayerKind::reference, 1}});
    apply(model, SetLabelLanguage{geo::LabelLanguage::ps});
    apply(model, ToggleLayer{{LayerKind::graticule}});
    CHECK(study_to_compute(model.study) == asked);
    geo::ReferenceSpec named = references(model)[0];
    named.label_field = "district";
    apply(model, SetReference{0, named});
    CHECK_FALSE(study_to_compute(model.study) == asked);
}

TEST_CASE("the layers panel is worked with the keyboard") {
    Model model = with_two_references();
    const auto press = [&](const char* key) {
        for (const Command& command : commands_of_key(model, *key_from_text(key), false))
            apply(model, command);
    };
    press("Ctrl+L");
    CHECK(word(model, "focus_layer") == "Incidents");
    for (const LayerRef row : layer_rows(model.study)) { // a row each
        if (row.kind == LayerKind::graticule) break;
        CHECK(word(model, "focus_layer") == name_of(model.study, row));
        press("Down");
    }
    CHECK(word(model, "focus_layer") == "Graticule");
    press("Space");
    CHECK(word(model, "graticule") == "on");
    press("Down");
    CHECK(word(model, "focus_layer") == "b.gpkg");
    press("Ctrl+Down");
    CHECK(word(model, "references") == "a.gpkg, b.gpkg");
    press("Left");
    CHECK(references(model)[0].opacity == Approx(0.95f));
    press("Enter");
    CHECK(word(model, "menu") == "b.gpkg");
    press("Escape");
    CHECK(word(model, "menu") == "none");
    press("Delete");
    CHECK(word(model, "references") == "a.gpkg");
    CHECK(word(model, "focus_layer") == "none");
    press("Ctrl+L");
    press("Escape");
    CHECK(word(model, "focus_layer") == "none");
    const Camera before = model.view.camera;
    press("Left"); // the map's again
    CHECK_FALSE(model.view.camera == before);
}

TEST_CASE("points of a reference layer are no incidents to the mouse") {
    geo::Scene scene;
    auto others = std::make_shared<geo::PointGeometry>();
    scene.layers.push_back({"reference 0", "camps", true, 1, geo::PointLayer{others, {}, {}, 220}});
    CHECK(incident_points(scene) == nullptr);
    auto incidents = std::make_shared<geo::PointGeometry>();
    scene.layers.push_back({"incidents", "Incidents", true, 1, geo::PointLayer{incidents, {}, {}, 220}});
    CHECK(incident_points(scene) == incidents.get());
}

TEST_CASE("a file is looked at for what it holds, and says in a sentence when it cannot be read") {
    TemporaryFolder folder;
    geo::NoProgress progress;
    std::ofstream(folder.file("camps.geojson"))
        << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"event_date":"2021-01-01"},)"
        << R"("geometry":{"type":"Point","coordinates":[70,33]}}]})";
    const LayerFile camps = layer_file_of(folder.file("camps.geojson"), LayerUse::unknown, progress);
    CHECK(looks_like_incidents(camps));
    std::ofstream(folder.file("line.geojson")) << R"({"type":"LineString","coordinates":[[70,33],[71,34]]})";
    const LayerFile line = layer_file_of(folder.file("line.geojson"), LayerUse::reference, progress);
    CHECK(line.has_lines);
    CHECK_FALSE(looks_like_incidents(line));
    std::ofstream(folder.file("broken.geojson")) << "{ no json";
    CHECK_THROWS_WITH(layer_file_of(folder.file("broken.geojson"), LayerUse::reference, progress),
                      Catch::StartsWith("cannot read "));
    std::ofstream(folder.file("metres.geojson"))
        << R"({"type":"LineString","coordinates":[[700000,3300000],[710000,3400000]]})";
    CHECK_THROWS_WITH(layer_file_of(folder.file("metres.geojson"), LayerUse::reference, progress),
                      Catch::Contains("no longitudes and latitudes"));
    std::ofstream(folder.file("empty.geojson")) << R"({"type":"FeatureCollection","features":[]})";
    CHECK_THROWS_WITH(layer_file_of(folder.file("empty.geojson"), LayerUse::reference, progress),
                      Catch::Contains("nothing to draw"));
    CHECK_THROWS_WITH(layer_file_of("https://example.org/a.geojson", LayerUse::reference, progress),
                      Catch::Contains("network"));
    CHECK_THROWS_WITH(layer_file_of(folder.file("none.tif"), LayerUse::unknown, progress),
                      Catch::Contains("does not exist"));
}
