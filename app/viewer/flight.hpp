#pragma once

#include "app/render/camera.hpp"

namespace app {

/// A short smooth move of the camera.
struct Flight {
    Camera from;
    Camera to;
    double elapsed_s = 0;
    bool operator==(const Flight&) const = default;
};

constexpr double kFlight_s = 0.15;

/// Where the camera is now. A place that both ends show at the same pixel stays there on the way.
Camera camera_of(const Flight& flight);

} // namespace app
