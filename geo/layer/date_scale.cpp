#include "geo/layer/date_scale.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "geo/core/calendar.hpp"
#include "geo/core/number_words.hpp"
#include "geo/layer/color_scale.hpp"

namespace geo {

namespace {

constexpr std::size_t kMostTicks = 7;
constexpr std::array kDaySteps{1, 2, 5, 10};
constexpr std::array kMonthSteps{1, 3, 6};
constexpr std::array kYearSteps{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

using Ticks = std::vector<DateTick>;
using std::chrono::year_month_day;

double n_days(const DateScale& scale) { return static_cast<double>((scale.last - scale.first).count() + 1); }

/// One more than may be drawn says that they are too many.
bool full(const Ticks& ticks) { return ticks.size() > kMostTicks; }

Ticks by_days(const DateScale& scale, int step) {
    Ticks ticks;
    for (Day day = scale.first; day <= scale.last && !full(ticks); day += std::chrono::days{step})
        ticks.push_back({scale.share_of(day), iso_from_day(day)});
    return ticks;
}

Ticks by_months(const DateScale& scale, int step) {
    Ticks ticks;
    Day day = unit_start(scale.first, CalendarUnit::month);
    for (; day <= scale.last && !full(ticks); day = next_unit(day, CalendarUnit::month)) {
        const unsigned month = static_cast<unsigned>(year_month_day(day).month());
        if (day < scale.first || (month - 1) % static_cast<unsigned>(step) != 0) continue;
        ticks.push_back({scale.share_of(day), iso_from_day(day).substr(0, 7)});
    }
    return ticks;
}

Ticks by_years(const DateScale& scale, int step) {
    Ticks ticks;
    const int last = static_cast<int>(year_month_day(scale.last).year());
    int year = static_cast<int>(year_month_day(scale.first).year());
    year += (step - year % step) % step;
    for (; year <= last && !full(ticks); year += step) {
        const auto day = day_from_civil(year, 1, 1);
        if (!day || *day < scale.first) continue;
        ticks.push_back({scale.share_of(*day), iso_from_day(*day).substr(0, 4)});
    }
    return ticks;
}

} // namespace

std::uint8_t DateScale::step_of(Day day) const {
    if (one_day()) return kSteps - 1;
    const double step = std::floor(share_of(day) * kSteps);
    return static_cast<std::uint8_t>(std::clamp(step, 0.0, kSteps - 1.0));
}

double DateScale::share_of(Day day) const {
    return std::clamp(static_cast<double>((day - first).count()) / n_days(*this), 0.0, 1.0);
}

Day DateScale::day_at(double share) const {
    const double days = std::floor(std::clamp(share, 0.0, 1.0) * n_days(*this));
    return std::min(first + std::chrono::days{static_cast<int>(days)}, last);
}

Rgba date_color(double share) { return ramp_color(Ramp::magma_middle, std::clamp(share, 0.0, 1.0)); }

std::vector<Rgba> date_colors() {
    std::vector<Rgba> colors = ramp_colors(Ramp::magma_middle, DateScale::kSteps);
    colors.push_back(category_color(kCategoryColors));
    return colors;
}

std::vector<std::string> in_words(const DateScale& scale) {
    std::vector<std::string> lines{iso_from_day(scale.first) + " to " + iso_from_day(scale.last)};
    if (scale.n_month_or_year > 0)
        lines.push_back("month or year only (" + grouped(scale.n_month_or_year) + "): first day");
    return lines;
}

std::vector<DateTick> date_ticks(const DateScale& scale) {
    Ticks ticks;
    const auto fits = [&](Ticks&& tried) {
        ticks = std::move(tried);
        return !full(ticks);
    };
    for (const int step : kDaySteps)
        if (fits(by_days(scale, step))) return ticks;
    for (const int step : kMonthSteps)
        if (fits(by_months(scale, step))) return ticks;
    for (const int step : kYearSteps)
        if (fits(by_years(scale, step))) return ticks;
    return ticks;
}

} // namespace geo
