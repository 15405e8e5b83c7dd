#pragma once

#include <optional>

#include "geo/core/places.hpp"
#include "geo/study/study.hpp"

// Commands of the hot spots: part of command.hpp.

namespace app {

struct SetHotSpots {
    std::optional<geo::HotSpotSpec> spec; ///< empty: none
};
/// Moves the map there.
struct FlyToBox {
    geo::LonLatBox box;
};

} // namespace app
