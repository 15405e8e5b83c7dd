#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/core/civil.hpp"

namespace geo {

/// Weeks begin on Monday.
enum class CalendarUnit { day, week, month, quarter, year };

std::string_view name_of(CalendarUnit unit); ///< "month"
std::optional<CalendarUnit> unit_from_name(std::string_view name);

/// Units counted along the calendar, 0 is the one that 1970-01-01 lies in.
int unit_index(Day day, CalendarUnit unit);
Day unit_from_index(int index, CalendarUnit unit); ///< its first day

/// The first day of the unit that `day` lies in, and of the one after it.
Day unit_start(Day day, CalendarUnit unit);
Day next_unit(Day start, CalendarUnit unit);

/// "2021-08-15", "2021-W33" (the ISO week), "2021-08", "2021-Q3", "2021": of the unit that begins on that day.
std::string unit_label(Day start, CalendarUnit unit);

/// The unit a year before: 12 months, 4 quarters, 52 weeks (364 days); the same day of the year, of the 29th of
/// February the 28th.
int index_a_year_before(int index, CalendarUnit unit);

/// A length of time in civil units: 90 days, 1 month.
struct CalendarSpan {
    int n = 1; ///< 1 to kLongestSpan
    CalendarUnit unit = CalendarUnit::day;
    bool operator==(const CalendarSpan&) const = default;
};
constexpr int kLongestSpan = 9999;

/// The day that many units later (earlier for a negative n). The 31st of January and a month is the last of
/// February.
Day day_after(Day day, CalendarSpan span);

/// "90d", "12w", "3 months", "1quarter", "2y": nullopt for anything else; a number without a unit is refused.
std::optional<CalendarSpan> span_from_text(std::string_view text);
std::string in_words(CalendarSpan span); ///< "90 days", "1 month"

} // namespace geo
