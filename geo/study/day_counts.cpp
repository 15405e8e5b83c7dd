#include "geo/study/day_counts.hpp"

#include "geo/core/calendar.hpp"

namespace geo {

namespace {

constexpr std::size_t kMostDays = 4'000'000; // ten thousand years: a wrong year must not cost gigabytes

bool is_vague(const IncidentTable& table, RowId row) {
    return !table.date_precision.empty() && table.date_precision[row] >= DatePrecision::month;
}

/// Rows ascend by day, so an equal span is among the last few.
void add_vague(std::vector<VagueSpan>& spans, VagueSpan span) {
    for (auto it = spans.rbegin(); it != spans.rend() && it->first >= span.first; ++it)
        if (it->first == span.first && it->last == span.last) {
            ++it->count;
            return;
        }
    auto at = spans.end();
    while (at != spans.begin() && (at - 1)->first > span.first) --at;
    spans.insert(at, span);
}

template <typename RowAt>
DayCounts counted(const IncidentTable& table, std::size_t n, RowAt row_at) {
    DayCounts counts;
    const auto period = table.period();
    if (!period || static_cast<std::size_t>(period->days()) > kMostDays) {
        counts.n_undated = n;
        return counts;
    }
    counts.first_day = number_from_day(period->first);
    counts.exact.assign(static_cast<std::size_t>(period->days()), 0);
    counts.lasting = counts.exact;
    for (std::size_t i = 0; i < n; ++i) {
        const RowId row = row_at(i);
        if (table.first_day[row] == kNoDay) {
            ++counts.n_undated;
        } else if (is_vague(table, row)) {
            const DaySpan days = days_possible(table, row);
            add_vague(counts.vague, {days.first, days.last, 1});
            ++counts.n_vague;
        } else {
            const auto day = static_cast<std::size_t>(table.first_day[row] - counts.first_day);
            ++counts.exact[day];
            counts.lasting[day] += table.last_day[row] > table.first_day[row];
        }
    }
    return counts;
}

} // namespace

DaySpan days_possible(const IncidentTable& table, RowId row) {
    constexpr DayNumber kWithinAWeek = 6;
    const DayNumber first = table.first_day[row], last = table.last_day[row];
    const DatePrecision precision = table.date_precision.empty() ? DatePrecision::day : table.date_precision[row];
    if (precision == DatePrecision::day) return {first, first};
    if (last > first) return {first, last};
    if (precision < DatePrecision::month) return {first - kWithinAWeek, first + kWithinAWeek};
    const auto unit = precision == DatePrecision::month ? CalendarUnit::month : CalendarUnit::year;
    const Day start = unit_start(day_from_number(first), unit);
    return {number_from_day(start), number_from_day(next_unit(start, unit)) - 1};
}

DayCounts count_days(const IncidentTable& table, std::span<const RowId> rows) {
    return counted(table, rows.size(), [&](std::size_t i) { return rows[i]; });
}

DayCounts count_days(const IncidentTable& table) {
    return counted(table, table.size(), [](std::size_t i) { return static_cast<RowId>(i); });
}

} // namespace geo
