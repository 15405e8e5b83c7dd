#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/layer/scene.hpp"

namespace geo {

/// What the disc of every row looks like, whatever is selected: made once per file, so that a filter that
/// moves only has to gather.
struct PointMarks {
    std::vector<Mercator> place;      ///< by row; NaN without a place
    std::vector<std::uint8_t> color;  ///< by row; empty: one colour
    std::vector<std::uint32_t> order; ///< located rows, larger discs first
    std::vector<std::string> values;  ///< of the colouring column as the file has them, most frequent first
    std::vector<std::uint64_t> n_of_value; ///< rows of each
    std::string color_by;                  ///< the column shown, empty: one colour
    bool by_date = false;                  ///< the day of the incident is shown
    std::optional<DateScale> dates;        ///< of the dated rows
    std::uint64_t n_undated = 0;           ///< rows
    bool sized_by_deaths = false;
};

/// Discs of the selected incidents with what their colours mean.
struct ColoredPoints {
    std::shared_ptr<const PointGeometry> geometry;
    std::vector<LegendItem> legend; ///< most frequent category first, "other" last, with counts
    std::string color_by;           ///< the column shown, empty: one colour
    bool by_date = false;           ///< the day of the incident is shown
    std::optional<DateScale> dates; ///< of the file, where any incident has a date
    bool sized_by_deaths = false;
    std::uint64_t n_vague = 0; ///< drawn hollow
    LonLatBox middle_extent; ///< of all but the outermost 1 % on each side: one stray place does not zoom out
};

} // namespace geo
