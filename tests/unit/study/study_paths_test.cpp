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

TEST_CASE("a study file that names files elsewhere is found out, links and all") {
    TemporaryFolder folder;
    namespace fs = std::filesystem;
    fs::create_directories(folder.file("in/data"));
    fs::create_directories(folder.file("out"));
    std::ofstream(folder.file("out/secret.csv")) << "id";
    fs::create_symlink("../out/secret.csv", folder.file("in/link.csv"));
    fs::create_symlink("../out", folder.file("in/folder"));
    const std::string file = folder.file("in/k.study.json");
    const auto outside = [&](const std::string& source, const std::string& border,
                             const std::string& output) {
        return named_outside(study_of(source, border, output), file);
    };
    CHECK(outside(folder.file("in/data/a.csv"), "osm", folder.file("in/new/out.png")).empty());
    CHECK(outside(folder.file("in/../in/a.csv"), "osm", "").empty());
    using Paths = std::vector<std::string>;
    CHECK(outside(folder.file("out/secret.csv"), "osm", "") == Paths{folder.file("out/secret.csv")});
    CHECK(outside(folder.file("in/../out/new.csv"), "osm", "") == Paths{folder.file("in/../out/new.csv")});
    CHECK(outside(folder.file("in/link.csv"), "osm", "") == Paths{folder.file("in/link.csv")});
    CHECK(outside(folder.file("in/a.csv"), "/etc/passwd", folder.file("in/folder/new.png")) ==
          Paths{folder.file("in/folder/new.png"), "/etc/passwd"});
    CHECK(outside(folder.file("inside.csv"), "osm", "").size() == 1); // a name that only begins alike
    CHECK(outside("PG:host=x", "osm", "").empty());
    CHECK(names_network(study_of("PG:host=x")));
    CHECK(names_network(study_of("/a.csv", "PG:host=x")));
    CHECK_FALSE(names_network(study_of("/a.csv")));
}

TEST_CASE("how incidents are made for publishing is saved with their output") {
    Study study = study_of("/a.csv");
    OutputSpec output{OutputSpec::What::incidents, "/o.csv"};
    output.keep_formulas = true;
    output.publish = {CoarseGrid{0.25, CoarseGrid::Unit::degrees}, 7};
    study.outputs = {output};
    CHECK(study_from_json(json_from_study(study), "") == study);
    for (const char* wrong : {R"("coarsen":"10")", R"("coarsen":"0.01km")", R"("merge_under":5)",
                              R"("coarsen":"1km","merge_under":-1)", R"("coarsen":"1km","what":"density")",
                              R"("coarsen":"nankm")"})
        CHECK_THROWS_WITH(
            study_from_json(std::string(R"({"source":{"path":"a"},"outputs":[{"path":"o",)") + wrong + "}]}",
                            ""),
            Catch::Contains("'outputs"));
}

TEST_CASE("sizes of cells are read back as they are written") {
    for (const char* word : {"10km", "0.1deg", "0.25km", "12.345km", "1000km", "10deg", "0.001deg"}) {
        const auto grid = coarse_grid_from_text(word);
        REQUIRE(grid);
        CHECK(word_of(*grid) == word);
    }
    CHECK(coarse_grid_from_text("500 m") == CoarseGrid{0.5, CoarseGrid::Unit::km});
    CHECK(coarse_grid_from_text(" 1 DEG ") == CoarseGrid{1, CoarseGrid::Unit::degrees});
    for (const char* word :
         {"", "10", "km", "-1km", "0km", "0.0001deg", "11deg", "1001km", "1e999km", "ten km", "10mi"})
        CHECK_FALSE(coarse_grid_from_text(word));
}
