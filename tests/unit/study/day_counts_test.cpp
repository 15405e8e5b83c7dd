#include "geo/study/day_counts.hpp"

#include <numeric>

#include "geo/study/evaluate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

DayNumber number(const char* iso) { return number_from_day(*day_from_iso(iso)); }

void add(IncidentTable& table, const char* first, const char* last, DatePrecision precision) {
    table.lon_deg.push_back(70);
    table.lat_deg.push_back(32);
    table.first_day.push_back(number(first));
    table.last_day.push_back(number(last));
    table.date_precision.push_back(precision);
}

std::uint64_t sum(const std::vector<std::uint32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

constexpr const char* kRows = "id,date,longitude,latitude,kind\n"
                              "1,2021-01-10,71.5,34.0,Battles\n"
                              "2,2021-01-10,66.9,30.1,Riots\n"
                              "3,2021-01-12,66.9,30.1,Battles\n"
                              "4,2021-02,66.9,30.1,Battles\n"
                              "5,2021,66.9,30.1,Riots\n";

} // namespace

TEST_CASE("incidents known to a month or a year are in no day") {
    IncidentTable table;
    add(table, "2021-01-01", "2021-12-31", DatePrecision::year);
    add(table, "2021-01-10", "2021-01-10", DatePrecision::day);
    add(table, "2021-01-10", "2021-01-14", DatePrecision::days);
    add(table, "2021-02-01", "2021-02-28", DatePrecision::month);
    add(table, "2021-02-01", "2021-02-28", DatePrecision::month);
    add(table, "2021-02-03", "2021-02-09", DatePrecision::week);
    const DayCounts counts = count_days(table);
    CHECK(sum(counts.exact) == 3);
    CHECK(sum(counts.lasting) == 2);
    CHECK(counts.exact[9] == 2);
    CHECK(counts.exact[31] == 0); // the first of February is not where the month's incidents were
    CHECK(counts.n_vague == 3);
    REQUIRE(counts.vague.size() == 2);
    CHECK(counts.vague[0].first == number("2021-01-01"));
    CHECK(counts.vague[1].count == 2);
    CHECK(counts.vague[1].last == number("2021-02-28"));
}

TEST_CASE("a vague date that the file gives as one day stands for the whole month or year") {
    IncidentTable table;
    add(table, "2021-02-10", "2021-02-10", DatePrecision::month);
    add(table, "2021-02-15", "2021-02-15", DatePrecision::month);
    add(table, "2021-06-15", "2021-06-15", DatePrecision::year);
    const DayCounts counts = count_days(table);
    REQUIRE(counts.vague.size() == 2);
    CHECK(counts.vague[0].first == number("2021-01-01"));
    CHECK(counts.vague[0].last == number("2021-12-31"));
    CHECK(counts.vague[1].first == number("2021-02-01"));
    CHECK(counts.vague[1].last == number("2021-02-28"));
    CHECK(counts.vague[1].count == 2);
}

TEST_CASE("without dates there are no days") {
    IncidentTable table;
    CHECK(count_days(table).exact.empty());
    table.lon_deg = table.lat_deg = {70.0};
    table.first_day = table.last_day = {kNoDay};
    CHECK(count_days(table).exact.empty());
    CHECK(count_days(table).n_undated == 1);
}

TEST_CASE(
    "the days of a study ignore its time limits and nothing else, and a step of the window keeps them") {
    TemporaryFolder folder;
    std::ofstream(folder.file("rows.csv")) << kRows;
    Study study;
    study.source.path = folder.file("rows.csv");
    NoProgress progress;
    const EvaluateOptions options{0, {}, true};
    const Snapshot all = evaluate(study, {}, progress, options);
    REQUIRE(all.days.value);
    CHECK(sum(all.days.value->exact) == 3);
    CHECK(all.days.value->n_vague == 2);

    study.filter.from = study.filter.to = day_from_iso("2021-01-12");
    const Snapshot one_day = evaluate(study, all, progress, options);
    CHECK(one_day.selected.value->rows.size() == 1);
    CHECK(one_day.days.value == all.days.value);

    study.filter.where = "kind = 'Battles'";
    const Snapshot battles = evaluate(study, one_day, progress, options);
    CHECK(battles.selected.value->rows.size() == 1);
    CHECK(sum(battles.days.value->exact) == 2);
    CHECK(battles.days.value->n_vague == 1);

    CHECK_FALSE(evaluate(study, {}, progress).days.value); // nobody asked
}
