#include "geo/study/study_paths.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "geo/study/study_json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

Study study_of(const std::string& source, const std::string& border = "osm", const std::string& output = "") {
    Study study;
    study.source.path = source;
    study.border.set = border;
    if (!output.empty()) study.outputs = {{OutputSpec::What::map, output}};
    return study;
}

} // namespace

TEST_CASE("paths in the study's folder and beside it become relative") {
    const Study study = with_paths_relative_to(
        study_of("/home/me/data/a.csv", "/home/me/studies/line.shp", "/home/me/studies/out/m.png"),
        "/home/me/studies/khyber.study.json");
    CHECK(study.source.path == "../data/a.csv");
    CHECK(study.border.set == "line.shp");
    CHECK(study.outputs[0].path == "out/m.png");
}

TEST_CASE("a path that shares only the root, and what is no path, stay as they are") {
    const std::string file = "/home/me/k.study.json";
    CHECK(with_paths_relative_to(study_of("/mnt/usb/a.csv"), file).source.path == "/mnt/usb/a.csv");
    CHECK(with_paths_relative_to(study_of("-"), file).source.path == "-");
    CHECK(with_paths_relative_to(study_of("PG:dbname=x"), file).source.path == "PG:dbname=x");
    CHECK(with_paths_relative_to(study_of("/home/me/a.csv", "ne10m"), file).border.set == "ne10m");
}

TEST_CASE("area, references and backdrop are among the paths of a study") {
    Study study = study_of("/home/me/a.csv");
    study.filter.area = "/home/me/zone.geojson";
    study.map.emplace().references.resize(1);
    study.map->references[0].path = "/home/me/layers/roads.gpkg";
    study.map->backdrop = BackdropSpec{.path = "/home/me/layers/relief.tif"};
    const Study relative = with_paths_relative_to(study, "/home/me/k.study.json");
    CHECK(relative.filter.area == "zone.geojson");
    CHECK(relative.map->references[0].path == "layers/roads.gpkg");
    CHECK(relative.map->backdrop->path == "layers/relief.tif");
    study.filter.area = "kp";
    CHECK(with_paths_relative_to(study, "/home/me/k.study.json").filter.area == "kp");
}

TEST_CASE("a folder with a study and its data can be moved") {
    TemporaryFolder folder;
    namespace fs = std::filesystem;
    fs::create_directories(folder.file("one/data"));
    Study study = study_of(folder.file("one/data/a.csv"), "osm", folder.file("one/map.svg"));
    save_study(study, folder.file("one/k.study.json"));
    fs::rename(folder.file("one"), folder.file("two"));
    const Study moved = load_study(folder.file("two/k.study.json"));
    CHECK(moved.source.path == folder.file("two/data/a.csv"));
    CHECK(moved.outputs[0].path == folder.file("two/map.svg"));
}

TEST_CASE("the columns an export keeps are saved with it") {
    Study study = study_of("/a.csv");
    study.outputs = {{OutputSpec::What::incidents, "/o.csv", ColumnsKept::no_text}};
    CHECK(study_from_json(json_from_study(study), "") == study);
    CHECK_THROWS_WITH(
        study_from_json(R"({"source":{"path":"a"},"outputs":[{"path":"o","columns":"some"}]})", ""),
        Catch::Contains("'outputs.columns'"));
}
