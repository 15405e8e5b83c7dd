#include "app/viewer/export_draft.hpp"

#include "app/viewer/shortcuts.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;
using Kind = PathDialog::Kind;
using What = geo::OutputSpec::What;

namespace {

Model exporting_model() {
    Model model = test::sample_model();
    apply(model, ShowDialog{Kind::export_layer});
    return model;
}

std::vector<std::string> exported(const Model& model) {
    std::vector<std::string> paths;
    for (const Effect& effect : model.outbox)
        if (const auto* file = std::get_if<Export>(&effect)) paths.push_back(file->path);
    return paths;
}

} // namespace

TEST_CASE("several files go into one folder, each with its name") {
    Model model = exporting_model();
    apply(model, WantTake{Take::grid, true});
    apply(model, WantTake{Take::picture, true});
    apply(model, EditExportFolder{"/out"});
    apply(model, NameTake{Take::picture, "map.svg"});
    CHECK(fault_of(model, model.view.exporter) == "");
    apply(model, AcceptDialog{});
    CHECK(model.view.dialog.kind == Kind::none);
    CHECK(exported(model) ==
          std::vector<std::string>{"/out/sample-shown.geojson", "/out/sample-density.tif", "/out/map.svg"});
    CHECK(model.view.taken.size() == 3);
}

TEST_CASE("what stands in the way of an export is one sentence") {
    Model model = exporting_model();
    const auto fault = [&] { return fault_of(model, model.view.exporter); };
    apply(model, NameTake{Take::incidents, "a.xyz"});
    CHECK(fault().find(".geojson") != std::string::npos);
    apply(model, NameTake{Take::incidents, ""});
    CHECK(fault() == "Incidents: name the file.");
    apply(model, NameTake{Take::incidents, "a.csv"});
    apply(model, WantTake{Take::bands, true});
    apply(model, NameTake{Take::bands, "a.csv"});
    CHECK(fault().find("a.csv") != std::string::npos);
    apply(model, WantTake{Take::incidents, false});
    apply(model, WantTake{Take::bands, false});
    CHECK(fault() == "Choose what to export.");
    apply(model, WantTake{Take::picture, true});
    apply(model, EditPicture{{"wide", 144, geo::Theme::light, ""}});
    CHECK(fault().find("\"wide\" is not a size") == 0);
    apply(model, EditPicture{{"100x100", 144, geo::Theme::light, ""}});
    CHECK(fault().find("200 to 16000") != std::string::npos);
    apply(model, AcceptDialog{});
    CHECK(exported(model).empty());
    CHECK(model.view.dialog.kind == Kind::export_layer);
}

TEST_CASE("one that failed is said and leaves the rest") {
    Model model = exporting_model();
    apply(model, WantTake{Take::bands, true});
    apply(model, AcceptDialog{});
    apply(model, ExportDone{false, "cannot write it", "/data/sample-shown.geojson"});
    CHECK(model.exporting);
    apply(model, ExportDone{true, "Wrote it", "/data/sample-bands.csv"});
    CHECK_FALSE(model.exporting);
    CHECK(model.notice.is_error);
    CHECK(model.notice.text == "Wrote 1 of 2 files: cannot write it");
    CHECK(model.view.taken[0].state == TakenFile::State::failed);
    CHECK(model.view.taken[1].state == TakenFile::State::done);
    apply(model, DismissTaken{});
    CHECK(model.view.taken.empty());
}

TEST_CASE("the dialog opens with one layer chosen, or with rows marked by hand") {
    Model model = test::sample_model();
    apply(model, ShowDialog{Kind::export_layer, What::map});
    CHECK(jobs_of(model.view.exporter).size() == 1);
    CHECK(model.view.dialog.path == "/data/sample-map.png");
    apply(model, MarkRows{{1, 3}, MarkMode::add});
    apply(model, ShowDialog{Kind::export_layer, What::incidents, true});
    CHECK(model.view.dialog.path == "/data/sample-marked.geojson");
    apply(model, AcceptDialog{});
    const auto& job = std::get<Export>(model.outbox.back()).job;
    REQUIRE(job.rows);
    CHECK(*job.rows->rows == geo::Selection{1, 3});
    CHECK(command_line_for(model, job).unsaid != "");
}

TEST_CASE("the next export remembers folder, formats and what was chosen") {
    Model model = exporting_model();
    apply(model, WantTake{Take::picture, true});
    apply(model, NameTake{Take::picture, "figure.svg"});
    apply(model, EditExportFolder{"/out"});
    apply(model, AcceptDialog{});
    apply(model, ShowDialog{Kind::export_layer});
    CHECK(model.view.exporter.folder == "/out");
    CHECK(jobs_of(model.view.exporter).size() == 2);
    CHECK(path_of(model.view.exporter, Take::picture) == "/out/sample-map.svg");
}

TEST_CASE("a picture's command shows what the window shows, in the picture's own theme") {
    Model model = exporting_model();
    apply(model, SetTheme{geo::Theme::dark});
    apply(model, ShowDialog{Kind::export_layer, What::map});
    const geo::CommandLine line = command_line_for(model, jobs_of(model.view.exporter).front());
    CHECK(line.unsaid == "");
    CHECK(line.text().find("--theme") == std::string::npos);
    CHECK(line.text().find("--view ") != std::string::npos);
    CHECK(line.text().find("--dpi 144") != std::string::npos);
}

TEST_CASE("saving goes to the study's own file, or asks for one") {
    Model model = test::sample_model();
    apply(model, SaveNow{});
    CHECK(model.view.dialog.kind == Kind::save_study);
    apply(model, CloseDialog{});
    apply(model, StudySaved{model.study, "/data/k.study.json"});
    apply(model, SetArea{"kp"});
    apply(model, SaveNow{});
    CHECK(model.view.dialog.kind == Kind::none);
    const auto& saved = std::get<SaveStudy>(model.outbox.back());
    CHECK(saved.path == "/data/k.study.json");
    CHECK(saved.study.filter.area == "kp");
    for (const Command& command : commands_of_key(model, {Key::s, true, true}, false)) apply(model, command);
    CHECK(model.view.dialog.kind == Kind::save_study);
}
