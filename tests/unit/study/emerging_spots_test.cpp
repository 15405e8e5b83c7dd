#include "geo/study/emerging_spots.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "geo/core/error.hpp"
#include "geo/study/evaluate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

const std::string kUcdp = BORDERLENS_SHARED_DIR "/data/incidents/ucdp_ged_pakistan.csv";

Snapshot evaluated(const std::string& path, CalendarUnit unit, const Filter& filter = {}) {
    Study study;
    study.source.path = path;
    study.filter = filter;
    study.hot_spots.emplace().emerging = unit;
    NoProgress progress;
    return evaluate(study, {}, progress);
}

/// So many incidents a year at each of two places: by year from 2010.
EmergingSpots spots_of(TemporaryFolder& folder, const std::vector<int>& at_quetta,
                       const std::vector<int>& at_bannu) {
    const std::string path = folder.file("places.csv");
    std::ofstream file(path);
    file << "id,date,longitude,latitude\n";
    int id = 0;
    const auto write = [&](const std::vector<int>& counts, const char* place) {
        for (std::size_t year = 0; year < counts.size(); ++year)
            for (int i = 0; i < counts[year]; ++i)
                file << ++id << ',' << 2010 + year << "-06-01," << place << '\n';
    };
    write(at_quetta, "67.00,30.18");
    write(at_bannu, "70.60,32.99");
    file << "first,2010-01-01,62.3,25.2\nlast,2021-12-31,62.3,25.2\n"; // whole years
    file.close();
    return *evaluated(path, CalendarUnit::year).emerging.value;
}

EmergingClass class_near(const EmergingSpots& spots, const char* name) {
    const auto region =
        std::find_if(spots.regions.begin(), spots.regions.end(),
                     [&](const EmergingRegion& r) { return r.near == std::string("near ") + name; });
    return region == spots.regions.end() ? EmergingClass::none : region->emerging;
}

} // namespace

TEST_CASE("hot spots that last, come and are over have their classes") {
    TemporaryFolder folder;
    const std::vector<int> lasting{30, 31, 30, 32, 29, 30, 31, 30, 30, 32, 31, 30};
    const std::vector<int> late{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 40};
    const EmergingSpots spots = spots_of(folder, lasting, late);
    CHECK(spots.n_steps == 12);
    CHECK_FALSE(spots.first_is_partial);
    CHECK_FALSE(spots.last_is_partial);
    CHECK(spots.n_incidents == 366 + 80 + 2);
    const EmergingClass at_quetta = class_near(spots, "Quetta");
    CHECK((at_quetta == EmergingClass::persistent_hot || at_quetta == EmergingClass::intensifying_hot));
    CHECK(class_near(spots, "Bannu") == EmergingClass::consecutive_hot);
}

TEST_CASE("one incident, all at one place and all on one day have emerging hot spots without fuss") {
    TemporaryFolder folder;
    CHECK(spots_of(folder, {1}, {}).found.size() == 4843);
    const std::string path = folder.file("one.csv");
    std::ofstream(path) << "id,date,longitude,latitude\n1,2020-05-01,67,30.18\n2,2020-05-01,67,30.18\n";
    const EmergingSpots spots = *evaluated(path, CalendarUnit::month).emerging.value;
    CHECK(spots.n_steps == 1);
    CHECK_FALSE(spots.first_is_partial); // the first of May
    CHECK(spots.last_is_partial);
    CHECK(class_near(spots, "Quetta") == EmergingClass::new_hot);
    CHECK(cautions_of(spots).size() == 2);
}

TEST_CASE("nothing that passes has no steps, and every class is none") {
    TemporaryFolder folder;
    const std::string path = folder.file("none.csv");
    std::ofstream(path) << "id,date,longitude,latitude\n1,2020-05-01,67,30.18\n";
    Filter filter;
    filter.where = "id = '2'";
    const EmergingSpots spots = *evaluated(path, CalendarUnit::year, filter).emerging.value;
    CHECK(spots.n_steps == 0);
    CHECK(spots.n_by_class[0] == spots.found.size());
}

TEST_CASE("weeks are refused, and so are more cells and steps than memory holds") {
    TemporaryFolder folder;
    const std::string path = folder.file("one.csv");
    std::ofstream(path) << "id,date,longitude,latitude\n1,1000-05-01,67,30.18\n2,2020-05-01,67,30.18\n";
    CHECK_THROWS_AS(evaluated(path, CalendarUnit::week), Error);
    CHECK_THROWS_AS(evaluated(path, CalendarUnit::month), Error);
}

TEST_CASE("the cells of the real file are those of its hot spots, each with one class") {
    if (!std::filesystem::exists(kUcdp)) {
        WARN("skipped: the real incident file is not here");
        return;
    }
    const Snapshot snapshot = evaluated(kUcdp, CalendarUnit::year);
    const EmergingSpots& spots = *snapshot.emerging.value;
    const HotSpots& hot = *snapshot.hot_spots.value;
    REQUIRE(spots.found.size() == hot.found.size());
    CHECK(spots.n_steps == 33);
    CHECK(spots.n_incidents == hot.n_incidents);
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < hot.found.size(); ++i) {
        CHECK(spots.units->slot(i) == hot.units->slot(i));
        CHECK(spots.found[i].count == hot.found[i].count);
        if (is_hot(spots.found[i].emerging)) CHECK(spots.found[i].n_hot > 0);
    }
    for (const std::uint32_t of_class : spots.n_by_class) n += of_class;
    CHECK(n == spots.found.size());
}
