#pragma once

#include "app/render/map_renderer.hpp"
#include "app/render/offscreen_context.hpp"
#include "app/render/render_image.hpp"
#include "app/render/render_target.hpp"

namespace app {

/// Draws many pictures, each as `render_image` would, in one GL context: what is prepared for a geometry
/// serves all of them. Leaves its context current in the thread that made it; use and destroy it there.
class PictureSeries {
  public:
    explicit PictureSeries(const PictureOptions& options);

    /// The map fits the scene's data_extent. Throws geo::Error{Argument} for a size that cannot be drawn.
    Image draw(const geo::Scene& scene);

  private:
    PictureOptions options_;
    OffscreenContext context_;
    MapRenderer renderer_;
    RenderTarget target_;
};

} // namespace app
