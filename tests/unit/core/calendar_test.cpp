#include "geo/core/calendar.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

Day day(const char* iso) { return *day_from_iso(iso); }
constexpr CalendarUnit kAll[] = {CalendarUnit::day, CalendarUnit::week, CalendarUnit::month,
                                 CalendarUnit::quarter, CalendarUnit::year};

} // namespace

TEST_CASE("units follow each other without gap or overlap, before 1970 and after") {
    for (const CalendarUnit unit : kAll)
        for (int index : {-9000, -13, -12, -1, 0, 1, 11, 12, 600, 9000}) {
            if (unit == CalendarUnit::year && (index < -1900 || index > 2000)) continue;
            const Day start = unit_from_index(index, unit);
            CHECK(unit_index(start, unit) == index);
            CHECK(unit_index(start - std::chrono::days{1}, unit) == index - 1);
            CHECK(next_unit(start, unit) == unit_from_index(index + 1, unit));
        }
}

TEST_CASE("a unit begins where people say it does") {
    CHECK(unit_start(day("2021-08-15"), CalendarUnit::week) == day("2021-08-09")); // a Monday
    CHECK(unit_start(day("1969-12-31"), CalendarUnit::week) == day("1969-12-29"));
    CHECK(unit_start(day("2021-08-15"), CalendarUnit::quarter) == day("2021-07-01"));
    CHECK(unit_start(day("1969-08-15"), CalendarUnit::year) == day("1969-01-01"));
    CHECK(unit_start(day("2020-02-29"), CalendarUnit::month) == day("2020-02-01"));
}

TEST_CASE("a month after the last of a month is the last of the next, and back") {
    CHECK(day_after(day("2021-01-31"), {1, CalendarUnit::month}) == day("2021-02-28"));
    CHECK(day_after(day("2020-01-31"), {1, CalendarUnit::month}) == day("2020-02-29"));
    CHECK(day_after(day("2021-03-31"), {-1, CalendarUnit::month}) == day("2021-02-28"));
    CHECK(day_after(day("2020-02-29"), {1, CalendarUnit::year}) == day("2021-02-28"));
    CHECK(day_after(day("2021-08-15"), {90, CalendarUnit::day}) == day("2021-11-13"));
    CHECK(day_after(day("2021-08-15"), {2, CalendarUnit::week}) == day("2021-08-29"));
    CHECK(day_after(day("2021-11-15"), {2, CalendarUnit::quarter}) == day("2022-05-15"));
}

TEST_CASE("lengths of time are written with their unit") {
    CHECK(span_from_text("90d") == CalendarSpan{90, CalendarUnit::day});
    CHECK(span_from_text("12 weeks") == CalendarSpan{12, CalendarUnit::week});
    CHECK(span_from_text("3months") == CalendarSpan{3, CalendarUnit::month});
    CHECK(span_from_text("1quarter") == CalendarSpan{1, CalendarUnit::quarter});
    CHECK(span_from_text("2y") == CalendarSpan{2, CalendarUnit::year});
    for (const char* bad : {"", "90", "d", "0d", "-3d", "10000d", "3 fortnights", "1.5y", "9d9", "1s"})
        CHECK_FALSE(span_from_text(bad));
    CHECK(in_words({1, CalendarUnit::month}) == "1 month");
    CHECK(in_words({90, CalendarUnit::day}) == "90 days");
    CHECK(span_from_text(in_words({7, CalendarUnit::quarter})) == CalendarSpan{7, CalendarUnit::quarter});
}

TEST_CASE("names of units come back") {
    for (const CalendarUnit unit : kAll) CHECK(unit_from_name(name_of(unit)) == unit);
    CHECK_FALSE(unit_from_name("fortnight"));
}

TEST_CASE("units have the labels that people file them under") {
    const auto label = [](const char* day, CalendarUnit unit) {
        return unit_label(unit_start(*day_from_iso(day), unit), unit);
    };
    CHECK(label("2021-08-15", CalendarUnit::day) == "2021-08-15");
    CHECK(label("2021-08-15", CalendarUnit::week) == "2021-W32");
    CHECK(label("2021-01-03", CalendarUnit::week) == "2020-W53"); // ISO 8601: the year of the week's Thursday
    CHECK(label("2018-12-31", CalendarUnit::week) == "2019-W01");
    CHECK(label("2021-08-15", CalendarUnit::month) == "2021-08");
    CHECK(label("2021-08-15", CalendarUnit::quarter) == "2021-Q3");
    CHECK(label("1969-12-31", CalendarUnit::quarter) == "1969-Q4");
    CHECK(label("1969-12-31", CalendarUnit::year) == "1969");
}

TEST_CASE("a year before a unit is the same season") {
    const auto before = [](const char* day, CalendarUnit unit) {
        return iso_from_day(unit_from_index(index_a_year_before(unit_index(*day_from_iso(day), unit), unit), unit));
    };
    CHECK(before("2021-08-15", CalendarUnit::day) == "2020-08-15");
    CHECK(before("2020-02-29", CalendarUnit::day) == "2019-02-28");
    CHECK(before("2021-08-16", CalendarUnit::week) == "2020-08-17");
    CHECK(before("2021-08-15", CalendarUnit::month) == "2020-08-01");
    CHECK(before("2021-08-15", CalendarUnit::quarter) == "2020-07-01");
    CHECK(before("1970-08-15", CalendarUnit::year) == "1969-01-01");
}
