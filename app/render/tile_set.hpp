#pragma once

#include <vector>

#include "app/render/camera.hpp"

namespace app {

/// The tiles of a view that a layer touches. Most lines touch few: laying colour on those alone is what makes
/// many layers affordable in software GL.
class TileSet {
  public:
    static constexpr int kSide = 32; ///< pixels
    void reset(PixelSize size);
    /// Marks every tile that the rectangle (half-open, may lie outside) touches.
    void mark(int x0, int y0, int x1, int y1);
    bool empty() const { return !any_; }
    /// Two triangles (x, y in pixels) for each run of marked tiles in a row, within the view.
    std::vector<float> triangles() const;

  private:
    PixelSize size_;
    int n_columns_ = 0, n_rows_ = 0;
    std::vector<char> marked_;
    bool any_ = false;
};

} // namespace app
