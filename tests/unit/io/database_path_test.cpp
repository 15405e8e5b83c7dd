#include "geo/io/database_path.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("the table is taken out of a connection, which is never shown") {
    const DatabaseTarget near = database_target("PG:host=db table=work.near password=secret");
    CHECK(near.connection == "PG:host=db password=secret");
    CHECK(near.schema == "work");
    CHECK(near.table == "near");
    CHECK(database_target("PG:table=t").table == "t");
    CHECK(database_target("PG:table=t").connection == "PG:");
    CHECK(database_target("PG:mytable=x dbname=gis").table.empty());
    CHECK(database_target("PG:mytable=x table=y").table == "y");
    CHECK(database_target("PG:").table.empty());
    CHECK(shown_output("PG:host=db table=work.near password=secret") ==
          "table work.near of the PostgreSQL database");
    CHECK(shown_output("a.csv") == "a.csv");
    CHECK(is_database("PG:dbname=x"));
    CHECK_FALSE(is_database("pg.csv"));
}
