#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/analysis/poisson.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// What the file says about a period. `missing`: none of its days lies between the first and the last day of
/// the file (all its incidents, not those that pass) and the time limits; nothing is known of it, which is
/// not the same as no incident. `partial`: some do.
enum class PeriodState : std::uint8_t { complete, partial, missing };

struct TrendPeriod {
    DayWindow days;
    int n_covered = 0; ///< of its days, that the file and the time limits cover
    PeriodState state = PeriodState::complete;
    std::string label; ///< "2021-08"
};

/// Incidents that begin in a period.
struct TrendCount {
    std::uint32_t n = 0;
    std::uint32_t n_elsewhere = 0; ///< of n, whose date is too vague to say that it was this period
    std::uint32_t n_lasting = 0;   ///< of n, that end in a later one
    std::uint32_t n_without_deaths = 0;
    double deaths_best = 0, deaths_low = 0, deaths_high = 0; ///< sums of what is stated
    Interval interval; ///< exact, 95 %, of n; of its rate after division by the days
    std::optional<RateRatio>
        year_on_year; ///< rate per day against the same period a year before, where both are covered
};

struct TrendSeries {
    std::string name;               ///< "all", a category in words, AFG, "5–10 km", "without a place"
    std::string value;              ///< of the column of categories, as the file has it
    std::vector<TrendCount> counts; ///< by period
    std::uint64_t n = 0;
    double dispersion = 0; ///< variance over mean of the counts of complete periods; 1 for Poisson counts of
                           ///< a constant rate; NaN where not defined
};

struct Trend {
    CalendarUnit per = CalendarUnit::month;
    TrendBy by = TrendBy::none;
    std::optional<DayWindow> file; ///< first to last day of all incidents of the file; empty: none is dated
    std::vector<TrendPeriod> periods; ///< without gaps, ascending
    TrendSeries all;
    std::vector<TrendSeries> series; ///< that make up `all`; empty when not asked for
    std::string column;              ///< of the categories
    std::uint64_t n_incidents = 0;   ///< in periods
    std::uint64_t n_undated = 0;     ///< pass, but are in none
    std::uint64_t n_elsewhere = 0, n_lasting = 0;
    std::size_t n_missing = 0, n_partial = 0,
                n_zero = 0; ///< periods; zero: covered at least in part, without incident
    bool has_deaths = false, has_low = false, has_high = false;
    std::size_t n_too_many = 0; ///< so many periods were asked for, and none is there; 0: all is well
};
constexpr std::size_t kMostPeriods = 40'000; ///< a hundred years of days
constexpr std::size_t kMostTrendSeries = 50; ///< categories; rarer ones are one series, "other"

/// What the study asks of the stage.
Snapshot::TrendKey trend_key(const Study& study);

/// Counts of the incidents that pass, by the period that they begin in. Periods run over the filter's time
/// limits, where there are none over the file. `proximity` may be null unless series are by neighbour or
/// band. Cost: a pass over the rows, and an interval and a ratio for each different count.
Trend count_trend(const IncidentTable& table, const Selected& selected, const Filter& filter,
                  const Proximity* proximity, const Snapshot::TrendKey& asked);

/// Throws Argument where there are too many periods.
void require_periods(const Trend& trend);

/// The shortest unit of which the days are at most so many, else the year.
CalendarUnit unit_for_periods(const DayWindow& days, int at_most);

} // namespace geo
