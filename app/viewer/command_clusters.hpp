#pragma once

#include <cstddef>
#include <optional>

#include "geo/study/study.hpp"

// Commands of the clusters: part of command.hpp.

namespace app {

struct SetClusters {
    std::optional<geo::ClusterSpec> spec; ///< empty: none
};

/// Of the list, under the mouse.
struct HoverCluster {
    std::optional<std::size_t> cluster;
};

} // namespace app
