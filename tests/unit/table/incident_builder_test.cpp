#include "geo/table/incident_builder.hpp"

#include <algorithm>
#include <random>

#include "geo/table/column_name.hpp"
#include "geo/table/number_from_text.hpp"
#include "geo/table/point_from_text.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

const std::vector<std::string> kHeader = {"id",  "date",   "end_date", "lon",
                                          "lat", "deaths", "country",  "province"};
using Row = std::vector<std::string>;

std::shared_ptr<const RecordLayout> layout() {
    RecordLayout out;
    out.header = kHeader;
    out.schema = recognise_schema(kHeader, {}, false);
    out.kept = {0};
    out.today = number_from_day(*day_from_iso("2026-01-01"));
    return std::make_shared<RecordLayout>(out);
}

IncidentBuilder builder_of(const std::vector<Row>& rows, std::uint64_t first_row = 2) {
    IncidentBuilder builder(layout());
    for (const Row& row : rows) {
        const std::vector<std::string_view> fields(row.begin(), row.end());
        builder.add(fields, row[0]);
    }
    builder.number_from(first_row);
    return builder;
}

struct Built {
    IncidentTable table;
    Report report;
};

Built built(const std::vector<Row>& rows) {
    std::vector<IncidentBuilder> builders;
    builders.push_back(builder_of(rows));
    Built out;
    out.table = merged_table(std::move(builders), {}, 1, out.report);
    return out;
}

std::string rejection(Row row) {
    const Built b = built({std::move(row)});
    if (b.report.rejected().empty()) return "kept";
    const Rejected& r = b.report.rejected()[0];
    return r.field + " '" + r.value + "' " + r.reason;
}

std::string suspicion(Row row) {
    const Built b = built({std::move(row)});
    return b.report.suspicious().empty() ? "" : b.report.suspicious()[0].what;
}

} // namespace

TEST_CASE("every rejected record has its row, field, value and reason") {
    CHECK(rejection({"1", "2021-01-01", "", "70", "34", "3", "", ""}) == "kept");
    CHECK(rejection({"1", "n/a", "", "70", "34", "3", "", ""}) == "date 'n/a' is not a date");
    CHECK(rejection({"1", "", "", "70", "34", "3", "", ""}) == "date '' no date");
    CHECK(rejection({"1", "2021-01-01", "2020-12-31", "70", "34", "3", "", ""}) ==
          "end_date '2020-12-31' is before the start");
    CHECK(rejection({"1", "2021-01-01", "", "70", "95", "3", "", ""}) == "lat '95' is not a latitude");
    CHECK(rejection({"1", "2021-01-01", "", "181", "34", "3", "", ""}) == "lon '181' is not a longitude");
    CHECK(rejection({"1", "2021-01-01", "", "70E", "34", "3", "", ""}) == "lon '70E' is not a number");
    CHECK(rejection({"1", "2021-01-01", "", "nan", "34", "3", "", ""}) == "lon 'nan' is not a number");
    CHECK(rejection({"1", "2021-01-01", "", "", "34", "3", "", ""}) ==
          "lon '' is empty but the latitude is given");
    CHECK(rejection({"1", "2021-01-01", "", "70", "34", "-1", "", ""}) == "deaths '-1' is negative");
    CHECK(rejection({"1", "2021-01-01", "", "70", "34", "many", "", ""}) == "deaths 'many' is not a number");
    CHECK(rejection({"1", "2021-01-01"}) == " '' has 2 fields where the header has 8");
    const Built b =
        built({{"1", "2021-01-01", "", "70", "34", "3", "", ""}, {"two", "x", "", "70", "34", "3", "", ""}});
    CHECK(b.report.rejected()[0].row == 3);
    CHECK(b.report.rejected()[0].text == "two");
    CHECK(b.report.rows_read == 2);
    CHECK(b.report.incidents == 1);
}

TEST_CASE("an incident without a place or deaths is kept and counted") {
    const Built b = built({{"1", "2021-01-01", "", "", " ", "", "", ""}});
    REQUIRE(b.table.size() == 1);
    CHECK_FALSE(b.table.located(0));
    CHECK(b.report.unlocated == 1);
    CHECK(std::isnan(b.table.deaths_best[0]));
    CHECK(b.table.deaths_low.empty());
    CHECK(b.table.extent().empty());
}

TEST_CASE("suspicious records are reported, not mended") {
    CHECK(suspicion({"1", "2021-01-01", "", "71.5", "34", "", "Pakistan", ""}) == "");
    CHECK(suspicion({"1", "2021-01-01", "", "34", "71.5", "", "Pakistan", ""}) ==
          "latitude and longitude look swapped");
    CHECK(suspicion({"1", "2021-01-01", "", "34", "71.5", "", "", ""}) ==
          "latitude and longitude look swapped");
    CHECK(suspicion({"1", "2021-01-01", "", "0", "0", "", "", ""}) == "the place is 0, 0");
    CHECK(
        suspicion({"1", "2021-01-01", "", "71.5", "34", "", "Pakistan", "Balochistan"}).find("coarse box") !=
        std::string::npos);
    CHECK(suspicion({"1", "2021-01-01", "", "34", "61.5", "", "Finland", ""}) == "");
    CHECK(suspicion({"1", "2026-01-02", "", "71", "34", "", "", ""}) == "the date is after today");
    const Built swapped = built({{"1", "2021-01-01", "", "34", "71.5", "", "", ""}});
    CHECK(swapped.table.lon_deg[0] == 34);
}

TEST_CASE("the second and later records with an id are suspicious") {
    const Row row = {"7", "2021-01-01", "", "71", "34", "", "", ""};
    Row empty = row, other = row;
    empty[0] = "";
    other[0] = "8";
    const Built b = built({row, other, row, empty, empty, row});
    REQUIRE(b.report.suspicious().size() == 1);
    CHECK(b.report.suspicious()[0].count == 2);
    CHECK(b.report.suspicious()[0].example_rows == std::vector<std::uint64_t>{4, 7});
    CHECK(b.table.size() == 6);
}

TEST_CASE("the table does not depend on how the file is cut") {
    std::mt19937 random(7);
    std::vector<Row> rows;
    for (int i = 0; i < 500; ++i) {
        const int day = static_cast<int>(random() % 40);
        const std::string date =
            day == 0 ? "bad" : "2021-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
        rows.push_back({std::to_string(random() % 300), date, "", std::to_string(60 + random() % 20), "34",
                        "1", "", ""});
    }
    const Built whole = built(rows);
    for (const std::size_t piece : {1u, 7u, 499u}) {
        std::vector<IncidentBuilder> builders;
        for (std::size_t i = 0; i < rows.size(); i += piece)
            builders.push_back(
                builder_of({rows.begin() + static_cast<std::ptrdiff_t>(i),
                            rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), i + piece))},
                           i + 2));
        Report report;
        const IncidentTable table = merged_table(std::move(builders), {}, 3, report);
        CHECK(table.input_row == whole.table.input_row);
        CHECK(table.lon_deg == whole.table.lon_deg);
        CHECK(table.first_day == whole.table.first_day);
        CHECK(report.rejected().size() == whole.report.rejected().size());
        CHECK(report.n_suspicious() == whole.report.n_suspicious());
        for (std::size_t row = 0; row < table.size(); ++row)
            CHECK(table.columns[0][row] == rows[table.input_row[row] - 2][0]);
    }
    CHECK(std::is_sorted(whole.table.first_day.begin(), whole.table.first_day.end()));
    CHECK(whole.table.rows_within({*day_from_iso("2021-01-05"), *day_from_iso("2021-01-06")}).second >
          whole.table.rows_within({*day_from_iso("2021-01-05"), *day_from_iso("2021-01-06")}).first);
}

TEST_CASE("an empty file of a layout makes an empty table") {
    const Built b = built({});
    CHECK(b.table.size() == 0);
    CHECK_FALSE(b.table.period());
    CHECK(b.table.columns.size() == 1);
}

TEST_CASE("a column's type says whether an export may leave the quotes away") {
    const auto type_of = [](std::initializer_list<const char*> values) {
        Column column("c");
        for (const char* value : values) column.push_back(value);
        column.infer_type();
        return column.type;
    };
    CHECK(type_of({"1", "", "-20"}) == ColumnType::integer);
    CHECK(type_of({"1", "2.5", "1e3"}) == ColumnType::real);
    for (const char* text :
         {"007", "1e999", "+1", ".5", "5.", "1e", "-", "nan", "0x1", "1 ", "1234567890123456"})
        CHECK(type_of({"1", text}) == ColumnType::text);
    CHECK(type_of({"", ""}) == ColumnType::text);
    CHECK(type_of({"0", "-0.0"}) == ColumnType::real);
}

TEST_CASE("numbers are read to the last bit") {
    std::mt19937_64 random(11);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = std::to_string(static_cast<double>(random() % 360000000) / 1e6 - 180.0);
        REQUIRE(number_from_text(text) == std::strtod(text.c_str(), nullptr));
    }
    CHECK(number_from_text(" 1e3 ") == 1000.0);
    CHECK(number_from_text("12345678901234567890.5") == 12345678901234567890.5);
    for (const char* bad : {"", "-", ".", "--1", "+-1", "1,5", "inf", "nan", "-nan", "1e400", "0x10", "1 2"})
        CHECK_FALSE(number_from_text(bad));
}

TEST_CASE("points are read from well-known text") {
    CHECK(point_from_text("POINT (71.5 34)").place == LonLat{71.5, 34});
    CHECK(point_from_text("point z(71.5 34 300)").place == LonLat{71.5, 34});
    CHECK(point_from_text("SRID=4326;POINT(71.5 34)").valid);
    CHECK(point_from_text("POINT EMPTY").empty);
    CHECK(point_from_text("").empty);
    for (const char* bad : {"POINT (71.5)", "LINESTRING (0 0, 1 1)", "POINT (a b)", "SRID=3857;POINT(1 1)",
                            "POINT 1 2", "POINT("})
        CHECK_FALSE(point_from_text(bad).valid);
}
