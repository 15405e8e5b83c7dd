#include "geo/core/calendar.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace geo {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 5> kNames{"day", "week", "month", "quarter", "year"};
constexpr int kMonthsOf1970 = 1970 * 12;

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Months in the unit; 0 for days and weeks.
int months_in(CalendarUnit unit) {
    if (unit == CalendarUnit::month) return 1;
    if (unit == CalendarUnit::quarter) return 3;
    return unit == CalendarUnit::year ? 12 : 0;
}

Day first_of_month(int months_since_1970) {
    const int month = months_since_1970 + kMonthsOf1970;
    const int year = floor_div(month, 12);
    return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month - year * 12 + 1)} / 1;
}

int month_index(Day day) {
    const year_month_day civil{day};
    return static_cast<int>(civil.year()) * 12 + static_cast<int>(static_cast<unsigned>(civil.month())) - 1 -
           kMonthsOf1970;
}

} // namespace

std::string_view name_of(CalendarUnit unit) { return kNames[static_cast<std::size_t>(unit)]; }

std::optional<CalendarUnit> unit_from_name(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<CalendarUnit>(i);
    return std::nullopt;
}

int unit_index(Day day, CalendarUnit unit) {
    const int number = number_from_day(day);
    if (unit == CalendarUnit::day) return number;
    if (unit == CalendarUnit::week) return floor_div(number + 3, 7); // 1970-01-01 was a Thursday
    return floor_div(month_index(day), months_in(unit));
}

Day unit_from_index(int index, CalendarUnit unit) {
    if (unit == CalendarUnit::day) return day_from_number(index);
    if (unit == CalendarUnit::week) return day_from_number(index * 7 - 3);
    return first_of_month(index * months_in(unit));
}

Day unit_start(Day day, CalendarUnit unit) { return unit_from_index(unit_index(day, unit), unit); }

Day next_unit(Day start, CalendarUnit unit) { return unit_from_index(unit_index(start, unit) + 1, unit); }

Day day_after(Day day, CalendarSpan span) {
    if (span.unit == CalendarUnit::day) return day + days{span.n};
    if (span.unit == CalendarUnit::week) return day + days{7 * span.n};
    const Day month = first_of_month(month_index(day) + span.n * months_in(span.unit));
    const days into = day - first_of_month(month_index(day));
    const Day last = next_unit(month, CalendarUnit::month) - days{1};
    return std::min(month + into, last);
}

std::string unit_label(Day start, CalendarUnit unit) {
    if (unit == CalendarUnit::day) return iso_from_day(start);
    if (unit == CalendarUnit::month) return iso_from_day(start).substr(0, 7);
    if (unit == CalendarUnit::year) return iso_from_day(start).substr(0, 4);
    if (unit == CalendarUnit::quarter)
        return iso_from_day(start).substr(0, 4) + "-Q" + std::to_string((static_cast<unsigned>(year_month_day{start}.month()) - 1) / 3 + 1);
    const Day thursday = start + days{3}; // the year that has most of the week's days
    const Day january = unit_start(thursday, CalendarUnit::year);
    const auto week = (thursday - january).count() / 7 + 1;
    return iso_from_day(january).substr(0, 4) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

int index_a_year_before(int index, CalendarUnit unit) {
    if (unit == CalendarUnit::day)
        return unit_index(day_after(unit_from_index(index, unit), {-1, CalendarUnit::year}), unit);
    if (unit == CalendarUnit::week) return index - 52;
    return index - 12 / months_in(unit);
}

std::optional<CalendarSpan> span_from_text(std::string_view text) {
    CalendarSpan span;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), span.n);
    if (error != std::errc{} || span.n < 1 || span.n > kLongestSpan) return std::nullopt;
    std::string_view word(end, static_cast<std::size_t>(text.data() + text.size() - end));
    while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
    if (word.size() > 1 && word.back() == 's') word.remove_suffix(1);
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (word == kNames[i] || word == kNames[i].substr(0, 1)) {
            span.unit = static_cast<CalendarUnit>(i);
            return span;
        }
    return std::nullopt;
}

std::string in_words(CalendarSpan span) {
    return std::to_string(span.n) + " " + std::string(name_of(span.unit)) + (span.n == 1 ? "" : "s");
}

} // namespace geo
