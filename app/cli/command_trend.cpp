#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/trend_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostTold = 12;  ///< periods
constexpr std::size_t kMostSeries = 8; ///< told

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_output(command, arguments, "Counts, deaths, rates and year on year as a table: .csv or .json", false);
    add_trend_options(command, arguments);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

std::string interval_in_words(const geo::Interval& interval) {
    const int decimals = interval.high < 100 ? 1 : 0;
    return fmt::format("{:.{}f}–{:.{}f}", interval.low, decimals, interval.high, decimals);
}

std::string whole(double sum) { return geo::grouped(static_cast<std::uint64_t>(std::llround(sum))); }

void tell_period(const Arguments& arguments, const geo::Trend& trend, std::size_t i) {
    const geo::TrendPeriod& period = trend.periods[i];
    const geo::TrendCount& count = trend.all.counts[i];
    if (period.state == geo::PeriodState::missing)
        return tell(arguments, fmt::format("  {:<10} {:>9}", period.label, "missing"));
    const std::string note = period.state == geo::PeriodState::partial
                                 ? fmt::format("{} of {} days", period.n_covered, period.days.days())
                                 : "";
    tell(arguments,
         fmt::format("  {:<10} {:>9} {:>14} {:>8} {:>18}  {}", period.label, geo::grouped(count.n),
                     interval_in_words(count.interval), trend.has_deaths ? whole(count.deaths_best) : "–",
                     geo::year_on_year_words(count), note));
}

void tell_periods(const Arguments& arguments, const geo::Trend& trend) {
    const std::size_t n = trend.periods.size(), first = n > kMostTold ? n - kMostTold : 0;
    tell(arguments, fmt::format("  {:<10} {:>9} {:>14} {:>8} {:>18}", geo::name_of(trend.per), "incidents",
                                "95 %", "deaths", "against a year ago"));
    for (std::size_t i = first; i < n; ++i) tell_period(arguments, trend, i);
    if (first > 0)
        tell(arguments, fmt::format("  and {} earlier ones; -o FILE.csv has all", geo::grouped(first)));
}

void tell_series(const Arguments& arguments, const geo::Trend& trend) {
    if (trend.series.empty()) return;
    tell(arguments, "  in all periods:");
    for (std::size_t i = 0; i < std::min(kMostSeries, trend.series.size()); ++i)
        tell(arguments,
             fmt::format("    {:<34} {:>9}", trend.series[i].name, geo::grouped(trend.series[i].n)));
    if (trend.series.size() > kMostSeries)
        tell(arguments, fmt::format("    and {} more", trend.series.size() - kMostSeries));
}

/// What is not a whole period of exact dates.
void tell_limits(const Arguments& arguments, const geo::Trend& trend) {
    const char* unit = geo::name_of(trend.per).data();
    if (trend.n_undated > 0)
        tell(arguments, fmt::format("  {} without a date are in no {}", geo::grouped(trend.n_undated), unit));
    if (trend.n_elsewhere > 0)
        tell(arguments,
             fmt::format("  {} have a date too vague for their {}: counted where it begins, they may belong "
                         "to another",
                         geo::grouped(trend.n_elsewhere), unit));
    if (trend.n_lasting > 0)
        tell(arguments,
             fmt::format("  {} end in a later {} than they begin in", geo::grouped(trend.n_lasting), unit));
    if (!std::isnan(trend.all.dispersion))
        tell(arguments,
             fmt::format("  the variance of the counts of whole {}s is {} times that of a constant rate's: "
                         "the intervals know of chance alone",
                         unit, geo::short_number(trend.all.dispersion)));
}

void tell_trend(const Arguments& arguments, const geo::Trend& trend) {
    tell(arguments, "Trend: " + geo::trend_in_words(*arguments.study.trend));
    if (trend.periods.empty()) return tell(arguments, "  no dated incident, and so no period");
    tell(arguments,
         fmt::format(
             "  {} incidents in {} periods: {} without any, {} covered in part, {} missing (before the "
             "first or after the last day of the file)",
             geo::grouped(trend.n_incidents), geo::grouped(trend.periods.size()), geo::grouped(trend.n_zero),
             trend.n_partial, geo::grouped(trend.n_missing)));
    if (trend.file) tell(arguments, "  the file covers " + geo::window_in_words(*trend.file));
    tell_periods(arguments, trend);
    tell_series(arguments, trend);
    tell_limits(arguments, trend);
}

void run(Arguments& arguments, TerminalProgress& progress) {
    arguments.study.trend = arguments.trend;
    add_outputs(arguments, geo::OutputSpec::What::trend);
    require_what_outputs_need(arguments.study);
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    const geo::Trend& trend = *snapshot.trend.value;
    geo::require_periods(trend);
    if (arguments.trend.by == geo::TrendBy::category && trend.column.empty())
        throw geo::Error(geo::ErrorKind::Argument,
                         "--by category: the file has no column of categories; --category names one");
    write_all(arguments, snapshot, progress);
    tell_trend(arguments, trend);
    if (arguments.json) fmt::print("{}", geo::trend_as_json(arguments.study, snapshot));
}

} // namespace

const Command kTrend{"trend", "Counts and deaths per day, week, month, quarter or year, with intervals",
                     "borderlens trend incidents.csv --per quarter --by neighbour -o trend.csv", add_options,
                     run};

} // namespace app
