#pragma once

#include <vector>

#include "geo/study/study.hpp"
#include "geo/table/incident_table.hpp"

namespace geo {

/// A text longer than this many letters makes its column free text.
constexpr std::size_t kLongText = 100;

/// The table's columns that an export keeps, in the order of the file. `roles`: those that play a role, the
/// notes too. `no_text`: all but the notes and every column with a text longer than kLongText, so that no
/// account of an event in somebody's words leaves with the numbers.
std::vector<const Column*> kept_columns(const IncidentTable& table, ColumnsKept kept);

} // namespace geo
