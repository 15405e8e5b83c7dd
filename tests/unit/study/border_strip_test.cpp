#include "geo/study/border_strip.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "geo/study/evaluate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

Snapshot evaluated(const Study& study) {
    NoProgress progress;
    return evaluate(study, {}, progress);
}

struct Written {
    std::string id, day;
    LonLat place;
};

/// The strip of a file of these incidents.
BorderStrip strip_of(TemporaryFolder& folder, const std::vector<Written>& incidents, StripSpec spec = {},
                     std::vector<std::string> neighbours = {"AFG", "IRN"}) {
    const std::string path = folder.file("places.csv");
    std::ofstream file(path);
    file << "id,date,longitude,latitude\n";
    for (const Written& i : incidents) {
        file << i.id << ',' << i.day << ',';
        if (std::isnan(i.place.lon_deg))
            file << ",\n";
        else
            file << i.place.lon_deg << ',' << i.place.lat_deg << '\n';
    }
    file.close();
    Study study;
    study.source.path = path;
    study.strip = spec;
    study.border.neighbours = neighbours;
    return *evaluated(study).strip.value;
}

const LonLat kPeshawar{71.5249, 34.0151}, kJalalabad{70.4515, 34.4265}, kTurbat{63.0544, 26.0012};

} // namespace

TEST_CASE("incidents stand on either side of the line that is nearest to them, as far as they are from it") {
    TemporaryFolder folder;
    const BorderStrip strip = strip_of(
        folder,
        {{"p", "2020-01-01", kPeshawar}, {"j", "2021-01-01", kJalalabad}, {"t", "2022-01-01", kTurbat}});
    REQUIRE(strip.lines.size() == 2);
    REQUIRE(strip.marks.size() == 3);
    CHECK(strip.lines[0].neighbour == "AFG");
    CHECK(strip.lines[0].n_inside == 1);
    CHECK(strip.lines[0].n_outside == 1);
    CHECK(strip.lines[1].n_inside == 1);
    CHECK(strip.lines[0].length_m == Approx(2790216.72).margin(0.02));
    for (const StripMark& mark : strip.marks) {
        CHECK(mark.along_m > 0);
        CHECK(mark.along_m < strip.lines[mark.line].length_m);
        CHECK_FALSE(mark.undetermined);
    }
    const auto mark_of = [&](RowId row) {
        return *std::find_if(strip.marks.begin(), strip.marks.end(),
                             [&](const StripMark& m) { return m.row == row; });
    };
    CHECK(mark_of(0).signed_m == Approx(40'021.68).margin(0.01)); // as in tests/golden/plain_incidents
    CHECK(mark_of(1).signed_m < 0);
    CHECK(mark_of(2).line == 1);
    CHECK(mark_of(0).step < mark_of(2).step); // old to new
}

TEST_CASE("places beside the line stand with their kilometre, so that a reader knows where he is") {
    TemporaryFolder folder;
    const BorderStrip strip = strip_of(folder, {{"p", "2020-01-01", kPeshawar}});
    const auto& places = strip.lines[0].places;
    const auto peshawar =
        std::find_if(places.begin(), places.end(), [](const auto& p) { return p.name == "Peshawar"; });
    REQUIRE(peshawar != places.end());
    CHECK(peshawar->along_m == Approx(strip.marks[0].along_m).margin(20'000));
    CHECK(peshawar->signed_m > 0);
    for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i - 1].rank <= places[i].rank);
}

TEST_CASE("incidents beyond the reach and without a place are counted, none is lost") {
    TemporaryFolder folder;
    const BorderStrip strip = strip_of(folder,
                                       {{"p", "2020-01-01", kPeshawar},
                                        {"l", "2020-01-01", {74.34, 31.55}}, // Lahore
                                        {"n", "2020-01-01", {NAN, NAN}}},
                                       {kilometres(20)});
    CHECK(strip.marks.empty());
    CHECK(strip.n_unlocated == 1);
    CHECK(strip.lines[0].n_beyond + strip.lines[1].n_beyond == 2);
}

TEST_CASE("with one neighbour all incidents are measured to its line") {
    TemporaryFolder folder;
    const BorderStrip strip = strip_of(folder, {{"t", "2022-01-01", kTurbat}}, {kilometres(1000)}, {"AFG"});
    REQUIRE(strip.lines.size() == 1);
    CHECK(strip.lines[0].n_shown() == 1);
}

TEST_CASE("no incidents, one, all at one place and all on one day have a strip") {
    TemporaryFolder folder;
    CHECK(strip_of(folder, {{"l", "2020-01-01", {74.34, 31.55}}}).marks.empty());
    const std::vector<Written> same(5, {"p", "2020-01-01", kPeshawar});
    const BorderStrip strip = strip_of(folder, same);
    CHECK(strip.discs.size() == 5);
    REQUIRE(strip.dates);
    CHECK(strip.dates->one_day());
}

TEST_CASE("very many incidents are drawn together and none of them is lost") {
    TemporaryFolder folder;
    std::vector<Written> many;
    for (int i = 0; i < 4000; ++i)
        many.push_back({std::to_string(i),
                        i % 2 == 0 ? "2020-01-01" : "2021-12-31",
                        {71.2 + 0.0003 * i, 33.6 + 0.0002 * (i % 97)}});
    const BorderStrip strip = strip_of(folder, many, {kilometres(400)});
    CHECK(strip.marks.size() == 4000);
    CHECK(strip.discs_are_means);
    CHECK(strip.discs.size() < 4000);
    std::uint64_t n = 0;
    for (const StripDisc& disc : strip.discs) n += disc.n;
    CHECK(n == 4000);
}

TEST_CASE("the strip of the real file holds each of its incidents once") {
    const std::string path = BORDERLENS_SHARED_DIR "/data/incidents/ucdp_ged_pakistan.csv";
    if (!std::filesystem::exists(path)) {
        WARN("skipped: the real incident file is not here");
        return;
    }
    Study study;
    study.source.path = path;
    study.strip.emplace();
    const Snapshot snapshot = evaluated(study);
    const BorderStrip& strip = *snapshot.strip.value;
    std::uint64_t n = strip.n_unlocated;
    for (const StripLine& line : strip.lines) n += line.n_shown() + line.n_beyond;
    CHECK(n == snapshot.table()->size());
    CHECK(strip.marks.size() == strip.lines[0].n_shown() + strip.lines[1].n_shown());
    const Proximity& proximity = *snapshot.proximity.value;
    for (const StripMark& mark : strip.marks) {
        CHECK(std::abs(mark.signed_m) == proximity.distance_m[mark.row]);
        CHECK(mark.along_m == proximity.along_m[mark.row]);
    }
}
