#pragma once

#include <memory>

#include "app/render/camera.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Draws scenes in the GL context that is current (core 3.3 or later). What is prepared for a geometry
/// (levels of detail, buffers, set text) is kept by its identity: another camera, colour or opacity prepares
/// nothing anew; only the lines and areas in sight are placed and sent each time. Destroy it in the same
/// context.
class MapRenderer {
  public:
    MapRenderer();
    ~MapRenderer();
    MapRenderer(const MapRenderer&) = delete;
    MapRenderer& operator=(const MapRenderer&) = delete;

    /// Draws layers and labels into the rectangle (x, y, size) of the bound framebuffer, y from its bottom.
    /// `scale` multiplies line widths, symbols and text.
    void draw(const geo::Scene& scene, const Camera& camera, int x, int y, PixelSize size, double scale);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace app
