#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/core/civil.hpp"
#include "geo/layer/color.hpp"
#include "geo/layer/point_index.hpp"

namespace geo {

/// Days to colours, old to new, over all of a file: no filter changes what a colour means.
struct DateScale {
    /// Two neighbours cannot be told apart, so that it looks continuous; as many as an index of discs keeps.
    static constexpr std::uint8_t kSteps = PointIndex::kNoStep;

    Day first{}, last{}; ///< of the file's incidents, both included
    std::uint64_t n_month_or_year =
        0; ///< incidents whose day is not known: they count as the first it can be
    bool operator==(const DateScale&) const = default;

    bool one_day() const { return first == last; }
    /// The index of the day's colour, below kSteps; days outside take the end. All of one day: the last.
    std::uint8_t step_of(Day day) const;
    /// Where the day begins on the scale, 0 to 1, and the day at such a place.
    double share_of(Day day) const;
    Day day_at(double share) const;
};

/// The colour at a share of the scale, 0 to 1.
Rgba date_color(double share);
/// By index: kSteps from old to new, then that of incidents without a date.
std::vector<Rgba> date_colors();

/// What the scale shows, for a legend: its period, and what is said of days that are not known.
std::vector<std::string> in_words(const DateScale& scale);

/// Round days along the scale, at most seven: years, else months, else days ("2019", "2019-04",
/// "2019-04-01").
struct DateTick {
    double share = 0;
    std::string text;
};
std::vector<DateTick> date_ticks(const DateScale& scale);

} // namespace geo
