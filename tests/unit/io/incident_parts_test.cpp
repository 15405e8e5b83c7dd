#include "geo/io/incident_parts.hpp"

#include <algorithm>
#include <numeric>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

/// A row as text: everything a table says of it, its columns with their types.
std::vector<std::string> rows_of(const IncidentTable& table) {
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < table.size(); ++i) {
        std::string row = std::to_string(table.input_row[i]) + " " + std::to_string(table.lon_deg[i]) + " " +
                          std::to_string(table.lat_deg[i]) + " " + std::to_string(table.first_day[i]) + " " +
                          std::to_string(table.last_day[i]) + " " +
                          std::to_string(static_cast<int>(table.date_precision[i]));
        if (!table.deaths_best.empty()) row += " " + std::to_string(table.deaths_best[i]);
        if (table.place_code[i] != kOtherPlaceCode && !table.place_codes.empty())
            row += " " + table.place_codes[table.place_code[i]].code;
        for (const Column& column : table.columns)
            row += "|" + column.name + ":" + std::to_string(static_cast<int>(column.type)) + ":" +
                   std::string(column[i]);
        rows.push_back(std::move(row));
    }
    return rows;
}

struct Collector final : PartTaker {
    std::vector<std::string> rows;
    Report report;
    std::size_t n_parts = 0, n_begins = 0;

    void begin() override {
        rows.clear();
        report = {};
        n_parts = 0;
        ++n_begins;
    }
    void take(LoadedIncidents part) override {
        ++n_parts;
        CHECK(std::is_sorted(part.table->input_row.begin(), part.table->input_row.end()));
        for (std::string& row : rows_of(*part.table)) rows.push_back(std::move(row));
        report.append(part.report);
    }
};

void require_same(const Report& parts, const Report& whole) {
    CHECK(parts.rows_read == whole.rows_read);
    CHECK(parts.incidents == whole.incidents);
    CHECK(parts.unlocated == whole.unlocated);
    CHECK(parts.period == whole.period);
    CHECK(parts.notes == whole.notes);
    REQUIRE(parts.rejected().size() == whole.rejected().size());
    for (std::size_t i = 0; i < whole.rejected().size(); ++i) {
        CHECK(parts.rejected()[i].row == whole.rejected()[i].row);
        CHECK(parts.rejected()[i].reason == whole.rejected()[i].reason);
        CHECK(parts.rejected()[i].text == whole.rejected()[i].text);
    }
    REQUIRE(parts.suspicious().size() == whole.suspicious().size());
    for (const Finding& finding : whole.suspicious()) {
        const auto same = std::find_if(parts.suspicious().begin(), parts.suspicious().end(),
                                       [&](const Finding& f) { return f.what == finding.what; });
        REQUIRE(same != parts.suspicious().end());
        CHECK(same->count == finding.count);
        CHECK(same->example_rows == finding.example_rows);
    }
}

LoadedIncidents whole(const std::string& path) {
    NoProgress progress;
    return load_incidents({path, "", {}}, {true, {}}, 2, progress);
}

bool load(const std::string& path, std::size_t part_bytes, Collector& into, unsigned threads = 2) {
    NoProgress progress;
    return load_in_parts({path, "", {}}, {true, {}}, {part_bytes, 1000, false}, threads, progress, into);
}

/// In parts of any size the file is what it is when it is read at once.
void require_parts_are_the_whole(const std::string& path, std::initializer_list<std::size_t> part_sizes) {
    const LoadedIncidents all = whole(path);
    std::vector<std::string> expected = rows_of(*all.table);
    std::sort(expected.begin(), expected.end());
    for (const std::size_t bytes : part_sizes) {
        CAPTURE(bytes);
        Collector parts;
        REQUIRE(load(path, bytes, parts));
        std::sort(parts.rows.begin(), parts.rows.end());
        REQUIRE(parts.rows == expected);
        parts.report.note_what_was_skipped();
        require_same(parts.report, all.report);
    }
}

std::string written(const TemporaryFolder& folder, const std::string& name, const std::string& text) {
    std::ofstream(folder.file(name), std::ios::binary) << text;
    return folder.file(name);
}

} // namespace

TEST_CASE("delimited text in parts is the text read at once") {
    TemporaryFolder folder;
    std::string text = "\xEF\xBB\xBFid,date,latitude,longitude,deaths,geo_precision,note\r\n"
                       "#event,#date,#geo+lat,#geo+lon,#affected,#x,#y\r\n";
    for (int i = 0; i < 300; ++i) {
        if (i % 41 == 7) text += "\r\n";
        const std::string day = i % 29 == 3 ? "2021-02-30" : "2021-" + std::to_string(10 + i % 3) + "-1" +
                                                                 std::to_string(i % 9) + (i % 17 == 1 ? " 12:30" : "");
        text += std::to_string(i % 37 == 5 ? 1 : i) + "," + day + "," + (i % 31 == 4 ? "" : "34.5") + "," +
                (i % 31 == 4 ? "" : "71." + std::to_string(i)) + "," + std::to_string(i % 7) + "," +
                std::to_string(1 + i % 3) + ",";
        text += i % 13 == 2 ? "\"two\nlines, \"\"quoted\"\" \xC3\xA9\"\r\n" : "plain\r\n";
    }
    text += "\"never closed";
    require_parts_are_the_whole(written(folder, "rows.csv", text), {1, 100, 1000, 5000, 1'000'000});
}

TEST_CASE("a column that stops being a number is text from the first part on") {
    TemporaryFolder folder;
    std::string text = "date,latitude,longitude,whole,real,empty\n";
    for (int i = 0; i < 60; ++i)
        text += "2021-01-01,34,71," + std::string(i == 50 ? "n/a" : "7") + "," + (i < 40 ? "1" : "1.5") + "," +
                (i == 55 ? "3" : "") + "\n";
    const std::string path = written(folder, "rows.csv", text);
    require_parts_are_the_whole(path, {1, 200, 100'000});
    Collector parts;
    REQUIRE(load(path, 200, parts));
    CHECK(parts.n_begins == 2); // all that is to be learnt is learnt in one pass
    Collector one;
    REQUIRE(load(path, 100'000, one));
    CHECK(one.n_begins == 1);
    Collector knowing; // for who cannot take back what it gave on
    NoProgress progress;
    REQUIRE(load_in_parts({path, "", {}}, {true, {}}, {200, 1000, true}, 2, progress, knowing));
    CHECK(knowing.n_begins == 1);
    CHECK(knowing.rows == parts.rows);
}

TEST_CASE("the order of day and month that a late row shows holds for the first part too") {
    TemporaryFolder folder;
    std::string text = "date,latitude,longitude\n";
    for (int i = 0; i < 50; ++i) text += "03/04/2021,34,71\n";
    text += "03/31/2021,34,71\n";
    require_parts_are_the_whole(written(folder, "rows.csv", text), {1, 100, 1000});
    Collector parts;
    CHECK_THROWS_WITH(load(written(folder, "both.csv", text + "31/03/2021,34,71\n"), 100, parts),
                      Catch::Contains("both.csv"));
}

TEST_CASE("GeoJSON in parts is the GeoJSON read at once, with properties that come late") {
    TemporaryFolder folder;
    std::string text = R"({"type":"FeatureCollection","name":"layer","features":[)";
    for (int i = 0; i < 3000; ++i) {
        text += (i == 0 ? "\n" : ",\n") + std::string(R"({"type":"Feature","geometry":)") +
                (i % 50 == 49 ? "null" : R"({"type":"Point","coordinates":[71.5,34]})") +
                R"(,"properties":{"date":"2021-01-0)" + std::to_string(1 + i % 9) + R"(","n":)" + std::to_string(i) +
                R"(,"text":"some words to fill the piece with, and more of them")" +
                (i > 2500 ? R"(,"late":true)" : "") + "}}";
    }
    const std::string path = written(folder, "rows.geojson", text + "]}");
    require_parts_are_the_whole(path, {1, 100'000, 10'000'000});
    Collector parts;
    REQUIRE(load(path, 1, parts));
    CHECK(parts.n_parts > 3);
    CHECK(parts.n_begins == 2);
}

TEST_CASE("identifiers are looked for as long as there is room to remember them") {
    TemporaryFolder folder;
    std::string text = "id,latitude,longitude\n";
    for (int i = 0; i < 1200; ++i) text += std::to_string(i) + ",34,71\n";
    text += "3,34,71\n1100,34,71\n"; // the second was not remembered
    Collector parts;
    REQUIRE(load(written(folder, "rows.csv", text), 500, parts));
    CHECK(parts.report.n_suspicious() == 1);
    CHECK(std::count(parts.report.notes.begin(), parts.report.notes.end(),
                     "repeated identifiers are looked for among the first 1000") == 1);
}

TEST_CASE("what is not plain text is not read in parts") {
    TemporaryFolder folder;
    Collector parts;
    const std::string rows = "date,latitude,longitude,note\n2021-01-01,34,71,";
    CHECK_FALSE(load(written(folder, "latin.csv", rows + "caf\xE9\n"), 1000, parts));
    CHECK_FALSE(load(written(folder, "packed.csv", "\x1F\x8B\x08"), 1000, parts));
    CHECK_FALSE(load(written(folder, "utf16.csv", std::string("d\0a\0t\0e\0", 8)), 1000, parts));
    CHECK_FALSE(load(written(folder, "counts.csv", "district,year,incidents\nKurram,2021,3\n"), 1000, parts));
    CHECK_FALSE(load(written(folder, "other.geojson", R"({"type":"Topology","features":[]})"), 1000, parts));
    CHECK_FALSE(load("-", 1000, parts));
    CHECK_FALSE(load("PG:dbname=none", 1000, parts));
    CHECK_THROWS_WITH(load(folder.file("nowhere.csv"), 1000, parts), Catch::Contains("nowhere.csv"));
    CHECK_THROWS_WITH(load(written(folder, "bare.csv", "a,b\n1,2\n"), 1000, parts), Catch::Contains("bare.csv"));
}
