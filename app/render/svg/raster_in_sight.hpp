#pragma once

#include "app/render/svg/grid_image.hpp"

namespace app {

/// The part of a picture on the map's plane that a view shows, about as fine as the view's pixels: each of
/// its pixels is the mean of a square of those of the picture. Straight alpha. An empty image when nothing of
/// it is in sight.
GridImage raster_in_sight(const geo::RasterImage& raster, const View& view);

} // namespace app
