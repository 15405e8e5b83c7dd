#pragma once

#include <string>

#include "geo/study/trend.hpp"

namespace geo {

// The trend of an evaluated study as text; the snapshot must have it, with periods.

/// A row for each period and series: period, first_day, last_day, days, days_covered, state
/// (state_word), series, incidents, incidents_low, incidents_high (exact 95 %), per_day, per_day_low,
/// per_day_high, may_be_another_period, end_in_a_later_period, deaths_best, deaths_low, deaths_high,
/// deaths_unknown, year_ratio, year_ratio_low, year_ratio_high, year_p. Nothing of a missing period; no ratio
/// without a year before; an infinite one is "inf".
std::string trend_as_csv(const Trend& trend);

/// The same with `all`, `series` and what it is counted from.
std::string trend_as_json(const Study& study, const Snapshot& snapshot);

/// "complete", "zero" (covered whole, and no incident of the series), "partial", "partial zero", "missing".
const char* state_word(const TrendPeriod& period, const TrendCount& count);

/// "1.24 (0.98–1.57)", "from 0", "–".
std::string year_on_year_words(const TrendCount& count);

} // namespace geo
