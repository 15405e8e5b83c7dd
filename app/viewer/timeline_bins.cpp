#include "app/viewer/timeline_bins.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

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

std::uint64_t count_within(const std::vector<std::uint32_t>& by_day, geo::DayNumber first_day,
                           geo::DayWindow window) {
    const geo::Day first = geo::day_from_number(first_day);
    const auto n_days = static_cast<std::int64_t>(by_day.size());
    const auto from = std::clamp<std::int64_t>((window.first - first).count(), 0, n_days);
    const auto to = std::clamp<std::int64_t>((window.last - first).count(), from, n_days);
    return std::accumulate(by_day.begin() + from, by_day.begin() + to, std::uint64_t{0});
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
        const geo::DayWindow days_of_bin{start, end};
        const auto sum = [&](const std::vector<std::uint32_t>& by_day) {
            return count_within(by_day, summary.first_day, days_of_bin);
        };
        const TimeBin bin{days_of_bin, sum(summary.all_by_day), sum(summary.shown_by_day),
                          sum(summary.lasting_by_day)};
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
