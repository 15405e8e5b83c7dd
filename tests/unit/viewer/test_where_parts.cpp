#include "app/viewer/chips.hpp"
#include "app/viewer/where_parts.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

WhereParts only_rest(const std::string& rest) { return {{}, {}, {}, "", rest}; }

} // namespace

TEST_CASE("what is chosen and typed comes back from the expression") {
    for (const WhereParts& parts :
         {WhereParts{}, only_rest("a = 1"), WhereParts{{"x"}, {}, {}, "", ""},
          WhereParts{{"x", "it's"}, {}, {}, "", "a = 1 or b = 2"}, WhereParts{{""}, {}, {}, "", ""},
          WhereParts{{"x", ""}, {}, {}, "", "a = ')'"}, WhereParts{{}, 5, {}, "", ""},
          WhereParts{{}, 2.5, 10, "", "(a = 1) or (b = 2)"}, WhereParts{{"x", ""}, {}, 0, "it's (near)", ""},
          WhereParts{{}, {}, {}, "قلعہ", "x is null"}})
        CHECK(parts_of_where(where_from_parts(parts, "event \"type\""), "event \"type\"") == parts);
}

TEST_CASE("without a category column the other parts come back too") {
    const WhereParts parts{{}, 3, {}, "market", "a = 1"};
    CHECK(parts_of_where(where_from_parts(parts, ""), "") == parts);
}

TEST_CASE("an expression of the user's own is left as it is") {
    for (const char* where :
         {"deaths > 3", "\"type\" in ('a') or b = 1", "\"type\" in ('a", "\"type\" in (1, 2)",
          "deaths_best >= 3 or x = 1", "deaths_best >= 3 and x = 1", "deaths_best >= many", "notes like 'a%'",
          "deaths_best >= 3 and (a = 1) or (b = 2)"}) {
        const WhereParts parts = parts_of_where(where, "type");
        CHECK(parts == only_rest(where));
        CHECK(where_from_parts(parts, "type") == where);
    }
}

TEST_CASE("each limit of the filter has a chip that takes it away and nothing else") {
    geo::Filter filter;
    filter.from = geo::day_from_iso("2021-01-01");
    filter.within = geo::kilometres(50);
    filter.area = "kp";
    filter.bbox = geo::LonLatBox{60, 24, 75, 37};
    filter.max_uncertainty = geo::kilometres(25);
    filter.where = where_from_parts({{"a", "b", "c"}, 5, {}, "market", "x = 1"}, "type");
    const auto chips = chips_of(filter, "type", {{"a", "Battles"}});
    REQUIRE(chips.size() == 9);
    CHECK(chips[0].words == "from 2021-01-01");
    CHECK(chips[1].words == "3 categories");
    CHECK(chips[1].tip == "Battles, b, c");
    CHECK(chips[2].words == "deaths 5 or more");
    for (const Chip& chip : chips) {
        CHECK_FALSE(chip.without == filter);
        CHECK(chips_of(chip.without, "type", {}).size() == 8);
    }
    // Taking them all away one after the other ends at no filter.
    geo::Filter left = filter;
    for (auto now = chips; !now.empty(); now = chips_of(left, "type", {})) left = now.back().without;
    CHECK(left == geo::Filter{});
    CHECK(chips_of({}, "type", {}).empty());
}

TEST_CASE("a range of deaths turned round is put right, and one without ends is none") {
    Model model = test::sample_model();
    apply(model, SetDeathsRange{10, 2});
    CHECK(model.study.filter.where == "deaths_best >= 2 and deaths_best <= 10");
    apply(model, SearchNotes{"market"});
    CHECK(model.study.filter.where == "deaths_best >= 2 and deaths_best <= 10 and notes like '%market%'");
    apply(model, SetDeathsRange{});
    apply(model, SearchNotes{});
    CHECK(model.study.filter == geo::Filter{});
}
