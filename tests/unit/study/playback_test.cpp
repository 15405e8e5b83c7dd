#include "geo/study/playback.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

Day day(const char* iso) { return *day_from_iso(iso); }
DayWindow days(const char* first, const char* end) { return {day(first), day(end)}; }

const DayWindow kTwoYears = days("2020-01-01", "2022-01-01");

} // namespace

TEST_CASE("a moving window keeps its length, steps by the calendar and ends with the period") {
    const PlaybackFrames frames({CalendarUnit::month, {90, CalendarUnit::day}, false, {}}, kTwoYears);
    REQUIRE(frames.size() > 20);
    CHECK(frames[0] == days("2020-01-01", "2020-03-31"));
    for (std::size_t i = 0; i < frames.size(); ++i) {
        CHECK(frames[i].first == unit_from_index(unit_index(day("2020-01-01"), CalendarUnit::month) + int(i),
                                                 CalendarUnit::month));
        if (i + 1 < frames.size()) CHECK(frames[i].days() == 90);
        CHECK(frames[i].last <= kTwoYears.last);
    }
    CHECK(frames[frames.size() - 1].last == kTwoYears.last);
    CHECK(frames[frames.size() - 2].last < kTwoYears.last);
}

TEST_CASE("every day of the period is in a frame when the window is no shorter than the step") {
    for (const CalendarUnit step : {CalendarUnit::day, CalendarUnit::week, CalendarUnit::month,
                                    CalendarUnit::quarter, CalendarUnit::year})
        for (const DayWindow period :
             {kTwoYears, days("1989-01-25", "1990-03-02"), days("2021-05-05", "2021-05-06")}) {
            const PlaybackFrames frames({step, {1, step}, false, {}}, period);
            Day reached = period.first;
            for (std::size_t i = 0; i < frames.size(); ++i) {
                CHECK(frames[i].first <= reached);
                CHECK(frames[i].days() > 0);
                reached = frames[i].last;
            }
            CHECK(reached == period.last);
        }
}

TEST_CASE("cumulative frames begin with the period and end with each unit") {
    const PlaybackFrames frames({CalendarUnit::quarter, {}, true, {}}, days("2020-02-10", "2021-01-15"));
    REQUIRE(frames.size() == 5);
    CHECK(frames[0] == days("2020-02-10", "2020-04-01"));
    CHECK(frames[4] == days("2020-02-10", "2021-01-15"));
}

TEST_CASE("a file of one day, a window longer than the period, and none at all") {
    const DayWindow one = days("2021-05-05", "2021-05-06");
    for (const bool cumulative : {false, true}) {
        const PlaybackFrames frames({CalendarUnit::year, {30, CalendarUnit::day}, cumulative, {}}, one);
        REQUIRE(frames.size() == 1);
        CHECK(frames[0] == one);
    }
    CHECK(PlaybackFrames({CalendarUnit::day, {9999, CalendarUnit::day}, false, {}}, kTwoYears).size() == 1);
    CHECK(PlaybackFrames({}, DayWindow{}).empty());
    CHECK(PlaybackFrames().empty());
}

TEST_CASE("a window much shorter than the step is never empty") {
    const PlaybackFrames frames({CalendarUnit::year, {10, CalendarUnit::day}, false, {}},
                                days("2019-08-15", "2021-06-01"));
    REQUIRE(frames.size() == 3);
    CHECK(frames[0] == days("2019-08-15", "2019-08-25"));
    CHECK(frames[1] == days("2020-01-01", "2020-01-11"));
}

TEST_CASE("playing within a part of the period stays there") {
    PlaybackSpec spec{CalendarUnit::month, {1, CalendarUnit::month}, false, days("2020-06-10", "2020-09-01")};
    const PlaybackFrames frames(spec, kTwoYears);
    REQUIRE(frames.size() == 3);
    CHECK(frames[0] == days("2020-06-10", "2020-07-01"));
    spec.within = days("2030-01-01", "2031-01-01");
    CHECK(PlaybackFrames(spec, kTwoYears).empty());
}

TEST_CASE("a frame is found by its days, and the next one by a beginning") {
    for (const bool cumulative : {false, true}) {
        const PlaybackFrames frames({CalendarUnit::week, {30, CalendarUnit::day}, cumulative, {}}, kTwoYears);
        for (std::size_t i = 0; i < frames.size(); i += 7) {
            CHECK(frames.index_of(frames[i]) == i);
            CHECK(frames.first_not_before(frames[i]) == i);
        }
        CHECK_FALSE(frames.index_of(days("2020-05-06", "2020-05-08")));
    }
    const PlaybackFrames months({CalendarUnit::month, {1, CalendarUnit::month}, false, {}}, kTwoYears);
    CHECK(months.first_not_before(days("2020-02-10", "2020-03-01")) == 2);
    CHECK(months.first_not_before(days("2022-02-10", "2022-03-01")) == months.size());
}

TEST_CASE("ten thousand years of days are counted at once") {
    const PlaybackFrames frames({CalendarUnit::day, {1, CalendarUnit::day}, false, {}},
                                days("0001-01-01", "9999-12-31"));
    CHECK(frames.size() == 3652058);
}
