#pragma once

#include "app/render/gl_owners.hpp"
#include "app/render/program.hpp"
#include "app/render/view.hpp"

namespace app {

/// A rectangle of a view in pixels, y upwards, half-open.
struct PixelBox {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool empty() const { return x0 >= x1 || y0 >= y1; }
    PixelBox within(PixelSize size) const;
};

/// Lays a colour through a coverage texture over the view: red is the coverage of `color`, green that of
/// `below`. Because overlaps were settled in the coverage, a translucent layer is blended once wherever its
/// shapes cross.
class Compositor {
  public:
    Compositor();
    void lay(const View& view, PixelBox box, GLuint coverage, geo::Rgba color, geo::Rgba below,
             float opacity);

  private:
    Program program_;
    VertexArray nothing_; ///< core GL wants one bound, the triangle needs no attributes
};

} // namespace app
