#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/write_outputs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

constexpr const char* kIncidents = "incidents/ucdp_ged_pakistan.csv";
constexpr const char* kDistricts = "areas/pakistan_districts_osm2026.geojson";

/// Squares of one degree from 60° E, 28° N on, row by row; "r1c2" is the third of the second row. The last
/// row is an island far off.
std::string grid_of_districts(int n_columns, int n_rows, bool with_population = false) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int row = 0; row <= n_rows; ++row)
        for (int column = 0; column < (row == n_rows ? 1 : n_columns); ++column) {
            const double x = 60 + column, y = row == n_rows ? 45 : 28 + row;
            nlohmann::json feature{
                {"type", "Feature"},
                {"properties",
                 {{"name",
                   row == n_rows ? "Island" : "r" + std::to_string(row) + "c" + std::to_string(column)}}}};
            if (with_population && !(row == 0 && column == 0))
                feature["properties"]["population"] = 1000 * (1 + column);
            feature["geometry"] = {
                {"type", "Polygon"},
                {"coordinates", {{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}}}}};
            text += (text.back() == '[' ? "" : ",") + feature.dump();
        }
    return text + "]}";
}

struct Files {
    TemporaryFolder folder;
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder.file(name), std::ios::binary) << text;
        return folder.file(name);
    }
    Study study(const std::string& incidents, const std::string& polygons) const {
        Study study;
        study.source.path = write("incidents.csv", incidents);
        study.districts.path = write("districts.geojson", polygons);
        study.hot_spots.emplace().units = HotUnits::district;
        return study;
    }
};

Snapshot evaluated(const Study& study, const Snapshot& before = {}) {
    NoProgress progress;
    return evaluate(study, before, progress);
}
HotSpots spots_of(const Study& study) { return *evaluated(study).hot_spots.value; }

/// So many incidents in the middle of the square, in a year.
std::string incidents_in(int column, int row, int n, int year = 2020) {
    std::string text;
    for (int i = 0; i < n; ++i)
        text += std::to_string(year) + "-06-01," + std::to_string(60.5 + column) + "," +
                std::to_string(28.5 + row) + "\n";
    return text;
}
const std::string kHeader = "date,longitude,latitude\n";

const HotUnit& unit_named(const HotSpots& spots, const std::string& name) {
    for (std::size_t i = 0; i < spots.found.size(); ++i)
        if (spots.units->name(i) == name) return spots.found[i];
    throw std::runtime_error("no district " + name);
}

} // namespace

TEST_CASE("hot spots of the real districts are those of spdep") {
    if (!real::present(kIncidents)) return;
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/districts.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    Study study;
    study.source.path = real::shared(kIncidents).string();
    study.districts.path = real::shared(kDistricts).string();
    study.hot_spots.emplace().units = HotUnits::district;
    const HotSpots spots = spots_of(study);
    REQUIRE(spots.found.size() == kept["name"].size());
    double worst_z = 0, worst_q = 0;
    std::array<std::uint32_t, 3> n_hot{};
    for (std::size_t i = 0; i < spots.found.size(); ++i) {
        INFO(kept["name"][i].get<std::string>());
        CHECK(spots.units->name(i) == kept["name"][i].get<std::string>());
        CHECK(spots.found[i].count == kept["sure"][i].get<std::uint32_t>());
        CHECK(spots.found[i].n_neighbours == kept["n_neighbours"][i].get<std::uint32_t>());
        const double q = kept["q"][i].get<double>(), z = kept["z"][i].get<double>();
        worst_z = std::max(worst_z, std::abs(spots.found[i].z - z));
        worst_q = std::max(worst_q, std::abs(spots.found[i].q - q));
        if (z > 0) ++n_hot[q <= 0.01 ? 2 : q <= 0.05 ? 1 : 0];
        CHECK(is_hot(spots.found[i].hot_class) == (z > 0 && q <= 0.10));
    }
    CHECK(worst_z < 2e-4); // areas: of the ellipsoid here, of the plane there, at most 0.01 % apart
    CHECK(worst_q < 2e-4);
    CHECK(spots.n_in_none == kept["n_vague"].get<std::uint64_t>());
    CHECK(spots.n_unknown == 0);
    CHECK(spots.n_by_class[static_cast<std::size_t>(HotClass::hot99)] == n_hot[2]);

    // Of the counts themselves nothing but rounding is left: dense sums over the neighbours.
    study.hot_spots->measure = DistrictMeasure::incidents;
    const HotSpots counts = spots_of(study);
    const auto n = static_cast<double>(counts.found.size());
    double sum = 0, squares = 0;
    for (const HotUnit& unit : counts.found) sum += unit.value, squares += unit.value * unit.value;
    const double deviation = std::sqrt(squares / n - sum / n * sum / n);
    for (std::uint32_t i = 0; i < counts.found.size(); ++i) {
        double w = 0, x = 0;
        counts.units->visit_touching(i, [&](std::uint32_t j) { w += 1, x += counts.found[j].value; });
        CHECK(counts.found[i].in_sight == static_cast<std::uint32_t>(x));
        CHECK(counts.found[i].z ==
              Approx((x - sum / n * w) / (deviation * std::sqrt((n * w - w * w) / (n - 1)))).epsilon(1e-9));
    }
}

TEST_CASE("a heap of incidents makes its district and those around it hot") {
    const Files files;
    const Study study =
        files.study(kHeader + incidents_in(4, 4, 60) + incidents_in(0, 0, 1), grid_of_districts(9, 9));
    const Snapshot snapshot = evaluated(study);
    const HotSpots& spots = *snapshot.hot_spots.value;
    CHECK(spots.found.size() == 82);
    CHECK(spots.n_incidents == 61);
    CHECK(spots.n_alone == 1);
    CHECK(unit_named(spots, "r4c4").n_neighbours == 9);
    CHECK(unit_named(spots, "r0c0").n_neighbours == 4);
    CHECK(unit_named(spots, "Island").n_neighbours == 1);
    CHECK(std::isfinite(unit_named(spots, "Island").z)); // its own value against the mean
    CHECK(unit_named(spots, "r5c5").count == 0);
    CHECK(is_hot(unit_named(spots, "r5c5").hot_class));
    REQUIRE(spots.regions.size() == 1);
    CHECK(spots.regions[0].n_units == 9);
    CHECK(spots.regions[0].near.starts_with("r")); // districts have names of their own
    CHECK(spots.regions[0].box == LonLatBox{63, 31, 66, 34});
    CHECK(spots.outlines->paths.size() == 82);
    // Expected in each neighbourhood, by its share of the land: a whole neighbourhood has 9 of 82 districts.
    CHECK(unit_named(spots, "r4c4").expected == Approx(61 * 9 / 82.0).epsilon(0.05));
    CHECK(unit_named(spots, "Island").weak);
    CHECK(spots.n_weak == 1);
}

TEST_CASE("districts without a population are left out where rates by residents are compared") {
    const Files files;
    Study study =
        files.study(kHeader + incidents_in(0, 0, 5) + incidents_in(2, 1, 3), grid_of_districts(4, 3, true));
    study.hot_spots->measure = DistrictMeasure::per_resident;
    const HotSpots spots = spots_of(study);
    CHECK(spots.n_unknown == 1);
    CHECK(spots.n_compared() == 12);
    CHECK_FALSE(unit_named(spots, "r0c0").is_known());
    CHECK(std::isnan(unit_named(spots, "r0c0").z));
    CHECK(unit_named(spots, "r0c1").n_neighbours == 5); // itself and four of the five around it
    CHECK(spots.n_incidents == 3);
    CHECK(spots.n_left_out == 5);
    CHECK(unit_named(spots, "r1c2").value == Approx(3 / 3000.0 * 100'000));
    CHECK(spots.unknown != nullptr);
    std::uint32_t n = 0;
    for (const std::uint32_t of_class : spots.n_by_class) n += of_class;
    CHECK(n == 12);
    study.districts.path = files.write("bare.geojson", grid_of_districts(4, 3));
    const HotSpots none = spots_of(study);
    CHECK(none.n_unknown == 13);
    CHECK(why_undefined(none) == "the value of no district is known");
}

TEST_CASE("what cannot be compared says why instead of numbers") {
    const Files files;
    const std::string grid = grid_of_districts(3, 3);
    Study study = files.study(kHeader + incidents_in(1, 1, 4), grid);
    study.filter.where = "longitude < 0";
    CHECK(why_undefined(spots_of(study)) == "there are no incidents in the districts");
    study = files.study(kHeader + incidents_in(1, 1, 4), grid);
    study.hot_spots->measure = DistrictMeasure::deaths;
    CHECK(why_undefined(spots_of(study)) == "the value of no district is known"); // the file has no deaths
    const std::string one =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},
        "geometry":{"type":"Polygon","coordinates":[[[60,28],[61,28],[61,29],[60,29],[60,28]]]}}]})";
    CHECK(why_undefined(spots_of(files.study(kHeader + incidents_in(0, 0, 4), one))) ==
          "there is only one district, and nothing to compare it with");
    std::string alike;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) alike += incidents_in(column, row, 2);
    alike += "2020-06-01,60.5,45.5\n2020-06-01,60.5,45.5\n"; // the island too
    study = files.study(kHeader + alike, grid);
    study.hot_spots->measure = DistrictMeasure::incidents;
    const HotSpots equal = spots_of(study);
    CHECK(why_undefined(equal) == "all districts have the same value");
    for (const HotUnit& unit : equal.found) CHECK(unit.hot_class == HotClass::none);
    const std::string pair = R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[60,28],[61,28],[61,29],[60,29],[60,28]]]}},
        {"type":"Feature","properties":{"name":"B"},"geometry":{"type":"Polygon","coordinates":[[[61,28],[62,28],[62,29],[61,29],[61,28]]]}}]})";
    CHECK(why_undefined(spots_of(files.study(kHeader + incidents_in(0, 0, 4), pair))) ==
          "every district is a neighbour of all others: no district is left to compare with");
    CHECK(why_undefined(spots_of(files.study(kHeader + incidents_in(1, 1, 1), grid))).empty());
}

TEST_CASE("vague places are in no district, or where the file puts them") {
    const Files files;
    Study study =
        files.study("event_id_cnty,event_date,longitude,latitude,geo_precision,fatalities,event_type\n"
                    "a,2020-01-01,60.5,28.5,1,3,x\nb,2020-06-01,61.5,29.5,3,9,x\nc,2020-06-01,10,10,1,1,x\n",
                    grid_of_districts(3, 3));
    const HotSpots sure = spots_of(study);
    CHECK(sure.n_incidents == 1);
    CHECK(sure.n_in_none == 1);
    CHECK(sure.n_left_out == 1);
    study.hot_spots->pin_vague = true;
    const HotSpots pinned = spots_of(study);
    CHECK(pinned.n_incidents == 2);
    CHECK(pinned.n_vague == 1);
    CHECK(pinned.n_in_none == 0);
    CHECK(unit_named(pinned, "r1c1").n_vague == 1);
    study.hot_spots->measure = DistrictMeasure::deaths;
    CHECK(unit_named(spots_of(study), "r1c1").value == 9);
}

TEST_CASE("an area takes the districts that lie in it, and neighbours are found once") {
    const Files files;
    Study study = files.study(kHeader + incidents_in(1, 1, 4), grid_of_districts(4, 4));
    const Snapshot first = evaluated(study);
    study.filter.area =
        files.write("area.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{},"geometry":{"type":"Polygon","coordinates":[[[59,27],[62.2,27],[62.2,31],[59,31],[59,27]]]}}]})");
    const Snapshot second = evaluated(study, first);
    CHECK(second.district_neighbours.value == first.district_neighbours.value);
    CHECK(second.hot_spots.value->found.size() ==
          6); // two columns of three rows: the third only begins there
    CHECK(second.hot_spots.value->n_incidents == 4);
    study.hot_spots->units = HotUnits::square;
    const Snapshot cells = evaluated(study, second);
    CHECK(cells.hot_spots.value->units->noun() == "cell");
    study.hot_spots->units = HotUnits::district;
    study.districts.path.clear();
    CHECK(evaluated(study, cells).hot_spots.value == nullptr); // not those of the cells
}

TEST_CASE("districts of a file of counts have hot spots, but no steps") {
    const Files files;
    Study study =
        files.study("Admin2,Month,Year,Events\nr1c1,January,2020,40\nr1c1,March,2020,2\nr0c0,2,2020,1\n",
                    grid_of_districts(9, 9));
    const Snapshot snapshot = evaluated(study);
    CHECK(snapshot.hot_spots.value->n_incidents == 43);
    CHECK(unit_named(*snapshot.hot_spots.value, "r1c1").count == 42);
    CHECK(is_hot(unit_named(*snapshot.hot_spots.value, "r1c1").hot_class));
    study.hot_spots->emerging = CalendarUnit::year;
    CHECK(evaluated(study).emerging.value->n_steps == 0);
    study.hot_spots->units = HotUnits::hexagon;
    CHECK_THROWS_WITH(evaluated(study), Catch::Matchers::Contains("counts incidents by district and period"));
}

TEST_CASE("hot districts that last and that come have their classes") {
    const Files files;
    std::string rows = kHeader;
    for (int year = 2010; year < 2022; ++year) {
        rows += incidents_in(1, 1, 60, year); // lasts
        if (year >= 2019) rows += incidents_in(7, 7, 60, year);
    }
    rows += "2010-01-01,60.5,45.5\n2021-12-31,60.5,45.5\n"; // whole years
    Study study = files.study(rows, grid_of_districts(9, 9));
    study.hot_spots->emerging = CalendarUnit::year;
    const Snapshot snapshot = evaluated(study);
    const EmergingSpots& spots = *snapshot.emerging.value;
    CHECK(spots.n_steps == 12);
    CHECK(spots.n_incidents == 15 * 60 + 2);
    REQUIRE(spots.found.size() == 82);
    const auto class_of = [&](const std::string& name) {
        for (std::size_t i = 0; i < spots.found.size(); ++i)
            if (spots.units->name(i) == name) return spots.found[i].emerging;
        return EmergingClass::none;
    };
    CHECK((class_of("r1c1") == EmergingClass::persistent_hot ||
           class_of("r1c1") == EmergingClass::intensifying_hot));
    CHECK(class_of("r2c2") == class_of("r1c1"));
    CHECK(class_of("r7c7") == EmergingClass::consecutive_hot);
    CHECK(class_of("r4c8") == EmergingClass::none);
    CHECK(spots.regions.front().near.starts_with("r"));
    CHECK(spots.letters->size() == spots.regions.size());
}

TEST_CASE("hot districts are written as polygons and as a table, not as a grid") {
    const Files files;
    Study study = files.study(kHeader + incidents_in(1, 1, 9), grid_of_districts(3, 3));
    const Snapshot snapshot = evaluated(study);
    NoProgress progress;
    const std::string path = files.folder.file("hot.geojson"), table = files.folder.file("hot.csv");
    write_hot_spots(study, snapshot, path, progress);
    write_hot_spots(study, snapshot, table, progress);
    std::ifstream in(path);
    const nlohmann::json json = nlohmann::json::parse(in);
    REQUIRE(json["features"].size() == 10);
    const nlohmann::json& corner = json["features"][0]["properties"];
    CHECK(corner["district"] == "r0c0");
    CHECK(corner["neighbours"] == 3);
    CHECK(corner["neighbour_names"] == "r0c1; r1c0; r1c1");
    CHECK(corner["in_neighbourhood"] == 9);
    CHECK(json["features"][9]["properties"]["neighbours"] == 0);
    CHECK(json["borderlens"]["hot_spots"]["districts"] == 10);
    CHECK(json["borderlens"]["hot_spots"]["districts_without_neighbour"] == 1);
    CHECK(json["features"][4]["geometry"]["coordinates"][0][0].size() == 5);
    std::ifstream lines(table);
    std::string line;
    std::getline(lines, line);
    CHECK(line == "incidents,value,neighbours,in_neighbourhood,expected,gi_star_z,p,q,vague,district,class,"
                  "weak,neighbour_names");
    CHECK(std::filesystem::exists(table + ".provenance.json"));
    CHECK_THROWS_WITH(write_hot_spots(study, snapshot, files.folder.file("hot.tif"), progress),
                      Catch::Matchers::Contains("districts are no grid"));
    study.districts.path.clear();
    CHECK_THROWS_WITH(write_hot_spots(study, evaluated(study), path, progress),
                      Catch::Matchers::Contains("--districts FILE"));
}
