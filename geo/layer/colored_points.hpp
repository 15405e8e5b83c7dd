#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/layer/scene.hpp"

namespace geo {

/// Discs of the selected incidents with what their colours mean.
struct ColoredPoints {
    std::shared_ptr<const PointGeometry> geometry;
    std::vector<LegendItem> legend; ///< most frequent category first, "other" last, with counts
    std::string color_by;           ///< the column shown, empty: one colour
    bool sized_by_deaths = false;
    std::uint64_t n_vague = 0;      ///< drawn hollow
    LonLatBox middle_extent;        ///< of all but the outermost 1 % on each side: one stray place does not zoom out
};

} // namespace geo
