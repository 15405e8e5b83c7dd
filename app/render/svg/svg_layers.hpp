#pragma once

// One writer per kind of layer, called by svg_map.cpp alone.

#include "app/render/label_layout.hpp"
#include "app/render/svg/grid_image.hpp"
#include "app/render/svg/svg_canvas.hpp"
#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

void write_areas(const geo::AreaLayer& layer, const View& view, SvgCanvas& canvas);
void write_line(const geo::LineLayer& layer, const View& view, SvgCanvas& canvas);
void write_points(const geo::PointLayer& layer, const View& view, float opacity, SvgCanvas& canvas);
void write_grid(const geo::GridLayer& layer, const View& view, SvgCanvas& canvas);
void write_raster(const geo::RasterLayer& layer, const View& view, SvgCanvas& canvas);
/// Without an element when the image is empty.
void write_image(const GridImage& grid, SvgCanvas& canvas);

/// Names are placed together for all layers (`degrees`: of the graticule), then each layer's are written.
std::vector<LaidLabel> placed_names(const geo::Scene& scene, const geo::LabelLayer& degrees, const View& view,
                                    SvgCanvas& canvas);
void write_names(const std::vector<LaidLabel>& names, const geo::LabelLayer& layer, geo::Theme theme,
                 const View& view, SvgCanvas& canvas);

} // namespace app
