#include "geo/table/schema.hpp"

#include "geo/core/error.hpp"
#include "geo/table/location_support.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

using Header = std::vector<std::string>;

Schema recognised(const Header& header, const RoleOptions& options = {}, bool has_geometry = false) {
    return recognise_schema(header, options, has_geometry);
}

std::string player(const Header& header, const Schema& schema, Role role) {
    const auto column = column_of(schema.roles, role);
    return column ? header[*column] : "";
}

} // namespace

TEST_CASE("ACLED is recognised by its columns of today and of years ago") {
    const Header today = {"event_id_cnty", "event_date",    "year",   "time_precision", "event_type",
                          "inter1",        "country",       "admin1", "admin2",         "latitude",
                          "longitude",     "geo_precision", "notes",  "fatalities"};
    const Header old = {"GWNO",       "EVENT_ID_CNTY", "EVENT_DATE", "YEAR",      "TIME_PRECISION",
                        "EVENT_TYPE", "INTER1",        "COUNTRY",    "ADMIN1",    "LATITUDE",
                        "LONGITUDE",  "GEO_PRECIS",    "NOTES",      "FATALITIES"};
    for (const Header& header : {today, old}) {
        const Schema schema = recognised(header);
        CHECK(schema.kind == SchemaKind::acled);
        CHECK(player(header, schema, Role::date) == header[header == today ? 1 : 2]);
        CHECK(schema.roles.contains(Role::place_precision));
        CHECK(schema.roles.contains(Role::deaths_best));
        CHECK_FALSE(schema.roles.contains(Role::year));
    }
}

TEST_CASE("UCDP GED and GTD are recognised") {
    const Header ged = {"id",       "type_of_violence", "where_prec", "adm_1",    "latitude", "longitude",
                        "geom_wkt", "date_prec",        "date_start", "date_end", "best",     "high",
                        "low"};
    const Schema schema = recognised(ged);
    CHECK(schema.kind == SchemaKind::ucdp_ged);
    CHECK(player(ged, schema, Role::date_end) == "date_end");
    CHECK(player(ged, schema, Role::deaths_high) == "high");
    CHECK_FALSE(schema.roles.contains(Role::geometry)); // longitude and latitude are there
    const Header gtd = {"eventid",  "iyear",     "imonth",      "iday",    "country_txt",     "provstate",
                        "latitude", "longitude", "specificity", "summary", "attacktype1_txt", "nkill"};
    CHECK(recognised(gtd).kind == SchemaKind::gtd);
    CHECK(player(gtd, recognised(gtd), Role::day) == "iday");
}

TEST_CASE("other files are known by the many names of longitude, latitude and date") {
    for (const Header& header :
         {Header{"Lon", "Lat", "Date"}, Header{"X", "Y", "Start Date"},
          Header{"LONG_", "LATITUDE", "incident_date"}, Header{"lng", "lat", "event date"}}) {
        const Schema schema = recognised(header);
        CHECK(schema.kind == SchemaKind::generic);
        CHECK(schema.roles.at(Role::lon) == 0);
        CHECK(schema.roles.at(Role::lat) == 1);
        CHECK(schema.roles.at(Role::date) == 2);
    }
}

TEST_CASE("a column called day is the day of the month beside year and month, else the date") {
    CHECK(recognised({"year", "month", "day", "lon", "lat"}).roles.contains(Role::day));
    CHECK_FALSE(recognised({"year", "month", "day", "lon", "lat"}).roles.contains(Role::date));
    CHECK(recognised({"day", "lon", "lat"}).roles.contains(Role::date));
    CHECK_FALSE(recognised({"date", "year", "lon", "lat"}).roles.contains(Role::year));
}

TEST_CASE("the actor is the dyad of UCDP, the first actor of ACLED, the group of GTD") {
    const Header ged{"id", "where_prec", "date_start", "type_of_violence", "longitude", "latitude",
                     "dyad_name", "side_a", "side_b"};
    CHECK(player(ged, recognised(ged), Role::actor) == "dyad_name");
    const Header acled{"event_id_cnty", "event_date", "event_type", "fatalities", "longitude", "latitude",
                       "actor2",        "actor1"};
    CHECK(player(acled, recognised(acled), Role::actor) == "actor1");
    const Header gtd{"eventid", "iyear", "imonth", "iday", "longitude", "latitude", "gname"};
    CHECK(player(gtd, recognised(gtd), Role::actor) == "gname");
    CHECK_FALSE(recognised({"lon", "lat", "date"}).roles.contains(Role::actor));
}

TEST_CASE("roles by option win over guesses") {
    RoleOptions options;
    options.columns = {{Role::lon, "a"}, {Role::lat, "B"}};
    const Schema schema = recognised({"lon", "lat", "a", "b"}, options);
    CHECK(schema.roles.at(Role::lon) == 2);
    CHECK(schema.roles.at(Role::lat) == 3);
    options.columns = {{Role::geometry, "shape_text"}};
    CHECK_FALSE(recognised({"lon", "lat", "shape_text"}, options).roles.contains(Role::lon));
    options.columns = {{Role::date, "nowhere"}};
    CHECK_THROWS_WITH(recognised({"lon", "lat"}, options),
                      Catch::Contains("'nowhere'") && Catch::Contains("'lon', 'lat'"));
}

TEST_CASE("a file without places says what is missing") {
    CHECK_THROWS_WITH(recognised({"lat", "date"}), Catch::Contains("no longitude"));
    CHECK_THROWS_WITH(recognised({"a", "b"}), Catch::Contains("--lon"));
    CHECK_NOTHROW(recognised({"a", "b"}, {}, true));
    CHECK_NOTHROW(recognised({"wkt", "date"}));
}

TEST_CASE("names of schemas and roles are read back") {
    for (const SchemaKind kind :
         {SchemaKind::acled, SchemaKind::ucdp_ged, SchemaKind::gtd, SchemaKind::generic})
        CHECK(schema_from_name(name_of(kind)) == kind);
    for (int i = 0; i <= static_cast<int>(Role::notes); ++i)
        CHECK(role_from_name(name_of(static_cast<Role>(i))) == static_cast<Role>(i));
    CHECK(role_from_name("EVENT_TYPE") == Role::category);
    CHECK_FALSE(schema_from_name("icews"));
}

TEST_CASE("precision codes become the supports of the published table") {
    using K = SchemaKind;
    const auto radius = [](K kind, const char* code, bool admin2 = false) {
        return support_from_code(kind, code, admin2).uncertainty_m;
    };
    CHECK(radius(K::acled, "1") == 5'000);
    CHECK(radius(K::acled, "2") == 25'000);
    CHECK(radius(K::acled, "2", true) == 35'000);
    CHECK(radius(K::acled, "3") == 150'000);
    CHECK(radius(K::ucdp_ged, "1") == 2'000);
    CHECK(radius(K::ucdp_ged, "2") == 25'000);
    CHECK(radius(K::ucdp_ged, "5") == 50'000);
    CHECK(support_from_code(K::ucdp_ged, "6", false).kind == SupportKind::country);
    CHECK(support_from_code(K::ucdp_ged, "7", false).kind == SupportKind::not_usable);
    CHECK(radius(K::gtd, "1.0") == 5'000);
    CHECK(support_from_code(K::gtd, "3", false).kind == SupportKind::admin2);
    CHECK(support_from_code(K::gtd, "5", false).kind == SupportKind::not_usable);
    CHECK(std::isnan(radius(K::generic, "1")));
    CHECK_FALSE(support_from_code(K::acled, "9", false).known);
    CHECK(support_from_code(K::acled, "", false).known);
}
