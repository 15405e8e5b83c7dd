#include "geo/io/incident_source.hpp"
#include "geo/table/location_support.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

const std::string kUcdp = BORDERLENS_SHARED_DIR "/data/incidents/ucdp_ged_pakistan.csv";

bool here() {
    if (std::filesystem::exists(kUcdp)) return true;
    std::cout << "skipped: " << kUcdp << " is not there\n";
    return false;
}

LoadedIncidents load(const ColumnRequest& columns, unsigned threads = 0) {
    NoProgress progress;
    return load_incidents({kUcdp, {}, {}}, columns, threads, progress);
}

} // namespace

TEST_CASE("the UCDP file for Pakistan gives exactly 6,416 incidents and notes its HXL row") {
    if (!here()) return;
    const auto [table, report, counts, stamp] = load({true, {}});
    CHECK(table->size() == 6416);
    CHECK(report.incidents == 6416);
    CHECK(report.rows_read == 6417);
    CHECK(report.rejected().empty());
    CHECK(report.unlocated == 0);
    CHECK(std::count(report.notes.begin(), report.notes.end(), "1 HXL tag row recognised (row 2)") == 1);
    CHECK(table->origin.schema.kind == SchemaKind::ucdp_ged);
    CHECK(table->origin.notice == "CC BY 4.0");
    CHECK_FALSE(table->origin.synthetic);
    REQUIRE(table->period());
    CHECK(iso_from_day(table->period()->first) == "1989-01-25");
    CHECK(iso_from_day(table->period()->last) == "2022-01-01"); // half open
    CHECK(table->columns.size() == 50);
    for (const Finding& f : report.suspicious()) std::cout << "  " << f.what << ": " << f.count << '\n';
}

TEST_CASE("of the UCDP incidents 5,433 lie in the two provinces by their column adm_1") {
    if (!here()) return;
    const auto [table, report, counts, stamp] = load({false, {"adm_1", "deaths_best"}});
    const Column* adm_1 = table->column("ADM_1");
    REQUIRE(adm_1);
    CHECK(table->column(Role::admin1) == adm_1);
    CHECK(table->columns.size() == 2);
    std::size_t n = 0;
    for (std::size_t row = 0; row < table->size(); ++row) {
        const auto name = (*adm_1)[row];
        n += name == "Khyber Pakhtunkwa province" || name == "Federally Administered Tribal Areas" ||
             name == "Balochistan province";
    }
    CHECK(n == 5433);
}

TEST_CASE("the UCDP incidents are sorted by day and then by row, and keep their supports") {
    if (!here()) return;
    const auto [table, report, counts, stamp] = load({false, {"where_prec"}});
    for (std::size_t row = 1; row < table->size(); ++row)
        CHECK(std::pair(table->first_day[row - 1], table->input_row[row - 1]) <
              std::pair(table->first_day[row], table->input_row[row]));
    const Column& code = *table->column("where_prec");
    const LocationSupports supports = supports_from_codes(*table, {});
    for (std::size_t row = 0; row < table->size(); ++row) {
        if (code[row] == "1") CHECK(supports.uncertainty_m[row] == 2'000);
        if (code[row] == "3") CHECK(supports.kind[row] == SupportKind::admin2);
        CHECK(table->last_day[row] >= table->first_day[row]);
    }
}
