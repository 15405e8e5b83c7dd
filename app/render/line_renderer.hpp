#pragma once

#include "app/render/background_work.hpp"
#include "app/render/compositor.hpp"
#include "app/render/detail_levels.hpp"
#include "app/render/geometry_cache.hpp"

namespace app {

/// Lines of any width with round joins, casing and dashes. Simplified for the zoom; the segments in sight
/// become boxes around capsules, whose coverage is gathered with MAX in a texture of its own (so that joins
/// and crossings count once) and laid over the map by the compositor.
class LineRenderer {
  public:
    explicit LineRenderer(Compositor& compositor);
    /// Whether drawing would not have to simplify first; if it would, that is begun in the background.
    bool ready(const geo::LineLayer& layer, double metres_per_pixel, BackgroundWork& maker);
    static constexpr std::size_t kParts = 2;
    /// The parts one after the other, with no other layer between: the coverage, and its colour.
    void draw(const geo::LineLayer& layer, const View& view, float opacity, std::size_t part);

  private:
    struct Reach {
        float line, casing, box; ///< half widths in pixels: the line, with its casing, with the soft edge
    };
    void cover(const geo::LineLayer& layer, const View& view);
    void collect_path(const DetailPath& path, const View& view, float reach, bool measured);
    void add_segment(ViewPoint a, ViewPoint b, float before, float reach, PixelSize size);
    void mark_tiles(ViewPoint a, ViewPoint b, float length, float reach);
    void draw_coverage(const geo::LineLayer& layer, const View& view, Reach reach);

    Compositor& compositor_;
    Program program_;
    VertexArray array_;
    Buffer vertices_, indices_;
    std::size_t n_indexed_ = 0; ///< segments that the index buffer covers
    DrawTexture coverage_{GL_RG8, GL_RG};
    GeometryCache<geo::LineGeometry, DetailLevels> levels_;
    std::vector<float> boxes_; ///< four vertices a segment
    TileSet touched_;
};

} // namespace app
