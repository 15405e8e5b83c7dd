#pragma once

#include <optional>
#include <string>

#include "geo/border/border_set.hpp"

namespace geo {

/// The nearest place of a border set's lines to one place of the map.
struct BorderHere {
    double distance_m = 0; ///< shortest geodesic on WGS 84
    std::string neighbour; ///< ISO 3166 alpha-3
    LonLat foot;
    bool operator==(const BorderHere&) const = default;
};

/// By the same index as the incidents' distances (geo/analysis/border_index.hpp), so that both agree. Builds
/// the index: some 0.05 s, never on the window's thread. nullopt for a set without lines.
std::optional<BorderHere> border_here(const BorderSet& border, LonLat place);

} // namespace geo
