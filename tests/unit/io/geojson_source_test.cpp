#include "geo/io/geojson_source.hpp"

#include <cmath>
#include <fstream>
#include <random>

#include "geo/io/geojson_text.hpp"
#include "geo/io/vector_source.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

std::string collection(const std::string& features, const std::string& before = "") {
    return "{ \"type\": \"FeatureCollection\", " + before + "\"features\": [\n" + features + "\n] }\n";
}

std::string feature(const std::string& properties,
                    const std::string& geometry = R"({"type":"Point","coordinates":[71.5,34]})") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::optional<LoadedIncidents> load(const std::string& text, std::size_t piece_bytes = 4096,
                                    unsigned threads = 2) {
    NoProgress progress;
    return load_geojson(text, "a", "a.geojson", {}, {true, {}}, threads, progress, piece_bytes);
}

/// GDAL's reader of the same text.
LoadedIncidents by_gdal(const std::string& text) {
    const TemporaryFolder folder;
    std::ofstream(folder.file("a.geojson"), std::ios::binary) << text;
    NoProgress progress;
    return load_vector(folder.file("a.geojson"), "a.geojson", {}, {true, {}}, 1, progress);
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

void check_same(const LoadedIncidents& ours, const LoadedIncidents& theirs) {
    const IncidentTable &a = *ours.table, &b = *theirs.table;
    REQUIRE(a.size() == b.size());
    REQUIRE(a.columns.size() == b.columns.size());
    CHECK(a.origin.layer == b.origin.layer);
    CHECK(a.origin.header == b.origin.header);
    CHECK(a.first_day == b.first_day);
    CHECK(a.input_row == b.input_row);
    for (RowId row = 0; row < a.size(); ++row) {
        REQUIRE(same(a.lon_deg[row], b.lon_deg[row]));
        REQUIRE(same(a.lat_deg[row], b.lat_deg[row]));
        for (std::size_t c = 0; c < a.columns.size(); ++c) REQUIRE(a.columns[c][row] == b.columns[c][row]);
    }
    CHECK(ours.report.rows_read == theirs.report.rows_read);
    CHECK(ours.report.unlocated == theirs.report.unlocated);
    REQUIRE(ours.report.rejected().size() == theirs.report.rejected().size());
    for (std::size_t i = 0; i < ours.report.rejected().size(); ++i) {
        CHECK(ours.report.rejected()[i].row == theirs.report.rejected()[i].row);
        CHECK(ours.report.rejected()[i].reason == theirs.report.rejected()[i].reason);
    }
}

/// Features as programs write them: words with escapes and letters beyond ASCII, whole numbers, what is
/// missing, places of every kind.
std::string made_up_features(std::size_t n) {
    std::mt19937 random(7);
    const auto below = [&](unsigned limit) { return random() % limit; };
    const std::vector<std::string> words{"",
                                         "a \\\"quote\\\"",
                                         "back\\\\slash",
                                         "\xd9\xbe\xd8\xb4\xd8\xa7\xd9\x88\xd8\xb1",
                                         "tab\\there",
                                         "{\\\"type\\\":\\\"Feature\\\"},{",
                                         "x, y",
                                         "caf\\u00e9"};
    const std::vector<std::string> geometries{"null",
                                              R"({"type":"LineString","coordinates":[[70,30],[71,31]]})",
                                              R"({"type":"MultiPoint","coordinates":[[70.25,30.5]]})",
                                              R"({"coordinates":[70.125,31.0,450.5],"type":"Point"})"};
    std::string all;
    for (std::size_t i = 0; i < n; ++i) {
        std::string properties = "{\"id\":" + std::to_string(i) + ",\"note\":\"" + words[below(8)] + "\"";
        properties += ", \"date\" : \"2021-05-" + std::to_string(10 + below(20)) + "\"";
        if (below(5) != 0)
            properties += ",\"deaths\":" + (below(4) == 0 ? "null" : std::to_string(below(30)));
        if (i > n / 2 && below(3) == 0) properties += ",\"late\":\"" + words[below(8)] + "\"";
        const std::string x = std::to_string(60 + static_cast<double>(below(1000)) / 100),
                          y = std::to_string(25 + static_cast<double>(below(1000)) / 100);
        const std::string point = R"({"type": "Point", "coordinates": [ )" + x + ", " + y + "]}";
        if (i % 97 == 50) { // of an empty row
            all += ",\n" + feature("{\"note\":null}", "null");
            continue;
        }
        all += (i ? ",\n" : "") +
               feature(properties + " }", i > 0 && below(5) == 0 ? geometries[below(4)] : point);
    }
    return all;
}

} // namespace

TEST_CASE("a FeatureCollection is read as GDAL reads it, however it is cut and on any number of threads") {
    const std::string text =
        collection(made_up_features(700), R"("name": "events", "bbox": [60, 25, 70, 35],)");
    const LoadedIncidents theirs = by_gdal(text);
    CHECK(theirs.table->size() > 500);
    CHECK(theirs.report.rejected().size() > 10);
    for (const std::size_t piece_bytes :
         {std::size_t{1}, std::size_t{150}, std::size_t{3000}, std::size_t{1} << 22})
        for (const unsigned threads : {1u, 3u}) {
            const auto ours = load(text, piece_bytes, threads);
            REQUIRE(ours.has_value());
            check_same(*ours, theirs);
        }
}

TEST_CASE("values of GeoJSON are kept in the words of the file") {
    const auto loaded = load(collection(feature(
        R"({"real": 1.50 ,"big":12345678901234567890,"flag":true,"none":null,"list":[1, 2],"object":{"a": {"b":1}},"":"empty name","text":"1.50"})")));
    REQUIRE(loaded.has_value());
    const auto value = [&](const char* name) { return std::string((*loaded->table->column(name))[0]); };
    CHECK(value("real") == "1.50");
    CHECK(value("big") == "12345678901234567890");
    CHECK(value("flag") == "true");
    CHECK(value("none").empty());
    CHECK(value("list") == "[1, 2]");
    CHECK(value("object") == R"({"a": {"b":1}})");
    CHECK(value("") == "empty name");
    CHECK(value("text") == "1.50");
}

TEST_CASE(
    "columns stand in the order in which the file first names them, the last of two of one name counts") {
    const auto loaded = load(collection(feature(R"({"b":1,"a":2})") + "," +
                                        feature(R"({"a":3,"c":4,"a":5})") + "," + feature("null")),
                             1);
    REQUIRE(loaded.has_value());
    CHECK(loaded->table->origin.header == std::vector<std::string>{"b", "a", "c"});
    const Column& a = *loaded->table->column("a");
    CHECK(a[0] == "2");
    CHECK(a[1] == "5");
    CHECK(a[2].empty());
}

TEST_CASE("features within features do not mislead: what was cut wrongly is left to the other reader") {
    const std::string nested =
        feature(R"({"of":[{"x":1}, {"type":"Feature","n":[1, {"type":"Feature"}]}, {"type":"Feature"}]})");
    const std::string text = collection(nested + "," + nested + ",\n" + nested);
    REQUIRE(load(text, std::size_t{1} << 20).has_value());
    CHECK(load(text, std::size_t{1} << 20)->table->size() == 3);
    CHECK_FALSE(load(text, 1).has_value());
}

TEST_CASE("a position that is not two numbers is rejected, and the features after it are read") {
    const std::string good = feature(R"({"a":1})");
    for (const std::string coordinates :
         {"[71.5]", "[\"71\",\"34\"]", "[null,34]", "[[71,34],[72,35]]", "[71.5,[34,{\"x\":[1]}],2]"}) {
        const std::string broken =
            feature("{\"a\":2}", R"({"type":"Point","coordinates":)" + coordinates + "}");
        const auto loaded = load(collection(good + "," + broken + "," + good));
        CAPTURE(coordinates);
        REQUIRE(loaded.has_value());
        CHECK(loaded->table->size() == 2);
        REQUIRE(loaded->report.rejected().size() == 1);
        CHECK(loaded->report.rejected()[0].row == 3);
        CHECK(loaded->report.rejected()[0].reason ==
              "its position is not two numbers, longitude and latitude");
        CHECK(loaded->report.rejected()[0].text == broken);
    }
}

TEST_CASE("what is no plain FeatureCollection on WGS 84 is left to the other reader") {
    const std::string good = feature(R"({"a":1})");
    REQUIRE(load(collection(good)).has_value());
    CHECK(load("\xEF\xBB\xBF" + collection(good)).has_value());
    CHECK(load(collection(good,
                          R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)"))
              .has_value());
    for (
        const std::string& text :
        {std::string(),
         std::string("{"),
         good,
         collection(""),
         collection(good).substr(0, collection(good).size() - 6),
         collection(good, R"("crs":{"type":"name","properties":{"name":"EPSG:3857"}},)"),
         collection(good + ","),
         collection(good + "," + good + "," + "{}"),
         collection(feature("{}", "null")),
         collection(good + " " + good),
         collection(feature(R"({"a":1e999})")),
         collection(feature(R"({"a":01})")),
         collection(feature(R"({"a":nul})")),
         collection(feature("{}", R"({"type":"Point"})")),
         collection(feature("{\"a\":\"\xff\"}")),
         collection(
             R"({"type":"Feature","id":"x","properties":{},"geometry":{"type":"Point","coordinates":[71,34]}})"),
         collection(
             R"({"type":"feature","properties":{},"geometry":{"type":"Point","coordinates":[71,34]}})"),
         collection(feature(R"({"a":"#event","b":"#geo+lat"})") + "," + good),
         collection(good + R"(,{"type":"Feature","date":"2021-01-01","geometry":null})"),
         collection(good +
                    R"(,{"type":"Feature","properties":{"a":1},"properties":{"b":null},"geometry":null})"),
         collection(good) + "x",
         collection(good) + "{}"}) {
        CAPTURE(text);
        CHECK_FALSE(load(text).has_value());
    }
}

TEST_CASE("the features are found among other members, and by the first member's name") {
    const std::string text = collection(feature("{}"), R"("meta":{"features":[1]},"note":"\"features\":[",)");
    const auto found = feature_collection_text(text);
    REQUIRE(found.has_value());
    CHECK(found->first_key == "\"type\"");
    CHECK(likely_feature_starts(*found, 10).size() == 1);
    const std::string other = R"({"geometry":null,"type":"Feature"})";
    const std::string three = collection(other + " ,\n" + other + "," + other);
    const auto turned = feature_collection_text(three);
    REQUIRE(turned.has_value());
    CHECK(turned->first_key == "\"geometry\"");
    const auto starts = likely_feature_starts(*turned, 1);
    REQUIRE(starts.size() == 3);
    for (const std::size_t start : starts)
        CHECK(turned->features.substr(start).find_first_not_of(" \n") != std::string_view::npos);
    CHECK(turned->features.substr(starts[1]).starts_with(R"({"geometry")"));
}
