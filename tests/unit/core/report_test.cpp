#include "geo/core/report.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("reports of parts add up to that of the file") {
    const auto day = [](int n) { return Day{std::chrono::days{n}}; };
    Report first, second, undated;
    first.rows_read = 10;
    first.incidents = 7;
    first.unlocated = 1;
    first.blank_lines = 1;
    first.period = DayWindow{day(5), day(9)};
    first.note("a note");
    for (std::uint64_t row : {2, 3, 4}) first.suspect("odd", row);
    first.reject({5, "date", "x", "is not a date", "x,1"});
    second.rows_read = 4;
    second.incidents = 3;
    second.blank_lines = 2;
    second.clocks_dropped = 2;
    second.period = DayWindow{day(2), day(6)};
    for (std::uint64_t row : {12, 13, 14}) second.suspect("odd", row);
    second.suspect("strange", 12);
    second.reject({15, "date", "y", "is not a date", "y,1"});
    first.append(undated);
    first.append(second);
    CHECK(first.rows_read == 14);
    CHECK(first.incidents == 10);
    CHECK(first.unlocated == 1);
    CHECK(first.period == DayWindow{day(2), day(9)});
    REQUIRE(first.suspicious().size() == 2);
    CHECK(first.suspicious()[0].count == 6);
    CHECK(first.suspicious()[0].example_rows == std::vector<std::uint64_t>{2, 3, 4, 12, 13});
    REQUIRE(first.rejected().size() == 2);
    CHECK(first.rejected()[1].row == 15);
    first.note_what_was_skipped();
    CHECK(first.notes == std::vector<std::string>{"a note", "3 blank lines skipped",
                                                  "2 clock times dropped: a date is the day as it is written, no "
                                                  "time zone moves it"});
    undated.append(second);
    CHECK(undated.period == second.period);
}
