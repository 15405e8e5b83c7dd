#include "geo/core/number_words.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("ordinals have the ending that English gives them") {
    CHECK(ordinal(1) == "1st");
    CHECK(ordinal(2) == "2nd");
    CHECK(ordinal(3) == "3rd");
    CHECK(ordinal(4) == "4th");
    CHECK(ordinal(11) == "11th");
    CHECK(ordinal(12) == "12th");
    CHECK(ordinal(23) == "23rd");
    CHECK(ordinal(111) == "111th");
    CHECK(ordinal(121) == "121st");
}
