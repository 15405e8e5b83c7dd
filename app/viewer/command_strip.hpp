#pragma once

#include <cstddef>
#include <optional>

#include "geo/study/study.hpp"
#include "geo/table/incident_table.hpp"

// Commands of the strip along the border: part of command.hpp.

namespace app {

struct SetStrip {
    std::optional<geo::StripSpec> spec; ///< empty: none
};
/// Which line of the border the panel shows.
struct ShowStripLine {
    std::size_t line;
};
/// Picks the incident and moves the map to it; the strip stays open.
struct PickOnStrip {
    geo::RowId row;
};

} // namespace app
