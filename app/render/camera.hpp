#pragma once

#include "geo/core/places.hpp"

namespace app {

/// What part of the map is seen: north is up, the scale is the same in both directions.
struct Camera {
    geo::Mercator centre;
    double metres_per_pixel = 1000; ///< Mercator metres of one framebuffer pixel
    bool operator==(const Camera&) const = default;
};

struct PixelSize {
    int width = 0;
    int height = 0;
    bool operator==(const PixelSize&) const = default;
};

/// A place of the framebuffer; (0, 0) is the upper left corner, y grows downwards.
struct Pixel {
    double x = 0;
    double y = 0;
};

Pixel pixel_from_mercator(const Camera& camera, PixelSize size, geo::Mercator place);
geo::Mercator mercator_from_pixel(const Camera& camera, PixelSize size, Pixel pixel);

/// The camera that shows the whole box with a margin (a share of the size). An empty or single-place box gets
/// a sensible extent around it (or the study area when empty).
Camera camera_fitting(const geo::LonLatBox& box, PixelSize size, double margin = 0.05);

/// Zooms by a factor (> 1: closer) so that the place under `fixed` stays there. Clamped to a sensible range.
Camera zoomed_at(const Camera& camera, PixelSize size, Pixel fixed, double factor);

/// True metres of one pixel at the camera's centre latitude: what the scale bar shows.
double ground_metres_per_pixel(const Camera& camera);

/// Degrees north of the camera's centre, where the scale bar is true.
double centre_latitude(const Camera& camera);

} // namespace app
