#pragma once

#include "app/render/gl_owners.hpp"
#include "app/render/program.hpp"
#include "app/render/tile_set.hpp"
#include "app/render/view.hpp"

namespace app {

/// Lays a colour through a coverage texture over the marked tiles of the view: red is the coverage of
/// `color`, green that of `below`. Because overlaps were settled in the coverage, a translucent layer is
/// blended once wherever its shapes cross. The texture must be right in all of every marked tile.
class Compositor {
  public:
    Compositor();
    void lay(const View& view, const TileSet& tiles, GLuint coverage, geo::Rgba color, geo::Rgba below,
             float opacity);

  private:
    Program program_;
    VertexArray array_;
    Buffer corners_;
};

} // namespace app
