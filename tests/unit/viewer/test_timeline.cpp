#include <numeric>

#include "app/viewer/brush.hpp"
#include "app/viewer/timeline_bins.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

geo::Day day(const char* iso) { return *geo::day_from_iso(iso); }

Summary summary_of(const char* first, std::size_t n_days) {
    Summary summary;
    summary.first_day = geo::number_from_day(day(first));
    for (std::size_t i = 0; i < n_days; ++i) {
        summary.all_by_day.push_back(static_cast<std::uint32_t>(i % 5));
        summary.shown_by_day.push_back(static_cast<std::uint32_t>(i % 2));
    }
    return summary;
}

} // namespace

TEST_CASE("every bin keeps every incident, whatever the width") {
    const Summary summary = summary_of("1989-01-25", 12030);
    const auto n = std::accumulate(summary.all_by_day.begin(), summary.all_by_day.end(), std::uint64_t{0});
    for (double width : {0.0, 10.0, 300.0, 700.0, 2000.0, 60000.0}) {
        const TimelineBins bins = timeline_bins(summary, width);
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < bins.bins.size(); ++i) {
            total += bins.bins[i].n_all;
            CHECK(bins.bins[i].n_all <= bins.top);
            if (i > 0) CHECK(bins.bins[i].days.first == bins.bins[i - 1].days.last);
        }
        CHECK(total == n);
    }
}

TEST_CASE("bins go from days to years as the period grows") {
    CHECK(timeline_bins(summary_of("2021-01-01", 90), 700).unit == BinUnit::day);
    CHECK(timeline_bins(summary_of("2021-01-01", 700), 700).unit == BinUnit::week);
    CHECK(timeline_bins(summary_of("2015-01-01", 3650), 700).unit == BinUnit::month);
    CHECK(timeline_bins(summary_of("1989-01-25", 12030), 700).unit == BinUnit::quarter);
    CHECK(timeline_bins(summary_of("1800-01-01", 80000), 700).unit == BinUnit::year);
}

TEST_CASE("weeks begin on Monday, months and years on their first") {
    CHECK(bin_start(day("2021-08-15"), BinUnit::week) == day("2021-08-09"));
    CHECK(bin_start(day("2021-08-09"), BinUnit::week) == day("2021-08-09"));
    CHECK(bin_start(day("2021-08-15"), BinUnit::quarter) == day("2021-07-01"));
    CHECK(next_bin(day("2020-02-01"), BinUnit::month) == day("2020-03-01"));
    CHECK(next_bin(day("2020-10-01"), BinUnit::quarter) == day("2021-01-01"));
}

TEST_CASE("a file without dates has no bins") {
    CHECK(timeline_bins({}, 700).bins.empty());
    CHECK(timeline_ticks({}, 60).empty());
}

TEST_CASE("days and pixels of the axis are inverse") {
    const TimelineAxis axis{{day("2000-01-01"), day("2020-01-01")}, 100, 900};
    CHECK(axis.x_from_day(day("2000-01-01")) == 100);
    CHECK(axis.x_from_day(day("2020-01-01")) == 1000);
    for (int i = 0; i < 7000; i += 113) {
        const geo::Day d = day("2000-01-01") + std::chrono::days{i};
        CHECK(axis.day_from_x(axis.x_from_day(d)) == d);
    }
    CHECK(axis.day_from_x(-5) == day("2000-01-01"));
    CHECK(axis.day_from_x(5000) == day("2020-01-01"));
}

TEST_CASE("ticks keep their distance") {
    for (int n_days : {10, 100, 1000, 12000, 80000}) {
        const TimelineAxis axis{{day("1950-03-05"), day("1950-03-05") + std::chrono::days{n_days}}, 0, 700};
        const auto ticks = timeline_ticks(axis, 60);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            CHECK(axis.x_from_day(ticks[i].day) - axis.x_from_day(ticks[i - 1].day) > 54);
        CHECK(ticks.size() <= 12);
    }
}

TEST_CASE("the brush moves as a whole and stops at the ends") {
    const geo::DayWindow limits{day("2020-01-01"), day("2021-01-01")};
    const BrushDrag middle{BrushPart::middle, day("2020-06-15"), day("2020-06-01"), day("2020-06-30")};
    auto [from, to] = brushed(middle, day("2020-06-25"), limits);
    CHECK(from == day("2020-06-11"));
    CHECK(to == day("2020-07-10"));
    std::tie(from, to) = brushed(middle, day("2021-01-01"), limits);
    CHECK(to == day("2020-12-31"));
    CHECK(to - from == std::chrono::days{29});
}

TEST_CASE("handles of the brush may cross and stay within the file's days") {
    const geo::DayWindow limits{day("2020-01-01"), day("2021-01-01")};
    const BrushDrag left{BrushPart::from_handle, {}, day("2020-06-01"), day("2020-06-30")};
    const auto [from, to] = brushed(left, day("2020-09-01"), limits);
    CHECK(from == day("2020-06-30"));
    CHECK(to == day("2020-09-01"));
    const BrushDrag right{BrushPart::to_handle, {}, day("2020-06-01"), day("2020-06-30")};
    CHECK(brushed(right, day("2021-01-01"), limits).second == day("2020-12-31"));
}
