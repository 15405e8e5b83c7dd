#include "geo/study/trend.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/layer/color_points.hpp"
#include "geo/study/day_counts.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

constexpr std::array<std::string_view, 4> kTrendBy{"none", "category", "neighbour", "band"};
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

int days_in_both(const DayWindow& a, const DayWindow& b) {
    return std::max(0, static_cast<int>((std::min(a.last, b.last) - std::max(a.first, b.first)).count()));
}

/// The days looked at; nothing is known of those outside the file.
DayWindow window_of(const Filter& filter, const DayWindow& file) {
    DayWindow window = file;
    if (filter.from) window.first = *filter.from;
    if (filter.to) window.last = *filter.to + std::chrono::days{1};
    return window;
}

void add_periods(const Filter& filter, Trend& trend) {
    if (!trend.file) return;
    const DayWindow window = window_of(filter, *trend.file);
    if (window.last <= window.first) return;
    const DayWindow known{std::max(window.first, trend.file->first), std::min(window.last, trend.file->last)};
    const int first = unit_index(window.first, trend.per);
    const int last = unit_index(window.last - std::chrono::days{1}, trend.per);
    const auto n = static_cast<std::size_t>(last - first) + 1;
    if (n > kMostPeriods) {
        trend.n_too_many = n;
        return;
    }
    for (int index = first; index <= last; ++index) {
        TrendPeriod period;
        period.days = {unit_from_index(index, trend.per), unit_from_index(index + 1, trend.per)};
        period.n_covered = days_in_both(period.days, known);
        if (period.n_covered < period.days.days())
            period.state = period.n_covered == 0 ? PeriodState::missing : PeriodState::partial;
        trend.n_missing += period.state == PeriodState::missing;
        trend.n_partial += period.state == PeriodState::partial;
        period.label = unit_label(period.days.first, trend.per);
        trend.periods.push_back(std::move(period));
    }
}

/// Which series each row belongs to.
struct Grouping {
    std::vector<TrendSeries> series;
    std::vector<std::uint32_t> of_row; ///< empty: one series
};

std::vector<RowId> all_rows(const IncidentTable& table) {
    std::vector<RowId> rows(table.size());
    std::iota(rows.begin(), rows.end(), RowId{0});
    return rows;
}

/// The values most frequent in the whole file first, as the map ranks its colours.
Grouping by_category(const IncidentTable& table, Trend& trend) {
    Grouping grouping;
    const Column* column = table.column(Role::category);
    if (!column) return grouping;
    trend.column = column->name;
    std::unordered_map<std::string_view, std::uint32_t> index;
    const auto ranked = count_categories(*column, all_rows(table));
    const std::size_t n_own = ranked.size() > kMostTrendSeries ? kMostTrendSeries - 1 : ranked.size();
    for (std::size_t i = 0; i < n_own; ++i) {
        const std::string& value = ranked[i].value;
        grouping.series.push_back(
            {value.empty() ? "not given" : category_in_words(table, *column, value), value, {}});
    }
    if (n_own < ranked.size()) grouping.series.push_back({"other", "", {}});
    for (std::size_t i = 0; i < ranked.size(); ++i)
        index[ranked[i].value] = static_cast<std::uint32_t>(std::min(i, n_own));
    for (RowId row = 0; row < table.size(); ++row) grouping.of_row.push_back(index[(*column)[row]]);
    return grouping;
}

/// Names in order, and last a series for rows without any.
Grouping by_index(std::vector<std::string> names, std::vector<std::uint32_t> of_row) {
    Grouping grouping;
    for (std::string& name : names) grouping.series.push_back({std::move(name), "", {}});
    grouping.series.push_back({"without a place", "", {}});
    grouping.of_row = std::move(of_row);
    return grouping;
}

Grouping by_neighbour(const Proximity& proximity) {
    std::vector<std::string> names;
    for (const Proximity::Neighbour& neighbour : proximity.neighbours) names.push_back(neighbour.iso_a3);
    const auto none = static_cast<std::uint32_t>(names.size());
    std::vector<std::uint32_t> of_row;
    for (std::size_t row = 0; row < proximity.distance_m.size(); ++row)
        of_row.push_back(std::isnan(proximity.distance_m[row]) ? none : proximity.neighbour[row]);
    return by_index(std::move(names), std::move(of_row));
}

Grouping by_band(const Proximity& proximity, const std::vector<double>& edges) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < edges.size(); ++i)
        names.push_back(band_in_words(
            {edges[i], i + 1 < edges.size() ? edges[i + 1] : std::numeric_limits<double>::infinity(), 0, 0,
             0}));
    const auto none = static_cast<std::uint32_t>(names.size());
    std::vector<std::uint32_t> of_row;
    for (const double distance_m : proximity.distance_m) {
        const auto above = std::upper_bound(edges.begin(), edges.end(), distance_m) - edges.begin();
        of_row.push_back(std::isnan(distance_m) || above == 0 ? none : static_cast<std::uint32_t>(above) - 1);
    }
    return by_index(std::move(names), std::move(of_row));
}

Grouping grouping_of(const IncidentTable& table, const Proximity* proximity, const Snapshot::TrendKey& asked,
                     Trend& trend) {
    if (asked.spec.by == TrendBy::category) return by_category(table, trend);
    if (!proximity) return {};
    if (asked.spec.by == TrendBy::neighbour) return by_neighbour(*proximity);
    return asked.spec.by == TrendBy::band ? by_band(*proximity, asked.band_edges_m) : Grouping{};
}

/// One row into the count of the period that it begins in.
void add_row(const IncidentTable& table, RowId row, const TrendPeriod& period, TrendCount& count) {
    const DaySpan possible = days_possible(table, row);
    const bool elsewhere = day_from_number(possible.first) < period.days.first ||
                           day_from_number(possible.last) >= period.days.last;
    ++count.n;
    count.n_elsewhere += elsewhere;
    count.n_lasting +=
        possible.first == possible.last && day_from_number(table.last_day[row]) >= period.days.last;
    const auto add = [&](const std::vector<double>& column, double& sum) {
        if (!column.empty() && !std::isnan(column[row])) sum += column[row];
    };
    add(table.deaths_best, count.deaths_best);
    add(table.deaths_low, count.deaths_low);
    add(table.deaths_high, count.deaths_high);
    count.n_without_deaths += table.deaths_best.empty() || std::isnan(table.deaths_best[row]);
}

/// Intervals and ratios; equal counts are worked out once.
class Intervals {
  public:
    Interval of(std::uint32_t n) {
        const auto [it, is_new] = known_.try_emplace(n);
        if (is_new) it->second = poisson_interval(n);
        return it->second;
    }
    RateRatio ratio(std::uint32_t n, int days, std::uint32_t n_before, int days_before) {
        const auto [it, is_new] = ratios_.try_emplace({n, days, n_before, days_before});
        if (is_new) it->second = rate_ratio(n, days, n_before, days_before);
        return it->second;
    }

  private:
    std::unordered_map<std::uint32_t, Interval> known_;
    std::map<std::tuple<std::uint32_t, int, std::uint32_t, int>, RateRatio> ratios_;
};

double dispersion_of(const Trend& trend, const TrendSeries& series) {
    double n = 0, sum = 0, squares = 0;
    const auto over_complete = [&](auto&& visit) {
        for (std::size_t i = 0; i < trend.periods.size(); ++i)
            if (trend.periods[i].state == PeriodState::complete)
                visit(static_cast<double>(series.counts[i].n));
    };
    over_complete([&](double count) { ++n, sum += count; });
    if (n < 2 || sum == 0) return kNaN;
    const double mean = sum / n;
    over_complete([&](double count) { squares += (count - mean) * (count - mean); });
    return squares / (n - 1) / mean;
}

void finish(const Trend& trend, TrendSeries& series, Intervals& intervals) {
    const std::vector<TrendPeriod>& periods = trend.periods;
    if (periods.empty()) return;
    const int first = unit_index(periods.front().days.first, trend.per);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        TrendCount& count = series.counts[i];
        series.n += count.n;
        if (periods[i].state == PeriodState::missing) continue;
        count.interval = intervals.of(count.n);
        const int before = index_a_year_before(first + static_cast<int>(i), trend.per) - first;
        if (before < 0 || periods[static_cast<std::size_t>(before)].state == PeriodState::missing) continue;
        const auto at = static_cast<std::size_t>(before);
        count.year_on_year =
            intervals.ratio(count.n, periods[i].n_covered, series.counts[at].n, periods[at].n_covered);
    }
    series.dispersion = dispersion_of(trend, series);
}

void count_rows(const IncidentTable& table, const Selection& rows, const Grouping& grouping, Trend& trend) {
    const int first = trend.periods.empty() ? 0 : unit_index(trend.periods.front().days.first, trend.per);
    for (const RowId row : rows) {
        if (table.first_day[row] == kNoDay) {
            ++trend.n_undated;
            continue;
        }
        const int index = unit_index(day_from_number(table.first_day[row]), trend.per) - first;
        if (index < 0 || index >= static_cast<int>(trend.periods.size())) continue; // there are none at all
        const auto at = static_cast<std::size_t>(index);
        add_row(table, row, trend.periods[at], trend.all.counts[at]);
        if (!grouping.of_row.empty())
            add_row(table, row, trend.periods[at], trend.series[grouping.of_row[row]].counts[at]);
    }
}

} // namespace

std::string_view name_of(TrendBy by) { return kTrendBy[static_cast<std::size_t>(by)]; }

std::optional<TrendBy> trend_by_from_name(std::string_view name) {
    const auto* const it = std::find(kTrendBy.begin(), kTrendBy.end(), name);
    if (it == kTrendBy.end()) return std::nullopt;
    return static_cast<TrendBy>(it - kTrendBy.begin());
}

Snapshot::TrendKey trend_key(const Study& study) {
    Snapshot::TrendKey key{study.trend.value_or(TrendSpec{}), {}};
    if (key.spec.by == TrendBy::band)
        key.band_edges_m = study.proximity.value_or(ProximitySpec{}).band_edges_m;
    return key;
}

Trend count_trend(const IncidentTable& table, const Selected& selected, const Filter& filter,
                  const Proximity* proximity, const Snapshot::TrendKey& asked) {
    Trend trend;
    trend.per = asked.spec.per;
    trend.by = asked.spec.by;
    trend.file = table.period();
    trend.has_deaths = !table.deaths_best.empty();
    trend.has_low = !table.deaths_low.empty();
    trend.has_high = !table.deaths_high.empty();
    add_periods(filter, trend);
    Grouping grouping = grouping_of(table, proximity, asked, trend);
    trend.series = std::move(grouping.series);
    trend.all.name = "all";
    trend.all.counts.resize(trend.periods.size());
    for (TrendSeries& series : trend.series) series.counts.resize(trend.periods.size());
    count_rows(table, selected.rows, grouping, trend);
    Intervals intervals;
    finish(trend, trend.all, intervals);
    for (TrendSeries& series : trend.series) finish(trend, series, intervals);
    std::erase_if(trend.series, [](const TrendSeries& series) {
        return series.n == 0 && series.name == "without a place";
    });
    for (std::size_t i = 0; i < trend.periods.size(); ++i) {
        trend.n_elsewhere += trend.all.counts[i].n_elsewhere;
        trend.n_lasting += trend.all.counts[i].n_lasting;
        trend.n_zero += trend.periods[i].state != PeriodState::missing && trend.all.counts[i].n == 0;
    }
    trend.n_incidents = trend.all.n;
    return trend;
}

void require_periods(const Trend& trend) {
    if (trend.n_too_many == 0) return;
    throw Error(ErrorKind::Argument, "that is " + grouped(trend.n_too_many) + " periods, more than " +
                                         grouped(kMostPeriods) + ": take longer ones than a " +
                                         std::string(name_of(trend.per)) + ", or set --from and --to");
}

CalendarUnit unit_for_periods(const DayWindow& days, int at_most) {
    for (const CalendarUnit unit :
         {CalendarUnit::day, CalendarUnit::week, CalendarUnit::month, CalendarUnit::quarter})
        if (unit_index(days.last, unit) - unit_index(days.first, unit) < at_most) return unit;
    return CalendarUnit::year;
}

} // namespace geo
