#include <algorithm>
#include <limits>
#include <numeric>

#include "app/viewer/band_highlight.hpp"
#include "app/viewer/distance_bins.hpp"
#include "geo/study/clusters.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

geo::Proximity proximity_of(std::vector<double> distance_m, std::vector<std::uint8_t> neighbour) {
    geo::Proximity proximity;
    proximity.neighbours = {{"AFG", {}, {}}, {"IRN", {}, {}}};
    proximity.distance_m = std::move(distance_m);
    proximity.neighbour = std::move(neighbour);
    return proximity;
}

} // namespace

TEST_CASE("every incident is in one bin of distance, beyond the last, or without a place") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const geo::Proximity proximity = proximity_of({0, 4999.9, 5000, 199'999, 200'000, nan, 7000}, {0, 0, 1, 1, 0, 0, 0});
    const DistanceBins bins = distance_bins(proximity, {0, 1, 2, 3, 4, 5, 6});
    CHECK(bins.size() == kDistanceBins);
    CHECK(bins.counts[0][0] == 2);
    CHECK(bins.counts[1][1] == 1);
    CHECK(bins.at(1) == 2);
    CHECK(bins.counts[1][kDistanceBins - 1] == 1);
    CHECK(bins.n_beyond == 1);
    CHECK(bins.n_without == 1);
    CHECK(bins.top == 2);
    CHECK(distance_bins(proximity, {5}).top == 0);
}

TEST_CASE("a band under the mouse lights its incidents up and leaves the others faint") {
    Model model = test::sample_model();
    geo::Scene scene = model.scene;
    geo::Snapshot snapshot = *model.run.snapshot;
    auto proximity = std::make_shared<geo::Proximity>();
    proximity->distance_m = {1000, 6000, 7000, 90'000, std::numeric_limits<double>::quiet_NaN()};
    snapshot.proximity.value = proximity;
    auto bands = std::make_shared<geo::BandTable>();
    bands->bands = {{0, 5000, 1, 0, 0}, {5000, 10'000, 2, 0, 0}};
    snapshot.bands.value = bands;
    light_band(scene, snapshot, 1);
    REQUIRE(scene.layers.size() == model.scene.layers.size() + 1);
    CHECK(scene.layers[0].opacity < model.scene.layers[0].opacity);
    const auto& lit = std::get<geo::PointLayer>(scene.layers[1].body);
    CHECK(lit.geometry->row == std::vector<std::uint32_t>{1, 2});
    light_band(scene, snapshot, 99); // the bands have changed since the mouse was there
    CHECK(scene.layers.size() == model.scene.layers.size() + 1);
}

TEST_CASE("a cluster under the mouse lights its hull and its incidents up") {
    Model model = test::sample_model();
    geo::Scene scene = model.scene;
    geo::Snapshot snapshot = *model.run.snapshot;
    auto clusters = std::make_shared<geo::Clusters>();
    clusters->label = {0, -1, 0, 0, 1};
    clusters->clusters.resize(2);
    clusters->clusters[0].shape = geo::HullShape::polygon;
    clusters->clusters[0].hull = {{70, 30}, {71, 30}, {71, 31}, {70, 30}};
    snapshot.clusters.value = clusters;
    const std::size_t before = scene.layers.size();
    light_cluster(scene, snapshot, 0);
    CHECK(scene.layers.size() == before + 3); // its ground, its outline, its incidents
    const auto lit = std::find_if(scene.layers.begin(), scene.layers.end(),
                                  [](const geo::Layer& layer) { return layer.id == "lit incidents"; });
    REQUIRE(lit != scene.layers.end());
    CHECK(std::get<geo::PointLayer>(lit->body).geometry->row == std::vector<std::uint32_t>{0, 2, 3});
    light_cluster(scene, snapshot, 99); // there are others since the mouse was there
    CHECK(scene.layers.size() == before + 3);
}
