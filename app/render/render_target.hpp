#pragma once

#include <memory>

#include "app/render/camera.hpp"
#include "app/render/render_image.hpp"
#include "geo/layer/color.hpp"

namespace app {

/// A picture in the GL context that is current, drawn into and then shown as a texture or read back. Its size
/// follows what is asked for. Keeps GL's types out of the viewer.
class RenderTarget {
  public:
    RenderTarget();
    ~RenderTarget();
    RenderTarget(const RenderTarget&) = delete;
    RenderTarget& operator=(const RenderTarget&) = delete;

    /// Makes the target what GL draws into, filled with `ground`.
    void begin(PixelSize size, geo::Rgba ground);
    /// The same, keeping what was drawn there as long as the size is the same.
    void resume(PixelSize size);
    /// Fills a rectangle of the target that is drawn into; y from the bottom.
    void clear(int x, int y, PixelSize size, geo::Rgba ground);
    /// Draws go to the window (or nowhere) again.
    void end();
    /// Copies the target to the window's own framebuffer.
    void show() const;

    /// GL's name of the texture; its rows run from the bottom up.
    unsigned texture() const;
    /// What was drawn last, rows top to bottom.
    Image read() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace app
