#include "geo/table/expression.hpp"

#include <numeric>

#include "geo/core/error.hpp"
#include "geo/table/expression_node.hpp"
#include "geo/table/filter.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

/// Four incidents: undated, 2020, 2021, 2021.
IncidentTable small_table() {
    IncidentTable table;
    table.origin.header = {"event_date", "event_type", "killed", "my note", "age"};
    table.origin.schema.roles = {{Role::date, 0}, {Role::category, 1}, {Role::deaths_best, 2}};
    table.lon_deg = {70, 71, 72, 73};
    table.lat_deg = {34, 34, 34, 34};
    table.first_day = {kNoDay, number_from_day(*day_from_iso("2020-12-31")),
                       number_from_day(*day_from_iso("2021-01-01")),
                       number_from_day(*day_from_iso("2021-08-15"))};
    table.last_day = table.first_day;
    table.deaths_best = {std::nan(""), 0, 5, 12};
    Column type("event_type"), note("my note"), age("age");
    for (const char* text : {"Battles", "Riots", "Battles", ""}) type.push_back(text);
    for (const char* text : {"it's", "100 %", "Über", "x"}) note.push_back(text);
    for (const char* text : {"9", "10", "n/a", ""}) age.push_back(text);
    table.columns = {type, note, age};
    return table;
}

/// "0110": which rows pass.
std::string passing(const char* expression) {
    std::string out;
    for (const auto pass : Expression::parse(expression).evaluate(small_table())) out += pass ? '1' : '0';
    return out;
}

} // namespace

TEST_CASE("text compares exactly, the empty text too") {
    CHECK(passing("event_type = 'Battles'") == "1010");
    CHECK(passing("EVENT_TYPE != 'Battles'") == "0101");
    CHECK(passing("event_type = 'battles'") == "0000");
    CHECK(passing("\"my note\" = 'it''s'") == "1000");
    CHECK(passing("event_type in ('Riots', '')") == "0101");
    CHECK(passing("event_type not in ('Riots', '')") == "1010");
}

TEST_CASE("numbers compare as numbers and are false for what is none") {
    CHECK(passing("age > 9") == "0100");
    CHECK(passing("age >= 9.0") == "1100");
    CHECK(passing("age != 9") == "0100");
    CHECK(passing("deaths_best >= 5") == "0011");
    CHECK(passing("deaths_best != 5") == "0101");
    CHECK(passing("lon < 71.5") == "1100");
    CHECK(passing("deaths_best in (0, 12)") == "0101");
    CHECK(passing("deaths_best > -1e0") == "0111");
}

TEST_CASE("dates compare as days, months and years") {
    CHECK(passing("event_date >= '2021-01-01'") == "0011");
    CHECK(passing("event_date <= '2021'") == "0111");
    CHECK(passing("date = '2021'") == "0011");
    CHECK(passing("date = 2021") == "0011");
    CHECK(passing("date > '2021-01'") == "0001");
    CHECK(passing("date != '2021'") == "0100");
    CHECK(passing("date is null") == "1000");
    CHECK_THROWS_WITH(passing("date > 'soon'"), Catch::Contains("not a day"));
}

TEST_CASE("latitudes, ends of dates and bounds of deaths compare as what they are") {
    IncidentTable table = small_table();
    table.lat_deg = {30, 31, 32, 33};
    table.last_day[3] += 10; // to 25 August
    table.deaths_low = {std::nan(""), 0, 4, 12};
    table.deaths_high = {std::nan(""), 1, 9, 12};
    const auto passing_in = [&](const char* expression) {
        std::string out;
        for (const auto pass : Expression::parse(expression).evaluate(table)) out += pass ? '1' : '0';
        return out;
    };
    CHECK(passing_in("lat < 32") == "1100");
    CHECK(passing_in("lat <= 32") == "1110");
    CHECK(passing_in("date < '2021'") == "0100");
    CHECK(passing_in("date > '2021-08-20'") == "0000");
    CHECK(passing_in("date_end > '2021-08-20'") == "0001");
    CHECK(passing_in("deaths_low < 5") == "0110");
    CHECK(passing_in("deaths_high >= 9") == "0011");
    CHECK_THROWS_WITH(passing_in("lat = 'north'"), Catch::Contains("number") && Catch::Contains("'north'"));
}

TEST_CASE("like knows percent and underscore and ignores case") {
    CHECK(passing("event_type like 'batt%'") == "1010");
    CHECK(passing("event_type not like '%t%'") == "0001");
    CHECK(passing("\"my note\" like '_ber'") == "0010");
    CHECK(passing("\"my note\" like '%'") == "1111");
    CHECK(is_like("aaaaab", "%a%a%b"));
    CHECK_FALSE(is_like("abc", "ab"));
    CHECK(is_like("", "%%"));
    CHECK_FALSE(is_like("", "_"));
    // A pattern that makes naive matchers take for ever.
    CHECK_FALSE(is_like(std::string(2000, 'a'), "%a%a%a%a%a%a%a%a%a%a%b"));
}

TEST_CASE("and binds tighter than or, not tighter than both") {
    CHECK(passing("event_type = 'Riots' or event_type = 'Battles' and deaths_best > 1") == "0110");
    CHECK(passing("(event_type = 'Riots' or event_type = 'Battles') and deaths_best > 1") == "0010");
    CHECK(passing("not event_type = 'Riots' and date is not null") == "0011");
    CHECK(passing("event_type is not null AND NOT (age is null)") == "1110");
}

TEST_CASE("not, twice, changes nothing and the two laws of De Morgan hold") {
    for (const char* a : {"age > 9", "event_type is null", "date = '2021'"}) {
        const std::string x = a;
        CHECK(passing(("not not " + x).c_str()) == passing(a));
        CHECK(passing(("not (" + x + " or lon < 72)").c_str()) ==
              passing(("not " + x + " and not lon < 72").c_str()));
        CHECK(passing(("not (" + x + " and lon < 72)").c_str()) ==
              passing(("not " + x + " or not lon < 72").c_str()));
    }
}

TEST_CASE("the names that an expression uses are known before the file is read") {
    CHECK(Expression::parse("a = 1 and (b like 'x' or a is null)").names() ==
          std::vector<std::string>{"a", "b"});
}

TEST_CASE("what cannot be understood is refused with its place") {
    for (const char* bad :
         {"", "age", "age >", "age > 'x", "age in ()", "(age > 1", "age > 1)", "and", "age is 5", "1 = 1",
          "age ~ 1", "age = 1.2.3", "age not 5", "age = 1 age = 2", "age in (1 2)"}) {
        INFO(bad);
        CHECK_THROWS_WITH(Expression::parse(bad), Catch::Contains("at character"));
    }
    CHECK_THROWS_WITH(passing("nothing = 1"),
                      Catch::Contains("'nothing'") && Catch::Contains("'event_date'"));
    CHECK_THROWS_WITH(passing("lon like 'x'"), Catch::Contains("not text"));
    CHECK_THROWS_AS(Expression::parse(std::string(100000, '(')), Error);
    std::string chain = "a=1";
    for (int i = 0; i < 100000; ++i) chain += " or a=1";
    CHECK_THROWS_AS(Expression::parse(chain), Error);
}

TEST_CASE("a filter is told in words") {
    Filter filter;
    CHECK(in_words(filter) == "all incidents");
    filter.from = day_from_iso("2021-01-01");
    CHECK(in_words(filter) == "from 2021-01-01");
    filter.to = day_from_iso("2021-12-31");
    filter.within = kilometres(50);
    filter.where = "event_type = 'Battles'";
    CHECK(in_words(filter) == "2021-01-01 to 2021-12-31, within 50 km of the border, event_type = 'Battles'");
}
