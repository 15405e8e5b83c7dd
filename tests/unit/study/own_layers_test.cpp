#include "geo/study/own_layers.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "geo/core/error.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/io/backdrop_source.hpp"
#include "geo/io/grid_export.hpp"
#include "geo/layer/contrast.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/stages.hpp"
#include "geo/study/words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

/// 40 x 20 cells of 10 km on a plane around 70° E 33° N: a ramp from west to east, the northern half without
/// a value.
std::string ramp_file(const TemporaryFolder& folder) {
    GridToWrite grid;
    grid.shape.n_columns = 40;
    grid.shape.n_rows = 20;
    grid.shape.cell_m = 10000;
    grid.shape.west_m = -200000;
    grid.shape.south_m = -100000;
    for (int row = 0; row < 20; ++row)
        for (int column = 0; column < 40; ++column)
            grid.values.push_back(row < 10 ? static_cast<float>(column) : std::nanf(""));
    grid.crs = "+proj=laea +lat_0=33 +lon_0=70 +datum=WGS84 +units=m";
    grid.provenance = "{}";
    const std::string path = folder.file("ramp.tif");
    write_geotiff(grid, path);
    return path;
}

const std::uint8_t* pixel_at(const RasterImage& image, LonLat place) {
    const Mercator at = mercator_from_lonlat(place);
    const auto column =
        static_cast<std::size_t>((at.x_m - image.low.x_m) / (image.high.x_m - image.low.x_m) * image.width);
    const auto row =
        static_cast<std::size_t>((image.high.y_m - at.y_m) / (image.high.y_m - image.low.y_m) * image.height);
    return image.rgba.data() + 4 * (row * image.width + column);
}

std::string roads_file(const TemporaryFolder& folder) {
    std::ofstream(folder.file("roads.geojson"))
        << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"Name":"N-55","lanes":2},)"
        << R"("geometry":{"type":"LineString","coordinates":[[70,33],[71,34]]}}]})";
    return folder.file("roads.geojson");
}

} // namespace

TEST_CASE("colours of reference layers are seen on the ground of both themes") {
    for (const Theme theme : {Theme::light, Theme::dark})
        for (const Rgba color : kReferenceColors)
            CHECK(contrast_ratio(color, map_colors(theme).study_land) >= 3);
}

TEST_CASE("a reference file is read with its fields, and its names from the field asked for") {
    TemporaryFolder folder;
    NoProgress progress;
    const std::string path = roads_file(folder);
    const DrawnReference plain = read_reference({path, ""}, progress);
    CHECK(plain.fields == std::vector<std::string>{"Name", "lanes"});
    CHECK_FALSE(plain.labels);
    const DrawnReference named = read_reference({path, "Name"}, progress);
    REQUIRE(named.labels);
    CHECK((*named.labels)[0].text == "N-55");
}

TEST_CASE("a backdrop lies where its file says, stretched in grey, transparent without data") {
    TemporaryFolder folder;
    NoProgress progress;
    const RasterImage image = read_backdrop(ramp_file(folder), 512, progress);
    CHECK(std::max(image.width, image.height) <= 512);
    const std::uint8_t* west = pixel_at(image, {68.5, 32.5});
    const std::uint8_t* east = pixel_at(image, {71.5, 32.5});
    CHECK(west[3] == 255);
    CHECK(east[0] > west[0] + 80);
    CHECK(east[0] == east[1]);
    CHECK(pixel_at(image, {70, 33.6})[3] == 0);
}

TEST_CASE("a backdrop is never larger than asked") {
    TemporaryFolder folder;
    NoProgress progress;
    const RasterImage small = read_backdrop(ramp_file(folder), 16, progress);
    CHECK(std::max(small.width, small.height) == 16);
    CHECK(small.rgba.size() == std::size_t{4} * small.width * small.height);
}

TEST_CASE("a raster without a place is refused in a sentence") {
    TemporaryFolder folder;
    NoProgress progress;
    std::ofstream(folder.file("far.asc"))
        << "ncols 2\nnrows 2\nxllcorner 700000\nyllcorner 3300000\ncellsize 10\n1 2\n3 4\n";
    CHECK_THROWS_WITH(read_backdrop(folder.file("far.asc"), 64, progress),
                      Catch::Contains("states no coordinate reference system"));
    std::ofstream(folder.file("near.asc"))
        << "ncols 2\nnrows 2\nxllcorner 70\nyllcorner 33\ncellsize 1\n1 2\n3 4\n";
    CHECK_FALSE(read_backdrop(folder.file("near.asc"), 64, progress).crs_stated);
    std::ofstream(folder.file("no.tif")) << "not a raster";
    CHECK_THROWS_WITH(read_backdrop(folder.file("no.tif"), 64, progress), Catch::StartsWith("cannot show "));
    CHECK_THROWS_AS(read_backdrop("/vsicurl/http://example.org/a.tif", 64, progress), Error);
}

TEST_CASE("own layers are on the map, in the legend, in the sources and in the provenance") {
    TemporaryFolder folder;
    NoProgress progress;
    Study study;
    study.source.path = "a.csv";
    study.map.emplace().references.push_back(
        {.path = roads_file(folder), .label_field = "", .opacity = 0.5f});
    study.map->references.push_back({.path = folder.file("gone.geojson"), .label_field = ""});
    study.map->backdrop = BackdropSpec{.path = ramp_file(folder)};
    Snapshot snapshot;
    snapshot.references.resize(2);
    snapshot.references[0] = {{study.map->references[0].path, ""},
                              {},
                              std::make_shared<const DrawnReference>(
                                  read_reference({study.map->references[0].path, ""}, progress))};
    snapshot.backdrop = {
        study.map->backdrop->path,
        {},
        std::make_shared<const RasterImage>(read_backdrop(study.map->backdrop->path, 64, progress))};
    const auto drawn_with = [&](const Scene& scene, const std::string& id) {
        return std::count_if(scene.layers.begin(), scene.layers.end(),
                             [&](const Layer& layer) { return layer.id == id && layer.visible; });
    };
    Scene scene = make_scene(study, snapshot);
    CHECK(scene.layers.front().id == "backdrop");
    CHECK(drawn_with(scene, "reference 0") == 1);
    CHECK(drawn_with(scene, "reference 1") == 0);
    CHECK(scene.legend.back().items.size() == 1);
    CHECK(scene.legend.back().items[0].text == "roads.geojson");
    CHECK(scene.text.attributions ==
          std::vector<std::string>{"Reference layer, source: roads.geojson as given by the user",
                                   "Backdrop, source: ramp.tif as given by the user"});
    const std::string provenance = provenance_of(study, snapshot);
    CHECK_THAT(provenance, Catch::Contains("roads.geojson as given by the user"));
    CHECK_THAT(provenance, !Catch::Contains(folder.path().string())); // folders are the user's own

    study.map->references[0].visible = false;
    study.map->backdrop->visible = false;
    scene = make_scene(study, snapshot);
    CHECK(drawn_with(scene, "reference 0") == 0);
    CHECK(scene.text.attributions.empty());
}
