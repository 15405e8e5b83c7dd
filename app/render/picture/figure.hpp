#pragma once

#include <functional>

#include "app/render/picture/layout.hpp"
#include "app/render/render_image.hpp"

namespace app {

/// Draws the map alone, in a size and through a camera.
using DrawMap = std::function<Image(const Camera& camera, PixelSize size, double scale)>;

/// The picture with everything around the map: a figure for a report.
Image figure(const geo::Scene& scene, const Camera* camera, const PictureOptions& options,
             const DrawMap& draw_map);

/// Puts the scene's banner into a corner of a bare map; synthetic data stays named when the furniture is off.
void stamp_banner(Image& map, const geo::Scene& scene, double scale);

/// The camera that shows in `map` all that `camera` shows in `whole`.
Camera camera_for_part(const Camera& camera, PixelSize whole, PixelSize map);

} // namespace app
