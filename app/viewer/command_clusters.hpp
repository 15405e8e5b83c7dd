#pragma once

#include <optional>

#include "geo/study/study.hpp"

// Commands of the clusters: part of command.hpp.

namespace app {

struct SetClusters {
    std::optional<geo::ClusterSpec> spec; ///< empty: none
};

} // namespace app
