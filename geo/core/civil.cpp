#include "geo/core/civil.hpp"

#include <array>
#include <cstdio>

namespace geo {

namespace {

/// The number in exactly `n` digits at the start of `text`; negative when they are not digits.
int digits(std::string_view text, std::size_t n) {
    if (text.size() < n) return -1;
    int value = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// "", or a clock time of zeros such as "T00:00:00.000Z" or " 00:00".
bool is_false_midnight(std::string_view rest) {
    if (rest.empty()) return true;
    if (rest[0] != ' ' && rest[0] != 'T') return false;
    rest.remove_prefix(1);
    if (!rest.empty() && rest.back() == 'Z') rest.remove_suffix(1);
    return rest.size() >= 5 && rest.substr(0, 5) == "00:00" &&
           rest.find_first_not_of("0:.") == std::string_view::npos;
}

} // namespace

std::optional<Day> day_from_civil(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
    return Day{date};
}

std::optional<Day> day_from_iso(std::string_view text) {
    const int year = digits(text, 4);
    if (year < 0 || text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int month = digits(text.substr(5), 2);
    const int day = digits(text.substr(8), 2);
    if (month < 0 || day < 0 || !is_false_midnight(text.substr(10))) return std::nullopt;
    return day_from_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<DayWindow> window_from_text(std::string_view text) {
    using std::chrono::months;
    using std::chrono::years;
    const int year = digits(text, 4);
    if (year < 1) return std::nullopt;
    if (text.size() == 10) {
        const auto day = day_from_iso(text);
        if (!day) return std::nullopt;
        return DayWindow{*day, *day + std::chrono::days{1}};
    }
    const bool month_given = text.size() == 7 && text[4] == '-';
    const int month = month_given ? digits(text.substr(5), 2) : 1;
    if ((!month_given && text.size() != 4) || month < 1 || month > 12) return std::nullopt;
    const auto first = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / 1;
    const auto last = month_given ? first + months{1} : first + years{1};
    return DayWindow{Day{first}, Day{last}};
}

std::string iso_from_day(Day day) {
    const std::chrono::year_month_day date{day};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

} // namespace geo
