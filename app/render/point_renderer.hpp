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
    void draw(const geo::PointLayer& layer, const View& view, float opacity);

  private:
    struct Uploaded {
        VertexArray array;
        Buffer vertices;
        geo::Mercator origin;
        GLsizei n = 0;
    };
    static Uploaded uploaded(const geo::PointGeometry& points);
    void set_palette(const std::vector<geo::Rgba>& colors);
    void draw_discs(const Uploaded& discs, const geo::PointLayer& layer, const View& view, float opacity);

    Program program_;
    Texture palette_;
    GeometryCache<geo::PointGeometry, Uploaded> uploads_;
    bool software_;
};

} // namespace app
