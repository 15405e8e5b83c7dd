#include <cmath>
#include <limits>
#include <random>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/io/json_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;
using Json = nlohmann::json;

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Three incidents: one plain, one with every difficult character, one without a place.
struct Example {
    Column name{"name"};
    Column deaths{"deaths"};
    std::vector<double> lon{71.5249, 66.123456789, nan};
    std::vector<double> lat{34.0151, -30.5, nan};
    std::vector<double> distance{41714.8134, 0, nan};
    std::vector<std::uint8_t> neighbour{0, 1, 255};
    std::vector<std::uint32_t> rows{0, 1, 2};

    Example() {
        for (const char* text : {"plain", "quote \" comma , line\nend \\ tab\t خیبر \x01", ""}) name.push_back(text);
        for (const char* text : {"3", "0", ""}) deaths.push_back(text);
        deaths.type = ColumnType::integer;
    }
    FeatureTable table() const {
        FeatureTable table;
        table.fields = {{"name", &name},
                        {"deaths", &deaths},
                        {"border_distance_m", NumberField{distance, 3}},
                        {"border_neighbour", WordField{neighbour, {"AFG", "IRN"}}}};
        table.lon_deg = lon;
        table.lat_deg = lat;
        table.rows = rows;
        table.provenance = R"({"program":"borderlens"})";
        return table;
    }
};

Json written_json(const FeatureTable& table) {
    TemporaryFolder folder;
    NoProgress progress;
    write_features(table, folder.file("out.geojson"), 2, progress);
    return Json::parse(text_of(folder.file("out.geojson")));
}

} // namespace

TEST_CASE("GeoJSON keeps numbers as numbers, words as words, and what is missing as null") {
    const Example example;
    const Json json = written_json(example.table());
    REQUIRE(json["features"].size() == 3);
    const Json& first = json["features"][0]["properties"];
    CHECK(first["deaths"] == 3);
    CHECK(first["border_distance_m"] == 41714.813);
    CHECK(first["border_neighbour"] == "AFG");
    const Json& second = json["features"][1]["properties"];
    CHECK(second["name"] == "quote \" comma , line\nend \\ tab\t خیبر \x01");
    const Json& third = json["features"][2];
    CHECK(third["geometry"].is_null());
    CHECK(third["properties"]["name"].is_null());
    CHECK(third["properties"]["border_distance_m"].is_null());
    CHECK(third["properties"]["border_neighbour"].is_null());
}

TEST_CASE("GeoJSON is RFC 7946: no crs, bbox west south east north, seven decimals") {
    const Example example;
    const Json json = written_json(example.table());
    CHECK_FALSE(json.contains("crs"));
    CHECK(json["bbox"] == Json({66.1234568, -30.5, 71.5249, 34.0151}));
    CHECK(json["features"][1]["geometry"]["coordinates"] == Json({66.1234568, -30.5}));
    CHECK(json["borderlens"]["program"] == "borderlens");
}

TEST_CASE("an empty selection is still a collection") {
    Example example;
    example.rows.clear();
    const Json json = written_json(example.table());
    CHECK(json["features"].empty());
    CHECK_FALSE(json.contains("bbox"));
}

TEST_CASE("the bytes do not depend on the number of threads") {
    Example example;
    example.rows.clear();
    for (std::uint32_t i = 0; i < 30000; ++i) example.rows.push_back(i % 3);
    TemporaryFolder folder;
    NoProgress progress;
    write_features(example.table(), folder.file("one.geojsonl"), 1, progress);
    write_features(example.table(), folder.file("four.geojsonl"), 4, progress);
    CHECK(text_of(folder.file("one.geojsonl")) == text_of(folder.file("four.geojsonl")));
}

TEST_CASE("CSV quotes what needs it and leaves provenance beside the file") {
    const Example example;
    TemporaryFolder folder;
    NoProgress progress;
    write_features(example.table(), folder.file("out.csv"), 1, progress);
    CHECK(text_of(folder.file("out.csv")) ==
          "name,deaths,border_distance_m,border_neighbour\r\n"
          "plain,3,41714.813,AFG\r\n"
          "\"quote \"\" comma , line\nend \\ tab\t خیبر \x01\",0,0,IRN\r\n"
          ",,,\r\n");
    CHECK(text_of(folder.file("out.csv.provenance.json")) == "{\"program\":\"borderlens\"}\n");
}

TEST_CASE("an ending that nobody writes is refused with those that are known") {
    const Example example;
    NoProgress progress;
    CHECK_THROWS_WITH(write_features(example.table(), "out.docx", 1, progress),
                      Catch::Contains(".geojson, .geojsonl"));
}

TEST_CASE("bytes that are no UTF-8 become the replacement character") {
    std::string out;
    append_json_string(out, "a\xFF\xC0\x80z");
    CHECK(out == "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\"");
}

TEST_CASE("numbers lose trailing zeros and the sign of zero") {
    std::string out;
    for (double value : {1.500, -0.0, 100.0, 1e-9, -2.25}) {
        append_json_number(out, value, 3);
        out += ' ';
    }
    CHECK(out == "1.5 0 100 0 -2.25 ");
}

TEST_CASE("a written number is the number to its last decimal") {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> mantissa(-1, 1);
    for (int i = 0; i < 20000; ++i) {
        const int decimals = i % 10;
        const double value = mantissa(random) * std::pow(10.0, i % 13 - 4);
        std::string out;
        append_json_number(out, value, decimals);
        REQUIRE(std::abs(std::stod(out) - value) <= 0.5000001 * std::pow(10.0, -decimals) + 1e-15 * std::abs(value));
        REQUIRE((out.find('.') == std::string::npos || out.back() != '0'));
    }
    for (double value : {0.001, 0.1, 10.0, 1e15, 1e300, -123456789.125}) {
        std::string out;
        append_json_number(out, value, 3);
        CHECK(std::stod(out) == value);
    }
}
