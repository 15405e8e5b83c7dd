#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/render/view.hpp"

namespace app {

/// Filled polygons as 8-bit coverage, row 0 at the bottom. Even-odd within a polygon, union over polygons;
/// coverage of neighbours adds up, so that a shared edge leaves no seam. Four scanlines a pixel, exact along
/// x. On the CPU on purpose: it needs no triangles, no stencil and no multisampling, gives the same pixels on
/// every driver, and is some ten times faster than a stencil fan in software GL.
class CoverageRaster {
  public:
    /// An empty raster of this size.
    void reset(PixelSize size);
    /// Rings in pixels, y upwards, closed or not. Rings may lie outside.
    void add_polygon(std::span<const std::vector<ViewPoint>> rings);

    std::span<const std::uint8_t> row(int y) const;
    /// The rectangle that was touched, half-open; empty when nothing was.
    struct Touched {
        int x0, y0, x1, y1;
        bool empty() const { return x0 >= x1 || y0 >= y1; }
    };
    Touched touched() const { return touched_; }

  private:
    void count_crossings(std::span<const std::vector<ViewPoint>> rings);
    void collect_crossings(std::span<const std::vector<ViewPoint>> rings);
    void fill_row(int y);
    void add_span(float x0, float x1);
    void flush_row(int y);

    PixelSize size_;
    std::vector<std::uint8_t> coverage_;
    std::vector<std::uint32_t> starts_; ///< by scanline, into crossings_
    std::vector<float> crossings_;
    std::vector<int> row_changes_; ///< differences along x; a full pixel is 256
    int row_first_ = 0, row_last_ = 0;
    Touched touched_{};
};

} // namespace app
