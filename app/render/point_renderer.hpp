#pragma once

#include "app/render/geometry_cache.hpp"
#include "app/render/gl_owners.hpp"
#include "app/render/program.hpp"
#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Discs as GL_POINTS (in software GL cheaper than quads). Positions are floats from a double origin per
/// geometry, so they do not shake when zoomed in. In software GL more than kManyPoints are drawn as an
/// aggregate.
class PointRenderer {
  public:
    PointRenderer();
    /// The discs in the order of the geometry. `part` of `n_parts`: those one after the other, with no other
    /// layer between, are the whole layer. Of an aggregate the first gathers, the second draws.
    void draw(const geo::PointLayer& layer, const View& view, float opacity, std::size_t part);
    std::size_t n_parts(const geo::PointLayer& layer) const;

  private:
    struct Uploaded {
        VertexArray array;
        Buffer vertices;
        geo::Mercator origin;
        GLsizei n = 0;
    };
    static Uploaded uploaded(const geo::PointGeometry& points);
    void set_palette(const std::vector<geo::Rgba>& colors);
    void draw_discs(const Uploaded& discs, GLsizei first, GLsizei n, const geo::PointLayer& layer,
                    const View& view, float opacity);

    Program program_;
    Texture palette_;
    GeometryCache<geo::PointGeometry, Uploaded> uploads_;
    Uploaded many_; ///< the aggregate between its two parts
    bool software_;
};

} // namespace app
