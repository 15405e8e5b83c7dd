#pragma once

#include "app/render/background_work.hpp"
#include "app/render/compositor.hpp"
#include "app/render/coverage_raster.hpp"
#include "app/render/detail_levels.hpp"
#include "app/render/geometry_cache.hpp"

namespace app {

/// Filled areas: simplified for the zoom, turned into coverage on the CPU, coloured by the compositor.
class AreaRenderer {
  public:
    explicit AreaRenderer(Compositor& compositor) : compositor_(compositor) {}
    /// Whether drawing would not have to simplify first; if it would, that is begun in the background.
    bool ready(const geo::AreaLayer& layer, double metres_per_pixel, BackgroundWork& maker);
    static constexpr std::size_t kParts = 2;
    /// The parts one after the other, with no other layer between: the coverage, and its colour.
    void draw(const geo::AreaLayer& layer, const View& view, float opacity, std::size_t part);

  private:
    void rasterise(const std::vector<DetailGroup>& polygons, const View& view);
    void upload_coverage();

    Compositor& compositor_;
    GeometryCache<geo::AreaGeometry, DetailLevels> levels_;
    CoverageRaster raster_;
    std::vector<std::vector<ViewPoint>> rings_; ///< of one polygon, kept for its memory
    Texture coverage_;
    PixelSize coverage_size_;
};

} // namespace app
