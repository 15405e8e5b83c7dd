#include "app/viewer/where_parts.hpp"
#include "tests/support/catch.hpp"

using namespace app;

TEST_CASE("chosen categories and typed text come back from the expression") {
    for (const WhereParts& parts : {WhereParts{{}, ""}, WhereParts{{}, "a = 1"}, WhereParts{{"x"}, ""},
                                    WhereParts{{"x", "it's"}, "a = 1 or b = 2"}, WhereParts{{""}, ""},
                                    WhereParts{{"x", ""}, "a = ')'"}})
        CHECK(parts_of_where(where_from_parts(parts, "event \"type\""), "event \"type\"") == parts);
}

TEST_CASE("an expression of the user's own is left as it is") {
    for (const char* where :
         {"deaths > 3", "\"type\" in ('a') or b = 1", "\"type\" in ('a", "\"type\" in (1, 2)"}) {
        const WhereParts parts = parts_of_where(where, "type");
        CHECK(parts.categories.empty());
        CHECK(parts.rest == where);
    }
}
