#include "geo/study/kept_columns.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

std::vector<std::string> names(const IncidentTable& table, ColumnsKept kept) {
    std::vector<std::string> names;
    for (const Column* column : kept_columns(table, kept)) names.push_back(column->name);
    return names;
}

IncidentTable table_of(const std::string& account) {
    IncidentTable table;
    table.origin.header = {"id", "event_date", "actor", "notes", "account"};
    table.origin.schema.roles = {{Role::id, 0}, {Role::date, 1}, {Role::notes, 3}};
    for (const std::string& name : table.origin.header) table.columns.emplace_back(name);
    const std::vector<std::string> row{"1", "2021-01-01", "somebody", "short", account};
    for (std::size_t i = 0; i < row.size(); ++i) table.columns[i].push_back(row[i]);
    return table;
}

} // namespace

TEST_CASE("an export keeps all columns, those with a role, or all but free text") {
    const IncidentTable table = table_of(std::string(101, 'x'));
    CHECK(names(table, ColumnsKept::all).size() == 5);
    CHECK(names(table, ColumnsKept::roles) == std::vector<std::string>{"id", "event_date", "notes"});
    CHECK(names(table, ColumnsKept::no_text) == std::vector<std::string>{"id", "event_date", "actor"});
}

TEST_CASE("letters are counted, not bytes") {
    std::string urdu;
    for (int i = 0; i < 100; ++i) urdu += "خ";
    CHECK(names(table_of(urdu), ColumnsKept::no_text).back() == "account");
    CHECK(names(table_of(urdu + "خ"), ColumnsKept::no_text).back() == "actor");
}
