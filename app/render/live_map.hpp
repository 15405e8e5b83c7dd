#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/render/map_renderer.hpp"

namespace app {

/// A picture to be laid over the map's part of the window: pixels from its upper left corner, y down. The
/// texture's rows run from the bottom up.
struct MapImage {
    unsigned texture = 0;
    double left = 0, top = 0, width = 0, height = 0;
};

/// The map of a window that never waits for it. Drawn are whole pictures, layer by layer, as much in a frame
/// as its budget allows; shown meanwhile are those that are finished, moved and scaled to the camera of the
/// moment. Three kinds: the exact one (at rest: the very pixels of MapRenderer::draw), one that reaches a
/// fifth beyond each edge, to pan over, and one of four times the width at a quarter of the detail, for
/// what comes into sight before it could be drawn. Where only some layers change, the exact one starts from a
/// copy of what lies under them. Knows nothing of what the layers are.
class LiveMap {
  public:
    LiveMap();
    ~LiveMap();
    LiveMap(const LiveMap&) = delete;
    LiveMap& operator=(const LiveMap&) = delete;

    /// One frame: draws for about `budget_s`, at least one layer (from a second on: all there is to draw),
    /// and says what to show, bottom first. The last image is exact when `is_exact()`. `more_comes`: another
    /// scene is being computed, so nothing is drawn ahead while the camera rests.
    std::vector<MapImage> frame(const geo::Scene& scene, const Camera& camera, PixelSize size, double scale,
                                double budget_s, bool more_comes = false);
    /// What the last frame showed is the map as it should be.
    bool is_exact() const;
    /// Seconds until there is something to draw though nothing changes; empty when all is drawn.
    std::optional<double> goes_on_in_s() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace app
