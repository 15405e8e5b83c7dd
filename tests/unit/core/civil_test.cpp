#include "geo/core/civil.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("a day is the same after its text is read back") {
    for (int number : {-719162, -1, 0, 59, 7598, 20000, 2932896}) {
        const Day day = day_from_number(number);
        CHECK(day_from_iso(iso_from_day(day)) == day);
        CHECK(number_from_day(day) == number);
    }
}

TEST_CASE("a false midnight is dropped and no other clock time is believed") {
    const Day day = *day_from_iso("2021-08-15");
    CHECK(day_from_iso("2021-08-15 00:00:00.000") == day);
    CHECK(day_from_iso("2021-08-15T00:00:00Z") == day);
    CHECK_FALSE(day_from_iso("2021-08-15 13:30"));
    CHECK_FALSE(day_from_iso("2021-08-15x"));
}

TEST_CASE("days that no calendar has are refused") {
    for (const char* text : {"2021-06-31", "2021-02-29", "0000-01-01", "2021-13-01", "2021-00-10", "2021-1-1", "", "21-01-01"})
        CHECK_FALSE(day_from_iso(text));
    CHECK(day_from_iso("2020-02-29"));
}

TEST_CASE("a year, a month and a day are windows of their days") {
    CHECK(window_from_text("2021")->days() == 365);
    CHECK(window_from_text("2020")->days() == 366);
    CHECK(window_from_text("2021-02")->days() == 28);
    CHECK(iso_from_day(window_from_text("2021-12")->last) == "2022-01-01");
    CHECK(window_from_text("2021-08-15")->days() == 1);
    for (const char* text : {"2021-", "2021-13", "21", "2021-08-32", "abcd", "20210815"}) CHECK_FALSE(window_from_text(text));
}
