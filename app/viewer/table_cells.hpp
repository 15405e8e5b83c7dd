#pragma once

#include <string>
#include <vector>

#include "app/viewer/table_view.hpp"

namespace app {

/// All columns that the table can show: row number, what was measured (where it is), the file's own.
std::vector<TableColumn> columns_of(const TableQuestion& question);
/// Without those that the user has hidden.
std::vector<TableColumn> columns_shown(const TableQuestion& question, const std::vector<TableColumn>& hidden);

/// Head of a column, with its unit.
std::string title_of(const TableQuestion& question, TableColumn column);
/// Numbers and dates stand at the right.
bool is_number(const TableQuestion& question, TableColumn column);

/// What a cell says; empty when nothing is known. The one place that makes text of cells.
std::string cell_text(const TableQuestion& question, TableColumn column, geo::RowId row);

/// Rows with a header as tab-separated text, for a spreadsheet: text that a spreadsheet would run as a
/// formula
/// (= + - @ first) gets an apostrophe in front, line ends and tabs become blanks.
std::string table_text(const TableQuestion& question, const std::vector<TableColumn>& columns,
                       const std::vector<geo::RowId>& rows);

} // namespace app
