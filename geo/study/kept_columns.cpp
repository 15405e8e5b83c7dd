#include "geo/study/kept_columns.hpp"

#include <algorithm>

namespace geo {

namespace {

std::size_t n_letters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_long_text(const Column& column) {
    if (column.type != ColumnType::text) return false;
    for (std::size_t row = 0; row < column.size(); ++row)
        if (column[row].size() > kLongText && n_letters(column[row]) > kLongText) return true;
    return false;
}

bool plays_a_role(const IncidentTable& table, const Column& column) {
    const Schema& schema = table.origin.schema;
    return std::any_of(schema.roles.begin(), schema.roles.end(),
                       [&](const auto& role) { return table.origin.header[role.second] == column.name; });
}

} // namespace

std::vector<const Column*> kept_columns(const IncidentTable& table, ColumnsKept kept) {
    const Column* notes = table.column(Role::notes);
    std::vector<const Column*> columns;
    for (const Column& column : table.columns) {
        if (kept == ColumnsKept::roles && !plays_a_role(table, column)) continue;
        if (kept == ColumnsKept::no_text && (&column == notes || has_long_text(column))) continue;
        columns.push_back(&column);
    }
    return columns;
}

} // namespace geo
