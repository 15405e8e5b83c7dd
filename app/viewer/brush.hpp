#pragma once

#include <optional>
#include <utility>

#include "geo/core/civil.hpp"

namespace app {

/// What the mouse holds on the timeline.
enum class BrushPart { from_handle, to_handle, middle, fresh };

/// A drag of the time range: where it began and what the range was then. Days as in Filter: both included.
struct BrushDrag {
    BrushPart part = BrushPart::fresh;
    geo::Day grabbed;
    geo::Day from;
    geo::Day to;
    bool operator==(const BrushDrag&) const = default;
};

/// The range, both days included, when the mouse is at `day`. Handles may cross; nothing leaves `limits`.
std::pair<geo::Day, geo::Day> brushed(const BrushDrag& drag, geo::Day day, geo::DayWindow limits);

} // namespace app
