#pragma once

#include <imgui.h>

#include "app/render/map_renderer.hpp"
#include "app/render/render_target.hpp"
#include "app/viewer/model.hpp"

namespace app {

/// The map as a texture, drawn again only when something on it changed.
class MapView {
  public:
    /// Returns the texture of the model's scene under its camera.
    ImTextureID draw(const Model& model, double scale);
    int n_drawn() const { return n_drawn_; }

  private:
    RenderTarget target_;
    MapRenderer renderer_;
    unsigned long drawn_version_ = 0;
    Camera drawn_camera_;
    PixelSize drawn_size_;
    int n_drawn_ = 0;
};

} // namespace app
