#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "app/render/text/typesetter.hpp"
#include "app/render/view.hpp"
#include "geo/layer/color.hpp"

namespace app {

/// The colour at a share (0 to 1) of a ramp's width.
using RampColor = std::function<geo::Rgba(double share)>;

/// What the furniture of a picture is drawn on, in pixels of the picture, y downwards: pixels (PixelCanvas)
/// or vectors (SvgCanvas). Both set their text with the same typesetter, so that everything stands at the
/// same place.
class Canvas {
  public:
    virtual ~Canvas() = default;

    Typesetter& typesetter() { return typesetter_; }
    virtual void fill_rectangle(float x, float y, float width, float height, geo::Rgba color) = 0;
    virtual void fill_polygon(std::span<const ViewPoint> corners, geo::Rgba color) = 0;
    virtual void disc(float x, float y, float radius, geo::Rgba color) = 0;
    /// A rectangle whose colour changes from left to right.
    virtual void ramp(float x, float y, float width, float height, const RampColor& color_at) = 0;
    /// A line of text whose baseline lies at `y`; returns the pen's place after it.
    virtual float text(float x, float y, std::string_view utf8, TextStyle style, geo::Rgba color) = 0;

    /// An outline of whole-pixel thickness just outside the rectangle.
    void frame(int x, int y, int width, int height, int thickness, geo::Rgba color);
    /// Lines of text from `y` downwards; returns the y below them.
    float lines(float x, float y, std::span<const std::string> texts, TextStyle style, geo::Rgba color);

  private:
    Typesetter typesetter_;
};

} // namespace app
