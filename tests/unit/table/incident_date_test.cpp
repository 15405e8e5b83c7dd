#include "geo/table/incident_date.hpp"

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

std::string span_in_words(std::string_view text, DayOrder order = DayOrder::automatic) {
    DateReader reader(order);
    const char* reason = "";
    const auto span = reader.read(text, reason);
    if (!span) return reason;
    const std::string first = iso_from_day(day_from_number(span->first));
    if (span->first == span->last) return first;
    return first + ".." + iso_from_day(day_from_number(span->last));
}

DayOrder decided(std::initializer_list<const char*> dates) {
    DateReader reader(DayOrder::automatic);
    const char* reason = "";
    for (const char* date : dates) reader.read(date, reason);
    return decided_day_order(reader.evidence(), "date");
}

std::string parts_in_words(std::string_view year, std::string_view month, std::string_view day) {
    const char* reason = "";
    const auto span = span_from_parts(year, month, day, reason);
    if (!span) return reason;
    return iso_from_day(day_from_number(span->first)) + ".." + iso_from_day(day_from_number(span->last));
}

} // namespace

TEST_CASE("dates are read in the ways that people write them") {
    for (const char* text :
         {"1990-10-04", "1990-10-04 00:00:00.000", "1990-10-04T00:00:00Z", "1990-10-4", "1990/10/04",
          "1990/10/4", "19901004", "4 October 1990", "04 October 1990", "4 oct 1990", "04-Oct-1990",
          "October 4, 1990", "Oct. 4 1990", "1990 October 4", "1990-Oct-04", " 1990-10-04 "})
        CHECK(span_in_words(text) == "1990-10-04");
}

TEST_CASE("a month or a year alone covers its days") {
    CHECK(span_in_words("2020-02") == "2020-02-01..2020-02-29");
    CHECK(span_in_words("Feb 2021") == "2021-02-01..2021-02-28");
    CHECK(span_in_words("2021") == "2021-01-01..2021-12-31");
}

TEST_CASE("a clock time never moves the day and is counted as dropped") {
    DateReader reader(DayOrder::automatic);
    const char* reason = "";
    for (const char* text : {"2021-08-15 23:59", "2021-08-15T23:59:59+05:00", "2021-08-15T01:00:00Z"}) {
        const auto span = reader.read(text, reason);
        REQUIRE(span);
        CHECK(iso_from_day(day_from_number(span->first)) == "2021-08-15");
        CHECK(span->clock_dropped);
    }
    CHECK_FALSE(reader.read("2021-08-15 00:00:00", reason)->clock_dropped);
}

TEST_CASE("what is no date says why") {
    CHECK(span_in_words("n/a") == "is not a date");
    CHECK(span_in_words("2021-02-30") == "is not a day of the calendar");
    CHECK(span_in_words("31/11/2021") == "is not a day of the calendar");
    CHECK(span_in_words("04-Oct-90") == "has a year of two digits");
    CHECK(span_in_words("04/10/90") == "has a year of two digits");
    CHECK(span_in_words("Oct") == "is not a date");
    CHECK(span_in_words("2021-08-15 soon") == "is not a date");
    CHECK(span_in_words("20211301") == "is not a day of the calendar");
    CHECK(span_in_words("44423") == "is not a date");
    CHECK(span_in_words("99999999999999999999") == "is not a date");
    CHECK(span_in_words("2021-08-15-01") == "is not a date");
}

TEST_CASE("the whole column decides the order of day and month") {
    CHECK(decided({"03/04/2021", "31/01/2021"}) == DayOrder::day_first);
    CHECK(decided({"03/04/2021", "01/31/2021"}) == DayOrder::month_first);
    CHECK(decided({"2021-03-04"}) == DayOrder::automatic);
    CHECK(decided({"03.03.2021", "04/04/2021"}) == DayOrder::automatic);
    CHECK_THROWS_WITH(decided({"03/04/2021"}), Catch::Contains("--day-order"));
    CHECK_THROWS_WITH(decided({"13/04/2021", "04/13/2021"}), Catch::Contains("--day-order"));
}

TEST_CASE("an order that was asked for is kept to") {
    CHECK(span_in_words("03/04/2021", DayOrder::day_first) == "2021-04-03");
    CHECK(span_in_words("03-04-2021", DayOrder::month_first) == "2021-03-04");
    CHECK(span_in_words("13/04/2021", DayOrder::month_first) == "is not a month/day/year date");
    CHECK(span_in_words("04/13/2021", DayOrder::day_first) == "is not a day/month/year date");
    CHECK(span_in_words("03/04/2021 00:00", DayOrder::day_first) == "2021-04-03");
}

TEST_CASE("dates in parts know months and years that are all that is known") {
    CHECK(parts_in_words("1997", "6", "4") == "1997-06-04..1997-06-04");
    CHECK(parts_in_words("1997", "6", "0") == "1997-06-01..1997-06-30");
    CHECK(parts_in_words("1997", "0", "0") == "1997-01-01..1997-12-31");
    CHECK(parts_in_words("1997", "2", "30") == "is not a day of the calendar");
    CHECK(parts_in_words("x", "2", "3") == "is not a day of the calendar");
    CHECK(parts_in_words("1997.0", "6.0", "4.0") == "1997-06-04..1997-06-04");
}

TEST_CASE("every day of a century is read back from each way of writing it") {
    DateReader reader(DayOrder::day_first);
    const char* reason = "";
    const Day first = *day_from_civil(1970, 1, 1);
    for (Day day = first; day < first + std::chrono::days{36525}; day += std::chrono::days{1}) {
        const std::string iso = iso_from_day(day);
        const std::string dmy = iso.substr(8) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
        REQUIRE(reader.read(iso, reason)->first == number_from_day(day));
        REQUIRE(reader.read(dmy, reason)->first == number_from_day(day));
    }
}
