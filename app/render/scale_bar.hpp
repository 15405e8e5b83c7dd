#pragma once

#include <string>
#include <vector>

#include "app/render/camera.hpp"

namespace app {

/// A bar of a round true length (1, 2 or 5 times a power of ten) at the camera's centre latitude.
struct ScaleBar {
    double length_m = 0;
    double length_px = 0;
    std::string unit;                ///< "km", or "m" below one kilometre
    std::vector<std::string> labels; ///< at its start, middle and end, without the unit: "0", "50", "100"
};

/// The longest such bar of at most `most_px` pixels.
ScaleBar scale_bar(const Camera& camera, double most_px);

} // namespace app
