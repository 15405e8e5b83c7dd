#include "app/viewer/table_cells.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/text.hpp"
#include "geo/border/border_side.hpp"
#include "geo/table/number_from_text.hpp"

namespace app {

namespace {

using Kind = TableColumn::Kind;

std::string date_text(const geo::IncidentTable& table, geo::RowId row) {
    if (table.first_day[row] == geo::kNoDay) return "";
    std::string first = geo::iso_from_day(geo::day_from_number(table.first_day[row]));
    if (table.last_day.empty() || table.last_day[row] == table.first_day[row]) return first;
    return first + " \xe2\x80\x93 " + geo::iso_from_day(geo::day_from_number(table.last_day[row]));
}

std::string distance_km_text(const geo::Proximity& proximity, geo::RowId row) {
    const double metres = proximity.distance_m[row];
    return std::isnan(metres) ? "" : fmt::format("{:.2f}", metres / 1000);
}

std::string neighbour_text(const geo::Proximity& proximity, geo::RowId row) {
    const std::size_t i = proximity.neighbour[row];
    return i < proximity.neighbours.size() ? neighbour_name(proximity.neighbours[i].iso_a3) : "";
}

std::string side_text(const geo::Proximity& proximity, geo::RowId row) {
    const std::uint8_t side = proximity.side[row];
    return side > static_cast<std::uint8_t>(geo::BorderSide::undetermined)
               ? ""
               : std::string(geo::name_of(static_cast<geo::BorderSide>(side)));
}

std::string province_text(const geo::AreaOfRow& provinces, geo::RowId row) {
    const std::uint8_t area = provinces.area[row];
    if (area == geo::kNoArea) return "";
    return area == 0 ? text::kKp : text::kBalochistan;
}

/// One line: a table has no room for more.
std::string on_one_line(std::string_view value) {
    std::string line(value);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

void append_safely(std::string& out, const std::string& value) {
    constexpr std::string_view kFormulaStarts = "=+-@";
    const bool formula = !value.empty() && kFormulaStarts.find(value.front()) != std::string_view::npos &&
                         !geo::number_from_text(value);
    if (formula) out += '\'';
    out += value;
}

} // namespace

std::vector<TableColumn> columns_of(const TableQuestion& question) {
    std::vector<TableColumn> columns{{Kind::row_in_file}, {Kind::date}};
    if (question.proximity)
        for (const Kind kind : {Kind::distance, Kind::neighbour, Kind::side}) columns.push_back({kind});
    if (question.provinces) columns.push_back({Kind::province});
    for (std::size_t i = 0; question.table && i < question.table->columns.size(); ++i)
        columns.push_back({Kind::file, static_cast<std::uint32_t>(i)});
    return columns;
}

std::vector<TableColumn> columns_shown(const TableQuestion& question,
                                       const std::vector<TableColumn>& hidden) {
    std::vector<TableColumn> columns = columns_of(question);
    std::erase_if(columns, [&](TableColumn column) {
        return std::find(hidden.begin(), hidden.end(), column) != hidden.end();
    });
    return columns;
}

std::string title_of(const TableQuestion& question, TableColumn column) {
    switch (column.kind) {
    case Kind::row_in_file:
        return text::kColumnRow;
    case Kind::date:
        return text::kDate;
    case Kind::distance:
        return text::kColumnDistance;
    case Kind::neighbour:
        return text::kColumnNeighbour;
    case Kind::side:
        return text::kColumnSide;
    case Kind::province:
        return text::kColumnProvince;
    case Kind::file:
        break;
    }
    return question.table->columns[column.index].name;
}

bool is_number(const TableQuestion& question, TableColumn column) {
    if (column.kind == Kind::file) return question.table->columns[column.index].type != geo::ColumnType::text;
    return column.kind == Kind::row_in_file || column.kind == Kind::distance;
}

std::string cell_text(const TableQuestion& question, TableColumn column, geo::RowId row) {
    const geo::IncidentTable& table = *question.table;
    switch (column.kind) {
    case Kind::row_in_file:
        return std::to_string(table.input_row.empty() ? row + 1 : table.input_row[row]);
    case Kind::date:
        return date_text(table, row);
    case Kind::distance:
        return question.proximity ? distance_km_text(*question.proximity, row) : "";
    case Kind::neighbour:
        return question.proximity ? neighbour_text(*question.proximity, row) : "";
    case Kind::side:
        return question.proximity ? side_text(*question.proximity, row) : "";
    case Kind::province:
        return question.provinces ? province_text(*question.provinces, row) : "";
    case Kind::file:
        break;
    }
    return on_one_line(table.columns[column.index][row]);
}

std::string table_text(const TableQuestion& question, const std::vector<TableColumn>& columns,
                       const std::vector<geo::RowId>& rows) {
    std::string out;
    const auto line = [&](const auto& value_of) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) out += '\t';
            append_safely(out, value_of(columns[i]));
        }
        out += '\n';
    };
    line([&](TableColumn column) { return on_one_line(title_of(question, column)); });
    for (const geo::RowId row : rows)
        line([&](TableColumn column) { return cell_text(question, column, row); });
    return out;
}

} // namespace app
