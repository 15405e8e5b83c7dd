#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// The nearest place of a border to an incident.
struct BorderDistance {
    double distance_m = 0;
    LonLat foot;
    double azimuth_deg = 0;  ///< at the incident, towards the foot, [0, 360); 0 when the incident lies on the line
    std::uint32_t part = 0;  ///< which line string
    std::uint32_t edge = 0;  ///< which edge of it: vertices edge, edge + 1
};

} // namespace geo
