#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/viewer/summary.hpp"
#include "geo/core/civil.hpp"

namespace app {

enum class BinUnit { day, week, month, quarter, year };

/// Incidents that start on the days [first, last).
struct TimeBin {
    geo::DayWindow days;
    std::uint64_t n_all = 0;
    std::uint64_t n_shown = 0;
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
geo::Day bin_start(geo::Day day, BinUnit unit);
geo::Day next_bin(geo::Day start, BinUnit unit);

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
