#include "geo/study/hot_spots.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/geometry/cell_cover.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/near_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

const std::string kUcdp = BORDERLENS_SHARED_DIR "/data/incidents/ucdp_ged_pakistan.csv";

Study study_of(const std::string& path) {
    Study study;
    study.source.path = path;
    study.hot_spots.emplace();
    return study;
}

Snapshot evaluated(const Study& study, const Snapshot& before = {}) {
    NoProgress progress;
    return evaluate(study, before, progress);
}

/// A file of incidents at these places, all on one day.
HotSpots spots_of(TemporaryFolder& folder, const std::vector<LonLat>& places) {
    const std::string path = folder.file("places.csv");
    std::ofstream file(path);
    file << "id,date,longitude,latitude\n";
    for (std::size_t i = 0; i < places.size(); ++i)
        file << i << ",2020-05-01," << places[i].lon_deg << ',' << places[i].lat_deg << '\n';
    file.close();
    return *evaluated(study_of(path)).hot_spots.value;
}

} // namespace

TEST_CASE("hot spots of the real file are those of spdep") {
    if (!std::filesystem::exists(kUcdp)) {
        WARN("skipped: the real incident file is not here");
        return;
    }
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/gi_star.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    const Snapshot snapshot = evaluated(study_of(kUcdp));
    const HotSpots& spots = *snapshot.hot_spots.value;
    CHECK(spots.found.size() == kept["cells"].get<std::size_t>());
    CHECK(spots.n_incidents == kept["incidents"].get<std::uint64_t>());
    const auto n = [&](HotClass c) { return spots.n_by_class[static_cast<std::size_t>(c)]; };
    CHECK(n(HotClass::hot99) == kept["hot_99"].get<std::uint32_t>());
    CHECK(n(HotClass::hot95) == kept["hot_95"].get<std::uint32_t>());
    CHECK(n(HotClass::hot90) == kept["hot_90"].get<std::uint32_t>());
    CHECK(n(HotClass::cold90) + n(HotClass::cold95) + n(HotClass::cold99) == kept["cold"].get<std::uint32_t>());
    double worst_z = 0, worst_q = 0;
    for (std::size_t i = 0; i < kept["z"].size(); ++i) {
        const auto at = spots.units->layout()->cell_of({kept["centre_x_m"][i].get<double>(), kept["centre_y_m"][i].get<double>()});
        REQUIRE(at);
        std::size_t unit = 0;
        while (unit < spots.found.size() && spots.units->slot(unit) != *at) ++unit;
        REQUIRE(unit < spots.found.size());
        const HotUnit* cell = &spots.found[unit];
        CHECK(cell->count == kept["count"][i].get<std::uint32_t>());
        worst_z = std::max(worst_z, std::abs(cell->z - kept["z"][i].get<double>()));
        worst_q = std::max(worst_q, std::abs(cell->q - kept["q"][i].get<double>()));
    }
    CHECK(worst_z < 1e-10);
    CHECK(worst_q < 1e-10);
    REQUIRE(spots.regions.size() == 5);
    CHECK(spots.regions[4].near == "near Quetta");
    std::uint32_t in_regions = 0;
    for (const HotRegion& region : spots.regions) in_regions += region.n_units;
    CHECK(in_regions == n(HotClass::hot99) + n(HotClass::hot95) + n(HotClass::hot90));
}

TEST_CASE("hot spots of one incident, of all at one place, and of none in the area") {
    TemporaryFolder folder;
    const LonLat quetta{66.9967, 30.1798};
    const HotSpots one = spots_of(folder, {quetta});
    CHECK(one.n_incidents == 1);
    CHECK(one.mean == Approx(1.0 / static_cast<double>(one.found.size())));
    CHECK(one.n_weak == one.found.size()); // one incident is no pattern
    const HotSpots heap = spots_of(folder, std::vector<LonLat>(500, quetta));
    REQUIRE(heap.regions.size() == 1);
    CHECK(heap.regions[0].count == 500);
    CHECK(heap.regions[0].near == "near Quetta");
    // z does not depend on how many there are: the pattern is the same.
    CHECK(heap.found[heap.regions[0].peak].z == Approx(one.found[one.regions[0].peak].z));
    const HotSpots outside = spots_of(folder, {{10, 50}, {11, 51}});
    CHECK(outside.n_incidents == 0);
    CHECK(outside.n_left_out == 2);
    CHECK(outside.regions.empty());
    CHECK(outside.n_by_class[0] == outside.found.size());
    CHECK(std::isnan(outside.found[0].z));
}

TEST_CASE("another radius keeps the cells, another cell makes new ones") {
    TemporaryFolder folder;
    const std::string path = folder.file("a.csv");
    std::ofstream(path) << "id,date,longitude,latitude\n1,2020-01-01,67,30\n2,2020-01-02,67.1,30\n";
    Study study = study_of(path);
    const Snapshot first = evaluated(study);
    study.hot_spots->radius = kilometres(35);
    const Snapshot second = evaluated(study, first);
    CHECK(second.cell_cover.value == first.cell_cover.value);
    CHECK(second.hot_spots.value != first.hot_spots.value);
    study.hot_spots->units = HotUnits::hexagon;
    study.filter.area = "balochistan";
    const Snapshot third = evaluated(study, second);
    CHECK(third.cell_cover.value != second.cell_cover.value);
    CHECK(third.hot_spots.value->found.size() < first.hot_spots.value->found.size());
    CHECK(third.hot_spots.value->n_incidents == 2);
}

TEST_CASE("cells that only touch an area are not in it") {
    const Polygon area{{{0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}}, {}};
    const Polygon next{{{2, 0}, {4, 0}, {4, 1}, {2, 1}, {2, 0}}, {}};
    const auto square = [](double x, double y) {
        return Ring{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
    };
    const std::vector<Cover> covers = covers_of(
        {area, next}, std::vector<Ring>{square(0, 0), square(1.5, 0), square(3.5, 0), square(4, 0), square(0, 1),
                                        square(-5, 0)});
    CHECK(covers[0] == Cover::whole); // shares three edges from within
    CHECK(covers[1] == Cover::whole); // over the edge that both share
    CHECK(covers[2] == Cover::part);
    CHECK(covers[3] == Cover::none);
    CHECK(covers[4] == Cover::none);
    CHECK(covers[5] == Cover::none);
    CHECK(covers_of({}, std::vector<Ring>{square(0, 0)})[0] == Cover::none);
}

TEST_CASE("a place is told by the nearest town and the wind") {
    const std::vector<ReferencePlace> towns{{"Quetta", "", "", {67.0, 30.18}, 1}, {"Sibi", "", "", {67.88, 29.54}, 3}};
    CHECK(near_in_words({67.02, 30.2}, towns) == "near Quetta");
    CHECK(near_in_words({67.0, 30.58}, towns) == "44 km N of Quetta");
    CHECK(near_in_words({66.6, 30.18}, towns) == "39 km W of Quetta");
    CHECK(near_in_words({67.0, 30.2}, {}).empty());
}
