#include "app/render/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {

namespace {

constexpr double kRadius = 6378137; ///< of the sphere behind EPSG:3857, metres
constexpr double kMaxLatitude = 85.051128779806592;
constexpr double kNearest = 0.05;              ///< metres per pixel: a house
constexpr double kFarthest = 40075016.0 / 256; ///< the whole world in 256 pixels
constexpr double kLeastExtent = 20000;         ///< metres across, for one place

/// Both provinces and the ground along their borders: what an empty map shows.
constexpr geo::LonLatBox kStudyArea{60.5, 24.5, 75.5, 37.2};

geo::Mercator on_map(double lon_deg, double lat_deg) {
    const double lat = std::clamp(lat_deg, -kMaxLatitude, kMaxLatitude) * std::numbers::pi / 180;
    return {kRadius * lon_deg * std::numbers::pi / 180, kRadius * std::asinh(std::tan(lat))};
}

double clamped(double metres_per_pixel) { return std::clamp(metres_per_pixel, kNearest, kFarthest); }

} // namespace

Pixel pixel_from_mercator(const Camera& camera, PixelSize size, geo::Mercator place) {
    return {size.width / 2.0 + (place.x_m - camera.centre.x_m) / camera.metres_per_pixel,
            size.height / 2.0 - (place.y_m - camera.centre.y_m) / camera.metres_per_pixel};
}

geo::Mercator mercator_from_pixel(const Camera& camera, PixelSize size, Pixel pixel) {
    return {camera.centre.x_m + (pixel.x - size.width / 2.0) * camera.metres_per_pixel,
            camera.centre.y_m - (pixel.y - size.height / 2.0) * camera.metres_per_pixel};
}

Camera camera_fitting(const geo::LonLatBox& box, PixelSize size, double margin) {
    const geo::LonLatBox shown = box.empty() ? kStudyArea : box;
    const geo::Mercator low = on_map(shown.west, shown.south);
    const geo::Mercator high = on_map(shown.east, shown.north);
    const double width_m = std::max(high.x_m - low.x_m, kLeastExtent);
    const double height_m = std::max(high.y_m - low.y_m, kLeastExtent);
    const double used = std::clamp(1 - 2 * margin, 0.1, 1.0);
    return {{(low.x_m + high.x_m) / 2, (low.y_m + high.y_m) / 2},
            clamped(std::max(width_m / (std::max(size.width, 1) * used),
                             height_m / (std::max(size.height, 1) * used)))};
}

Camera zoomed_at(const Camera& camera, PixelSize size, Pixel fixed, double factor) {
    const geo::Mercator place = mercator_from_pixel(camera, size, fixed);
    const double metres = clamped(camera.metres_per_pixel / factor);
    const double share = metres / camera.metres_per_pixel;
    return {{place.x_m + (camera.centre.x_m - place.x_m) * share,
             place.y_m + (camera.centre.y_m - place.y_m) * share},
            metres};
}

double ground_metres_per_pixel(const Camera& camera) {
    // On the sphere of EPSG:3857 lengths are stretched by 1/cos(latitude), which is cosh(y/R).
    return camera.metres_per_pixel / std::cosh(camera.centre.y_m / kRadius);
}

double centre_latitude(const Camera& camera) {
    return std::atan(std::sinh(camera.centre.y_m / kRadius)) * 180 / std::numbers::pi;
}

} // namespace app
