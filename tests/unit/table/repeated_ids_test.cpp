#include "geo/table/repeated_ids.hpp"

#include <random>
#include <unordered_set>

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("identifiers are met before from the second time on") {
    std::mt19937_64 random(5);
    RepeatedIds ids;
    std::unordered_set<std::uint64_t> known;
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t hash = 1 + random() % 10'000;
        REQUIRE(ids.met_before(hash) == !known.insert(hash).second);
    }
    CHECK_FALSE(ids.met_before(0)); // none
    CHECK_FALSE(ids.met_before(0));
    CHECK_FALSE(ids.is_full());
}

TEST_CASE("no more identifiers are remembered than there is room for") {
    RepeatedIds ids(3);
    ids.reserve(100);
    for (std::uint64_t hash : {10, 20, 30}) CHECK_FALSE(ids.met_before(hash));
    CHECK(ids.is_full());
    CHECK_FALSE(ids.met_before(40));
    CHECK_FALSE(ids.met_before(40)); // never remembered
    CHECK(ids.met_before(20));
    RepeatedIds none(0);
    CHECK_FALSE(none.met_before(1));
    CHECK_FALSE(none.met_before(1));
}
