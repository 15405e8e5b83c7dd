#include "geo/table/location_support.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

IncidentTable table_with(SchemaKind kind, const std::vector<PlaceCode>& codes) {
    IncidentTable table;
    table.origin.schema.kind = kind;
    table.place_codes = codes;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        table.place_code.push_back(static_cast<std::uint8_t>(i));
        table.lon_deg.push_back(70);
        table.lat_deg.push_back(32);
    }
    return table;
}

} // namespace

TEST_CASE("what a code stands for is read from text, and written the same") {
    for (const char* text : {"5km", "2.5km", "admin2", "admin2-or-25km", "admin1", "country", "not-usable"}) {
        const auto rule = support_rule_from_text(text);
        REQUIRE(rule);
        CHECK(text_of(*rule) == text);
    }
    for (const char* text : {"", "5", "admin3", "admin2-or-", "-5km", "admin2-or-x", "5 miles"})
        CHECK_FALSE(support_rule_from_text(text));
}

TEST_CASE("the user's own table wins over the publisher's, and radii of areas are the user's") {
    PrecisionSpec spec;
    spec.codes["2"] = *support_rule_from_text("10km");
    spec.codes["3"] = *support_rule_from_text("not-usable");
    spec.admin1 = kilometres(99);
    const IncidentTable table =
        table_with(SchemaKind::ucdp_ged, {{"1", true}, {"2", true}, {"2.0", false}, {"3", true}, {"4", false}, {"", false}});
    const LocationSupports supports = supports_from_codes(table, spec);
    CHECK(supports.uncertainty_m[0] == 2'000);
    CHECK(supports.uncertainty_m[1] == 10'000);
    CHECK(supports.uncertainty_m[2] == 10'000); // a spreadsheet's 2
    CHECK(supports.kind[3] == SupportKind::not_usable);
    CHECK_FALSE(supports.usable(3));
    CHECK(supports.uncertainty_m[4] == 99'000);
    CHECK(std::isnan(supports.uncertainty_m[5]));
    CHECK(supports.usable(5));
    CHECK(supports.area_of(4) == nullptr);
}

TEST_CASE("a district stands for itself only where the row names it, when the rule says so") {
    const IncidentTable table = table_with(SchemaKind::acled, {{"2", true}, {"2", false}});
    const LocationSupports supports = supports_from_codes(table, {});
    CHECK(supports.kind[0] == SupportKind::admin2);
    CHECK(supports.kind[1] == SupportKind::disc);
    CHECK(supports.uncertainty_m[1] == 25'000);
}

TEST_CASE("codes of a plain file mean what the user says, and nothing before") {
    const IncidentTable table = table_with(SchemaKind::generic, {{"exact", false}, {"village", false}});
    CHECK(std::isnan(supports_from_codes(table, {}).uncertainty_m[0]));
    PrecisionSpec spec;
    spec.codes["exact"] = *support_rule_from_text("200m");
    const LocationSupports supports = supports_from_codes(table, spec);
    CHECK(supports.uncertainty_m[0] == 200);
    CHECK(std::isnan(supports.uncertainty_m[1]));
}

TEST_CASE("the codes of a file are counted in their order, each with what it stands for") {
    IncidentTable table = table_with(SchemaKind::ucdp_ged, {{"3", true}, {"1", false}});
    table.place_code = {0, 1, 1};
    const auto counts = count_precision_codes(table, {});
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].code.code == "1");
    CHECK(counts[0].n == 2);
    CHECK(counts[0].support.uncertainty_m == 2'000);
    CHECK(counts[1].support.kind == SupportKind::admin2);
}

TEST_CASE("whether a row names its district sets a code apart only where it makes a difference") {
    const std::vector<PlaceCode> codes{{"1", true}, {"2", false}, {"1", false}, {"2", true}};
    const auto ucdp = count_precision_codes(table_with(SchemaKind::ucdp_ged, codes), {});
    REQUIRE(ucdp.size() == 2);
    CHECK(ucdp[0].n == 2);
    CHECK_FALSE(ucdp[0].code.admin2_named);
    const auto acled = count_precision_codes(table_with(SchemaKind::acled, codes), {});
    REQUIRE(acled.size() == 3);
    CHECK(acled[1].support.kind == SupportKind::disc);
    CHECK(acled[2].code.admin2_named);
}

TEST_CASE("a file with more than 255 different codes keeps its rows; the codes too many are not stated") {
    std::vector<PlaceCode> known;
    for (int i = 0; i < 300; ++i) {
        const std::uint8_t index = added_place_code(known, {std::to_string(i), false});
        CHECK(index == (i < kOtherPlaceCode ? i : kOtherPlaceCode));
    }
    CHECK(known.size() == kOtherPlaceCode);
    CHECK(added_place_code(known, {"17", false}) == 17);
    IncidentTable table;
    table.place_codes = known;
    table.place_code = {17, kOtherPlaceCode};
    table.lon_deg = table.lat_deg = {70, 70};
    CHECK(std::isnan(supports_from_codes(table, {}).uncertainty_m[1]));
}
