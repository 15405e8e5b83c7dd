#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/core/civil.hpp"
#include "geo/table/incident_table.hpp"

namespace geo {

/// Incidents whose date is known only to a month or a year: the days it may have been, both included. Where
/// the file states no span of its own, that is the whole calendar month or year.
struct VagueSpan {
    DayNumber first = 0;
    DayNumber last = 0;
    std::uint32_t count = 0;
};

/// The days, both included, on one of which the incident began. Known to the day: that day. Otherwise the file's own
/// span; where it states none, six days to either side, the calendar month or the year. The row has a date.
struct DaySpan {
    DayNumber first = 0;
    DayNumber last = 0;
};
DaySpan days_possible(const IncidentTable& table, RowId row);

/// Incidents by day, for charts over time. Those known to the day, to some days or to a week count on their
/// first day; vaguer ones stand apart and are in no day.
struct DayCounts {
    DayNumber first_day = 0; ///< of the table's period; meaningless when there are no days
    std::vector<std::uint32_t>
        exact; ///< by day; empty without dated incidents, and beyond ten thousand years
    std::vector<std::uint32_t> lasting; ///< of these, that end on a later day
    std::vector<VagueSpan> vague;       ///< ascending by first day
    std::uint64_t n_vague = 0;
    std::uint64_t n_undated = 0;
};

/// One pass over the rows, which ascend. Costs about a millisecond for a million.
DayCounts count_days(const IncidentTable& table, std::span<const RowId> rows);
/// All rows of the table.
DayCounts count_days(const IncidentTable& table);

} // namespace geo
