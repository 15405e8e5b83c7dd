#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/core/civil.hpp"

namespace geo {

/// Incidents of one district in one period, counted by whoever made the file.
struct CountRow {
    std::string district; ///< as the file writes it
    DayWindow period;
    double incidents = 0; ///< whole, not negative
    double deaths = 0;    ///< NaN: not given
};

/// A file of districts × periods: no places, and no days within a period. No incident is invented from it.
struct CountTable {
    std::vector<CountRow> rows; ///< in the order of the file
    std::string district_column, period_column, incidents_column;
    std::string deaths_column; ///< empty: the file has none
};

} // namespace geo
