#pragma once

#include <vector>

#include "app/render/render_target.hpp"
#include "app/viewer/ui_damage.hpp"

namespace app {

/// Draws what Dear ImGui collected into a picture that stays from frame to frame, and of it only where this
/// frame differs from the last one: filling the whole window in software costs a frame's time.
class UiPainter {
  public:
    /// Of the frame that `ImGui::Render` ended. Returns the pixels filled.
    long paint(PixelSize size, geo::Rgba ground);
    const RenderTarget& picture() const { return target_; }

  private:
    RenderTarget target_;
    std::vector<UiList> before_;
    PixelSize size_;
    geo::Rgba ground_;
};

} // namespace app
