#pragma once

#include "app/render/picture/canvas.hpp"
#include "app/render/picture/layout.hpp"
#include "app/render/picture/legend.hpp"

namespace app {

constexpr float kScaleAndNorthHeight = 56; ///< pixels at scale 1

/// The scale bar with the latitude at which it is true, and at the right of the box the north arrow.
void draw_scale_and_north(Canvas& canvas, const PixelRectangle& box, const Camera& camera,
                          const geo::MapColors& colors, const PictureStyle& style);

} // namespace app
