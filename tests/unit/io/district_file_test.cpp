#include "geo/io/district_file.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

constexpr const char* kPolygons = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Upper Dir","Pop2017":"946,421","population":1000},"geometry":
 {"type":"Polygon","coordinates":[[[71,35],[72,35],[72,36],[71,36],[71,35]]]}},
{"type":"Feature","properties":{"name":"Road"},"geometry":{"type":"LineString","coordinates":[[70,30],[71,31]]}},
{"type":"Feature","properties":{"name":"Swat","population":null},"geometry":
 {"type":"Polygon","coordinates":[[[72,35],[73,35],[73,36],[72,36],[72,35]]]}}]})";

struct Files {
    TemporaryFolder folder;
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder.file(name), std::ios::binary) << text;
        return folder.file(name);
    }
};

std::string sentence_of(const DistrictSpec& spec) {
    try {
        load_districts(spec);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("districts have the population of their own field, where they have one") {
    const Files files;
    const std::string path = files.write("d.geojson", kPolygons);
    const Districts districts = load_districts({path, "", ""});
    REQUIRE(districts.areas.areas.size() == 2);
    CHECK(districts.population_column == "population");
    CHECK(districts.population[0] == 1000);
    CHECK(std::isnan(districts.population[1]));
    CHECK_THROWS_AS(load_districts({path, "", "people"}), Error);
}

TEST_CASE("a table is joined by name, without case, spaces and signs") {
    const Files files;
    const std::string path = files.write("d.geojson", kPolygons);
    const std::string table =
        files.write("p.csv", "Region,District,Pop2023,Pop2017\nKP,upper-dir,5,4\nKP,SWAT,7,6\nKP,Swat,1,1\nKP,Nowhere,9,9\n");
    const Districts districts = load_districts({path, table, ""});
    CHECK(districts.population_column == "Pop2023"); // the first that begins so
    CHECK(districts.population[0] == 5);
    CHECK(districts.population[1] == 8); // two rows of one name are added up
    CHECK(districts.unknown_names == std::vector<std::string>{"Nowhere"});
    CHECK(load_districts({path, table, "pop2017"}).population[0] == 4);
}

TEST_CASE("a population that the first district lacks is found all the same") {
    const Files files;
    const std::string square = R"("geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}})";
    const std::string path = files.write(
        "d.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},)" + square +
                         R"(,{"type":"Feature","properties":{"name":"B","population":7},)" + square + "]}");
    const Districts districts = load_districts({path, "", ""});
    CHECK(districts.has_population());
    CHECK(std::isnan(districts.population[0]));
    CHECK(districts.population[1] == 7);
}

TEST_CASE("a table without names or numbers is refused in a sentence that lists its columns") {
    const Files files;
    const std::string path = files.write("d.geojson", kPolygons);
    CHECK(sentence_of({path, files.write("a.csv", "x,population\n1,2\n"), ""}).find("no column of names") !=
          std::string::npos);
    const std::string b = files.write("b.csv", "name,people\nSwat,2\n");
    CHECK(sentence_of({path, b, ""}).find("no column of population; it has 'name', 'people'") != std::string::npos);
    CHECK(sentence_of({path, b, "residents"}).find("'residents'") != std::string::npos);
    CHECK(load_districts({path, b, "people"}).population[1] == 2);
    CHECK_FALSE(sentence_of({path, path + ".csv", ""}).empty());
    CHECK_FALSE(sentence_of({files.write("e.geojson", R"({"type":"FeatureCollection","features":[]})"), "", ""}).empty());
}

TEST_CASE("the census joins 130 of its 136 districts to their polygons, and names the rest") {
    const std::string polygons = "areas/pakistan_districts_osm2026.geojson";
    const std::string census = "areas/pakistan_district_population_2023.csv";
    if (!real::present(polygons) || !real::present(census)) return;
    const Districts districts =
        load_districts({real::shared(polygons).string(), real::shared(census).string(), ""});
    CHECK(districts.population_column == "Pop2023");
    REQUIRE(districts.areas.areas.size() == 156);
    CHECK(std::count_if(districts.population.begin(), districts.population.end(),
                        [](double people) { return people > 0; }) == 130);
    CHECK(districts.unknown_names.size() == 6);
}
