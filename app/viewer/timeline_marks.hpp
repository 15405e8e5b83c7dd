#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/core/civil.hpp"

namespace app {

struct Model;

/// A dated mark on the timeline: a bundled one, with its source, or one of the study's own.
struct TimelineMark {
    geo::DayWindow days;
    std::string title;
    std::string note, source, url;  ///< of bundled ones
    std::optional<std::size_t> own; ///< index into Study::timeline.marks
};

/// Those that are switched on and touch the timeline's period, ascending by day.
std::vector<TimelineMark> marks_shown(const Model& model);

/// Where a mark's label is wanted: beside its line at x, `width` wide. Own marks go first.
struct MarkWish {
    double x = 0;
    double width = 0;
    bool own = false;
};

struct PlacedLabel {
    double x = 0; ///< its left end
    double width = 0;
};

/// Labels right of their lines or else left of them, whole where there is room for that, else cut to the
/// larger room when it is at least `least`; none where a label would leave [left, right] or come nearer than
/// `gap` to another one. One per wish.
std::vector<std::optional<PlacedLabel>> placed_labels(std::span<const MarkWish> wishes, double left,
                                                      double right, double gap, double least);

/// "2021-08-15", "2021-08", "2021", "2021-08-15 to 2021-08-20": the days of a mark as they are typed, and
/// back.
std::string mark_days_text(geo::DayWindow window);
std::optional<geo::DayWindow> mark_days_from(const std::string& text);

} // namespace app
