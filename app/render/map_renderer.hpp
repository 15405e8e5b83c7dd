#pragma once

#include <memory>

#include "app/render/camera.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Where a scene is drawn: a rectangle of the bound framebuffer, y from its bottom.
struct MapFrame {
    Camera camera;
    int x = 0, y = 0;
    PixelSize size;
    double scale = 1; ///< multiplies line widths, symbols and text
    int spare = 0;    ///< pixels along each edge that are drawn but not (yet) seen
};

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

    /// Draws layers and labels into the rectangle (x, y, size) of the bound framebuffer.
    void draw(const geo::Scene& scene, const Camera& camera, int x, int y, PixelSize size, double scale);

    // The same in steps, for who has little time at once: `begin`, then each part of each of the scene's
    // layers from the bottom up, each step with the same framebuffer bound. Scene and frame stay as they are
    // meanwhile.

    /// `keep`: the ground and the lower layers are there already, only the layers from `keep` on will be
    /// drawn.
    void begin(const geo::Scene& scene, const MapFrame& frame, std::size_t keep = 0);
    void draw_layer(const geo::Scene& scene, const MapFrame& frame, std::size_t layer, std::size_t part = 0);
    /// In how many parts the layer is drawn; 1 for those that are drawn at once.
    std::size_t n_parts(const geo::Layer& layer) const;
    static bool is_drawn(const geo::Layer& layer) { return layer.visible && layer.opacity > 0; }

    /// Whether no layer has to be prepared at length first; what has to be is begun in the background.
    bool ready(const geo::Scene& scene, const MapFrame& frame);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace app
