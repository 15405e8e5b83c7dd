#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// A civil day: no clock time, no time zone. Columns hold it as days since 1970-01-01.
using Day = std::chrono::sys_days;
using DayNumber = std::int32_t;

/// An incident without a date; it sorts before every date and passes no time filter.
constexpr DayNumber kNoDay = std::numeric_limits<DayNumber>::min();

constexpr DayNumber number_from_day(Day day) { return static_cast<DayNumber>(day.time_since_epoch().count()); }
constexpr Day day_from_number(DayNumber number) { return Day{std::chrono::days{number}}; }

/// Days in [first, last).
struct DayWindow {
    Day first{};
    Day last{};
    bool contains(Day day) const { return first <= day && day < last; }
    int days() const { return static_cast<int>((last - first).count()); }
    bool operator==(const DayWindow&) const = default;
};

/// `year-month-day` if it is a day of the calendar (years 1 to 9999).
std::optional<Day> day_from_civil(int year, unsigned month, unsigned day);

/// "2021-08-15". A trailing false midnight ("2021-08-15 00:00:00.000", "2021-08-15T00:00:00Z") is dropped:
/// a date is a civil day, and no time zone ever moves it. Anything else after the day is refused.
std::optional<Day> day_from_iso(std::string_view text);

/// The days that "2021", "2021-08" or "2021-08-15" covers.
std::optional<DayWindow> window_from_text(std::string_view text);

/// "2021-08-15".
std::string iso_from_day(Day day);

} // namespace geo
