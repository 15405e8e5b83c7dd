#pragma once

#include "app/render/picture/canvas.hpp"
#include "app/render/render_image.hpp"

namespace app {

/// Draws the furniture of a picture on the CPU: the same pixels on every driver.
class PixelCanvas final : public Canvas {
  public:
    PixelCanvas(PixelSize size, geo::Rgba ground);

    void fill_rectangle(float x, float y, float width, float height, geo::Rgba color) override;
    void fill_polygon(std::span<const ViewPoint> corners, geo::Rgba color) override;
    void disc(float x, float y, float radius, geo::Rgba color) override;
    void ramp(float x, float y, float width, float height, const RampColor& color_at) override;
    float text(float x, float y, std::string_view utf8, TextStyle style, geo::Rgba color) override;
    void paste(const Image& image, int x, int y);

    Image take() { return std::move(image_); }

  private:
    void blend(int x, int y, geo::Rgba color, float coverage);
    /// Any shape: every pixel of the rectangle is covered by the share of its 16 samples that lie inside.
    void fill_shape(float x0, float y0, float x1, float y1, geo::Rgba color,
                    const std::function<bool(float x, float y)>& inside);

    Image image_;
};

} // namespace app
