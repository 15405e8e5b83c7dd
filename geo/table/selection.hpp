#pragma once

#include <vector>

#include "geo/table/incident_table.hpp"

namespace geo {

/// Rows that pass a filter, in table order. An index list: rows are never copied.
using Selection = std::vector<RowId>;

} // namespace geo
