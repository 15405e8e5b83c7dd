#include "app/viewer/summary.hpp"

#include <numeric>

#include "app/viewer/timeline_bins.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

std::uint64_t sum(const std::vector<std::uint32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

} // namespace

TEST_CASE("bars count what passes all but time, the status line what passes all") {
    const geo::IncidentTable table = test::sample_table();
    const geo::DayCounts all = geo::count_days(table);
    const geo::Selection timeless{0, 1, 3}, in_time{1};
    const geo::DayCounts days = geo::count_days(table, timeless);
    geo::Selected selected;
    selected.rows = in_time;
    const Summary summary = summarise(table, category_codes(table), all, &selected, &days);
    CHECK(summary.n_shown == 1);
    CHECK(summary.n_all == 5);
    CHECK(sum(summary.shown_by_day) == 3);
    CHECK(sum(summary.all_by_day) == 5);
}

TEST_CASE("vague dates keep their own counts, of the file and of what passes") {
    geo::IncidentTable table = test::sample_table();
    table.date_precision.assign(5, geo::DatePrecision::month);
    table.date_precision[0] = geo::DatePrecision::day;
    const geo::Selection rows{0, 1, 4};
    const geo::DayCounts days = geo::count_days(table, rows);
    const Summary summary = summarise(table, category_codes(table), geo::count_days(table), nullptr, &days);
    CHECK(summary.n_vague == 4);
    CHECK(summary.n_vague_shown == 2);
    REQUIRE(summary.vague.size() == 3); // January 2020 twice, February 2021, March 2022
    CHECK(summary.vague[0].n_all == 2);
    CHECK(summary.vague[0].n_shown == 1);
    CHECK(summary.vague[1].n_shown == 0);
    CHECK(sum(summary.all_by_day) == 1);
}

TEST_CASE("days before the selection is known are empty, not wrong") {
    const geo::IncidentTable table = test::sample_table();
    const Summary summary = summarise(table, category_codes(table), geo::count_days(table), nullptr, nullptr);
    CHECK(summary.shown_by_day.size() == summary.all_by_day.size());
    CHECK(sum(summary.shown_by_day) == 0);
}

TEST_CASE("counts of a window are cut at the ends of the days there are") {
    const geo::Day first = *geo::day_from_iso("2020-01-01");
    const std::vector<std::uint32_t> counts{1, 2, 4};
    const auto within = [&](int from, int to) {
        return count_within(counts, geo::number_from_day(first),
                            {first + std::chrono::days{from}, first + std::chrono::days{to}});
    };
    CHECK(within(0, 3) == 7);
    CHECK(within(1, 2) == 2);
    CHECK(within(-5, 2) == 3);
    CHECK(within(2, 99) == 4);
    CHECK(within(5, 9) == 0);
    CHECK(within(-9, -5) == 0);
}

TEST_CASE("the counts of the categories are not narrowed by the choice among them, but by all else") {
    auto table = std::make_shared<geo::IncidentTable>(test::sample_table());
    geo::Column kind("kind");
    for (const char* value : {"Battles", "Riots", "Battles", "Battles", "Riots"}) kind.push_back(value);
    table->origin.header = {"kind"};
    table->origin.schema.roles[geo::Role::category] = 0;
    table->columns = {kind};
    table->deaths_best = {1, 2, 3, 4, 5};
    auto loaded = std::make_shared<geo::LoadedIncidents>();
    loaded->table = table;
    geo::Snapshot snapshot;
    snapshot.incidents.value = loaded;
    auto selected = std::make_shared<geo::Selected>();
    selected->rows = {2, 3};
    geo::Filter filter;
    filter.where = "\"kind\" in ('Battles') and deaths_best >= 2";
    snapshot.supports.value = std::make_shared<geo::LocationSupports>();
    snapshot.selected = {filter, {snapshot.incidents.value}, selected};
    Summariser summariser;
    const auto summary = summariser.summary_of(snapshot);
    REQUIRE(summary->categories.size() == 2);
    CHECK(summary->categories[0].value == "Battles");
    CHECK(summary->categories[0].n_shown == 2);
    CHECK(summary->categories[0].n_beyond == 2);
    CHECK(summary->categories[1].n_shown == 0);
    CHECK(summary->categories[1].n_beyond == 2); // two riots have two deaths or more
    filter.where.clear();
    snapshot.selected.params = filter;
    CHECK_FALSE(rows_beyond_categories(snapshot, "kind"));
}
