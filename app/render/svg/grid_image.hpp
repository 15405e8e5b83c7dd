#pragma once

#include "app/render/render_image.hpp"
#include "app/render/view.hpp"

namespace app {

/// A picture of a grid and where it lies in the view, pixels from the upper left corner.
struct GridImage {
    Image image;
    double x = 0, y = 0, width = 0, height = 0;
};

/// The grid's values as the map shows them, drawn on the CPU: interpolated between cells on the mesh that
/// warps it, then coloured. One sample for each pixel at scale 1, fewer when that were more than some
/// millions. An empty image when nothing of it is in sight.
GridImage grid_image(const geo::GridLayer& layer, const View& view);

} // namespace app
