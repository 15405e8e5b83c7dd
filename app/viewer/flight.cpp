#include "app/viewer/flight.hpp"

#include <algorithm>
#include <cmath>

namespace app {

Camera camera_of(const Flight& flight) {
    const double t = std::clamp(flight.elapsed_s / kFlight_s, 0.0, 1.0);
    if (t >= 1) return flight.to;
    const double eased = t * (2 - t);
    const Camera& a = flight.from;
    const Camera& b = flight.to;
    Camera camera;
    camera.metres_per_pixel = a.metres_per_pixel * std::pow(b.metres_per_pixel / a.metres_per_pixel, eased);
    // The centre is linear in metres per pixel when a place is kept fixed.
    const double change = b.metres_per_pixel - a.metres_per_pixel;
    const double share = std::abs(change) > 1e-9 * a.metres_per_pixel
                             ? (camera.metres_per_pixel - a.metres_per_pixel) / change
                             : eased;
    camera.centre.x_m = std::lerp(a.centre.x_m, b.centre.x_m, share);
    camera.centre.y_m = std::lerp(a.centre.y_m, b.centre.y_m, share);
    return camera;
}

} // namespace app
