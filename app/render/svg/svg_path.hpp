#pragma once

#include <span>
#include <string>
#include <vector>

namespace app {

/// A place in pixels, y downwards.
struct SvgPoint {
    double x = 0, y = 0;
    bool operator==(const SvgPoint&) const = default;
};

/// The data of a path, on a grid of a hundredth of a pixel: steps that round to nothing are left out, and
/// rounding does not add up along a line.
class PathText {
  public:
    void move_to(SvgPoint place);
    void line_to(SvgPoint place);
    void close() { text_.push_back('z'); }
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

  private:
    void number(long long hundredths, bool first);

    std::string text_;
    long long x_ = 0, y_ = 0;
    bool in_steps_ = false;
};

/// A rectangle in pixels, y downwards.
struct SvgBox {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// The part of a closed ring inside the box (Sutherland and Hodgman 1974); where the ring leaves and returns
/// it runs along the box. Even-odd filling of several rings clipped alike stays right. Without the repeated
/// last place.
std::vector<SvgPoint> clipped_ring(std::span<const SvgPoint> ring, const SvgBox& box);

/// Adds the stretches of a line that touch the box.
void add_line_in_box(std::span<const SvgPoint> line, const SvgBox& box, PathText& path);

} // namespace app
