#pragma once

#include <optional>

#include "geo/study/study.hpp"

// Commands of the counts by district: part of command.hpp.

namespace app {

struct SetDistrictCounts {
    std::optional<geo::DistrictCountSpec> spec; ///< empty: none
};

} // namespace app
