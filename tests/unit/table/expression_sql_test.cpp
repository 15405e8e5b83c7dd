#include "geo/table/expression_sql.hpp"

#include <vector>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

using Kind = SqlColumn::Kind;
const std::vector<SqlColumn> kColumns{{"deaths", Kind::integer}, {"share", Kind::real},
                                      {"kind", Kind::text},      {"on", Kind::day},
                                      {"ok", Kind::other},       {"a\"b", Kind::integer}};

std::string sql(std::string_view where) { return sql_superset(where, kColumns); }

} // namespace

TEST_CASE("comparisons that a database can judge become SQL, unknown is false") {
    CHECK(sql("deaths >= 5") == R"(COALESCE("deaths"::float8 >= (5)::float8, FALSE))");
    CHECK(sql("DEATHS != -1.5e3") == R"(COALESCE("deaths"::float8 <> (-1.5e3)::float8, FALSE))");
    CHECK(sql("kind = 'it''s'") == R"(COALESCE("kind"::text = 'it''s', FALSE))");
    CHECK(sql("\"a\"\"b\" < 1") == R"(COALESCE("a""b"::float8 < (1)::float8, FALSE))");
    CHECK(sql("deaths is null") == R"("deaths" IS NULL)");
    CHECK(sql("kind is null") == R"(("kind" IS NULL OR "kind"::text = ''))");
    CHECK(
        sql("deaths in (1, 2)") ==
        R"((COALESCE("deaths"::float8 = (1)::float8, FALSE) OR COALESCE("deaths"::float8 = (2)::float8, FALSE)))");
}

TEST_CASE("what cannot be judged widens what comes, and never narrows it") {
    const std::string deaths = sql("deaths > 1");
    for (const char* const other :
         {"kind like 'a%'", "on < '2021'", "ok = 1", "deaths_best > 2", "kind < 'b'", "kind != 'b'",
          "kind = ''", "kind = 3", "deaths = 'x'", "kind in ('a', 3)", "not kind = 'a'", "not share > 1"}) {
        CAPTURE(other);
        CHECK(sql(other).empty());
        CHECK(sql(std::string("deaths > 1 and ") + other) == deaths);
        CHECK(sql(std::string(other) + " and deaths > 1") == deaths);
        CHECK(sql(std::string("deaths > 1 or ") + other).empty());
        CHECK(sql(std::string("not (deaths > 1 and ") + other + ")").empty());
    }
    CHECK(sql("not deaths > 1") == "NOT " + deaths);
    CHECK(sql("not (deaths > 1 or deaths is null)") == "NOT (" + deaths + R"( OR "deaths" IS NULL))");
    CHECK(sql("deaths > 1 and share > 1 and kind = 'a'").find("\"share\"") != std::string::npos);
    CHECK_THROWS_AS(sql("deaths >"), Error);
}
