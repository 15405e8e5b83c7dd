#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "app/render/render_image.hpp"
#include "app/render/text/typesetter.hpp"

namespace app {

/// Draws the furniture of a picture on the CPU, y downwards: the same pixels on every driver.
class Canvas {
  public:
    Canvas(PixelSize size, geo::Rgba ground);

    Typesetter& typesetter() { return typesetter_; }
    void fill_rectangle(float x, float y, float width, float height, geo::Rgba color);
    /// An outline of whole-pixel thickness just outside the rectangle.
    void frame(int x, int y, int width, int height, int thickness, geo::Rgba color);
    /// Any shape: every pixel of the rectangle is covered by the share of its 16 samples that lie inside.
    void fill_shape(float x0, float y0, float x1, float y1, geo::Rgba color,
                    const std::function<bool(float x, float y)>& inside);
    void disc(float x, float y, float radius, geo::Rgba color);
    /// A line of text whose baseline lies at `y`; returns the pen's place after it.
    float text(float x, float y, std::string_view utf8, TextStyle style, geo::Rgba color);
    /// Lines of text from `y` downwards; returns the y below them.
    float lines(float x, float y, std::span<const std::string> texts, TextStyle style, geo::Rgba color);
    void paste(const Image& image, int x, int y);

    Image take() { return std::move(image_); }

  private:
    void blend(int x, int y, geo::Rgba color, float coverage);

    Image image_;
    Typesetter typesetter_;
};

} // namespace app
