#include <fmt/format.h>

#include "app/render/svg/grid_image.hpp"
#include "app/render/svg/raster_in_sight.hpp"
#include "app/render/svg/svg_layers.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

void write_image(const GridImage& grid, SvgCanvas& canvas) {
    if (grid.image.rgba.empty()) return;
    constexpr double kDpi = 96; // of no matter: the element says how large it is
    canvas.add(fmt::format("<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" "
                           "xlink:href=\"data:image/png;base64,",
                           svg_number(grid.x), svg_number(grid.y), svg_number(grid.width),
                           svg_number(grid.height)));
    canvas.add(base64(png_from_image(grid.image, {}, kDpi)));
    canvas.add("\"/>\n");
}

void write_grid(const geo::GridLayer& layer, const View& view, SvgCanvas& canvas) {
    write_image(grid_image(layer, view), canvas);
}

void write_raster(const geo::RasterLayer& layer, const View& view, SvgCanvas& canvas) {
    if (layer.image) write_image(raster_in_sight(*layer.image, view), canvas);
}

} // namespace app
