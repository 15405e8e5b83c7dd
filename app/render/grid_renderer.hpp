#pragma once

#include "app/render/geometry_cache.hpp"
#include "app/render/gl_owners.hpp"
#include "app/render/program.hpp"
#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// A scalar grid as a float texture on the mesh that warps it from its own CRS to the map. Values between
/// cell centres are bilinear; a cell without a value (NaN) counts as zero, which is transparent.
class GridRenderer {
  public:
    GridRenderer();
    void draw(const geo::GridLayer& layer, const View& view, float opacity);

  private:
    struct Uploaded {
        VertexArray array;
        Buffer vertices, indices;
        Texture values;
        geo::Mercator origin;
        GLsizei n_indices = 0;
    };
    static Uploaded uploaded(const geo::GridGeometry& grid);
    void set_ramp(const geo::ColorScale& scale);

    Program program_;
    Texture ramp_;
    GeometryCache<geo::GridGeometry, Uploaded> uploads_;
};

} // namespace app
