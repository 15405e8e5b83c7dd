#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/viewer/summary.hpp"
#include "geo/core/calendar.hpp"
#include "geo/core/civil.hpp"

namespace app {

using BinUnit = geo::CalendarUnit;

/// Incidents that start on the days [first, last) and are known to a week or better. `n_shown` pass every
/// filter but time.
struct TimeBin {
    geo::DayWindow days;
    std::uint64_t n_all = 0;
    std::uint64_t n_shown = 0;
    std::uint64_t n_lasting = 0; ///< of n_shown, that end on a later day
};

struct TimelineBins {
    BinUnit unit = BinUnit::day;
    geo::DayWindow period; ///< first to last day of the incidents
    geo::DayWindow
        window; ///< from the first bin's first day to the last bin's end; empty without dated incidents
    std::vector<TimeBin> bins; ///< without gaps, ascending
    std::uint64_t top = 0;     ///< the largest n_all
};

/// The first day of the bin that `day` lies in, and of the one after it. Weeks begin on Monday.
inline geo::Day bin_start(geo::Day day, BinUnit unit) { return geo::unit_start(day, unit); }
inline geo::Day next_bin(geo::Day start, BinUnit unit) { return geo::next_unit(start, unit); }

/// How many of the counts by day lie in the window.
std::uint64_t count_within(const std::vector<std::uint32_t>& by_day, geo::DayNumber first_day,
                           geo::DayWindow window);

/// The finest unit whose bins are at least `min_bin_px` wide.
TimelineBins timeline_bins(const Summary& summary, double width_px, double min_bin_px = 4);

/// Days along the x axis. Whole days: x_from_day is the day's beginning.
struct TimelineAxis {
    geo::DayWindow window;
    double left_px = 0;
    double width_px = 1;
    double x_from_day(geo::Day day) const;
    geo::Day day_from_x(double x) const; ///< clamped to the window
};

/// Labelled days of the axis: years when they fit, else every 2nd, 5th ...; months in short windows.
struct TimeTick {
    geo::Day day;
    std::string text;
};
std::vector<TimeTick> timeline_ticks(const TimelineAxis& axis, double min_gap_px);

} // namespace app
