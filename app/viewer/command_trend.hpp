#pragma once

#include <optional>

#include "geo/study/study.hpp"

// Commands of the counts by period: part of command.hpp.

namespace app {

struct SetTrend {
    std::optional<geo::TrendSpec> spec; ///< empty: none
};

/// What the chart shows.
struct ShowTrendOf {
    bool deaths;
};

} // namespace app
