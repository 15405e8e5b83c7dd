#include "app/viewer/brush.hpp"

#include <algorithm>

namespace app {

std::pair<geo::Day, geo::Day> brushed(const BrushDrag& drag, geo::Day day, geo::DayWindow limits) {
    using std::chrono::days;
    const geo::Day last = limits.last - days{1};
    const auto within = [&](geo::Day d) { return std::clamp(d, limits.first, std::max(limits.first, last)); };
    const auto ordered = [&](geo::Day a, geo::Day b) {
        return std::pair{within(std::min(a, b)), within(std::max(a, b))};
    };
    switch (drag.part) {
    case BrushPart::from_handle:
        return ordered(day, drag.to);
    case BrushPart::to_handle:
        return ordered(drag.from, day - days{1}); // the handle stands at the day's end
    case BrushPart::fresh:
        return ordered(drag.grabbed, day);
    case BrushPart::middle:
        break;
    }
    const days shift = std::clamp(day - drag.grabbed, limits.first - drag.from, last - drag.to);
    return {drag.from + shift, drag.to + shift};
}

} // namespace app
