#pragma once

#include <functional>

#include "app/render/picture/canvas.hpp"
#include "app/render/picture/layout.hpp"
#include "app/render/render_image.hpp"

namespace app {

/// Draws the map alone through a camera into a rectangle of the picture.
using DrawMap = std::function<void(const Camera& camera, const PixelRectangle& where, double scale)>;

/// The picture with everything around the map: a figure for a report. Without furniture the map alone; the
/// banner stays, so that synthetic data are always named.
void draw_figure(Canvas& canvas, const geo::Scene& scene, const Camera* camera, const PictureOptions& options,
                 const DrawMap& draw_map);

/// The camera that shows in `map` all that `camera` shows in `whole`.
Camera camera_for_part(const Camera& camera, PixelSize whole, PixelSize map);

} // namespace app
