#include <fmt/format.h>

#include "app/render/svg/grid_image.hpp"
#include "app/render/svg/svg_layers.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

void write_grid(const geo::GridLayer& layer, const View& view, SvgCanvas& canvas) {
    const GridImage grid = grid_image(layer, view);
    if (grid.image.rgba.empty()) return;
    constexpr double kDpi = 96; // of no matter: the element says how large it is
    canvas.add(fmt::format("<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" "
                           "xlink:href=\"data:image/png;base64,",
                           svg_number(grid.x), svg_number(grid.y), svg_number(grid.width),
                           svg_number(grid.height)));
    canvas.add(base64(png_from_image(grid.image, {}, kDpi)));
    canvas.add("\"/>\n");
}

} // namespace app
