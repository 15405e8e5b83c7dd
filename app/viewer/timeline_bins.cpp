#include "app/viewer/timeline_bins.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array kUnits{BinUnit::day, BinUnit::week, BinUnit::month, BinUnit::quarter, BinUnit::year};

double mean_days(BinUnit unit) {
    switch (unit) {
    case BinUnit::day:
        return 1;
    case BinUnit::week:
        return 7;
    case BinUnit::month:
        return 30.44;
    case BinUnit::quarter:
        return 91.3;
    case BinUnit::year:
        break;
    }
    return 365.25;
}

BinUnit unit_for(int n_days, double width_px, double min_bin_px) {
    for (BinUnit unit : kUnits)
        if (n_days / mean_days(unit) * min_bin_px <= width_px) return unit;
    return BinUnit::year;
}

std::string month_text(year_month_day day) {
    static constexpr std::array<const char*, 12> kNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const unsigned month = static_cast<unsigned>(day.month());
    if (month == 1) return std::to_string(static_cast<int>(day.year()));
    return kNames[month - 1];
}

/// Months between two labels; 12 and its multiples are years.
int months_between_ticks(double px_per_day, double min_gap_px) {
    for (int months : {1, 2, 3, 6, 12, 24, 60, 120, 240, 600})
        if (months * 30.44 * px_per_day >= min_gap_px) return months;
    return 1200;
}

} // namespace

geo::Day bin_start(geo::Day day, BinUnit unit) {
    const year_month_day civil{day};
    switch (unit) {
    case BinUnit::day:
        return day;
    case BinUnit::week:
        return day - (std::chrono::weekday{day} - std::chrono::Monday);
    case BinUnit::month:
        return civil.year() / civil.month() / 1;
    case BinUnit::quarter: {
        const unsigned month = (static_cast<unsigned>(civil.month()) - 1) / 3 * 3 + 1;
        return civil.year() / std::chrono::month{month} / 1;
    }
    case BinUnit::year:
        break;
    }
    return civil.year() / 1 / 1;
}

geo::Day next_bin(geo::Day start, BinUnit unit) {
    if (unit == BinUnit::day) return start + days{1};
    if (unit == BinUnit::week) return start + days{7};
    const int months = unit == BinUnit::month ? 1 : unit == BinUnit::quarter ? 3 : 12;
    return year_month_day{start} + std::chrono::months{months};
}

TimelineBins timeline_bins(const Summary& summary, double width_px, double min_bin_px) {
    TimelineBins result;
    if (summary.all_by_day.empty()) return result;
    const int n_days = static_cast<int>(summary.all_by_day.size());
    const geo::Day first = geo::day_from_number(summary.first_day);
    result.period = {first, first + days{n_days}};
    result.unit = unit_for(n_days, width_px, min_bin_px);
    for (geo::Day start = bin_start(first, result.unit); start < first + days{n_days};) {
        const geo::Day end = next_bin(start, result.unit);
        TimeBin bin{{start, end}, 0, 0};
        const int from = std::max(0, static_cast<int>((start - first).count()));
        const int to = std::min(n_days, static_cast<int>((end - first).count()));
        for (int day = from; day < to; ++day) {
            bin.n_all += summary.all_by_day[static_cast<std::size_t>(day)];
            bin.n_shown += summary.shown_by_day[static_cast<std::size_t>(day)];
        }
        result.top = std::max(result.top, bin.n_all);
        result.bins.push_back(bin);
        start = end;
    }
    result.window = {result.bins.front().days.first, result.bins.back().days.last};
    return result;
}

double TimelineAxis::x_from_day(geo::Day day) const {
    const int n = std::max(1, window.days());
    return left_px + width_px * static_cast<double>((day - window.first).count()) / n;
}

geo::Day TimelineAxis::day_from_x(double x) const {
    const double share = width_px > 0 ? std::clamp((x - left_px) / width_px, 0.0, 1.0) : 0;
    return window.first + days{static_cast<int>(std::lround(share * window.days()))};
}

std::vector<TimeTick> timeline_ticks(const TimelineAxis& axis, double min_gap_px) {
    std::vector<TimeTick> ticks;
    const int n_days = axis.window.days();
    if (n_days <= 0 || axis.width_px <= 0) return ticks;
    const int step = months_between_ticks(axis.width_px / n_days, min_gap_px);
    year_month_day tick{bin_start(axis.window.first, BinUnit::year)};
    if (step > 12) {
        const int years = step / 12;
        tick = std::chrono::year{static_cast<int>(tick.year()) / years * years} / 1 / 1;
    }
    for (; geo::Day{tick} < axis.window.last; tick += std::chrono::months{step})
        if (geo::Day{tick} >= axis.window.first) ticks.push_back({geo::Day{tick}, month_text(tick)});
    return ticks;
}

} // namespace app
