#include "app/render/svg/svg_map.hpp"

#include <fmt/format.h>

#include "app/render/svg/svg_layers.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

void write_map(const geo::Scene& scene, const View& view, SvgCanvas& canvas) {
    canvas.fill_rectangle(0, 0, static_cast<float>(view.size.width), static_cast<float>(view.size.height),
                          map_colors(scene.theme).water);
    const std::vector<LaidLabel> names = placed_names(scene, view, canvas);
    for (const geo::Layer& layer : scene.layers) {
        if (!drawn(layer)) continue;
        canvas.add(fmt::format("<g id=\"{}\"", xml_escaped("layer-" + layer.id)));
        const auto* point =
            std::get_if<geo::PointLayer>(&layer.body); // each disc has the opacity, not all together
        if (layer.opacity < 1 && point == nullptr)
            canvas.add(fmt::format(" opacity=\"{:.3g}\"", layer.opacity));
        canvas.add(">\n");
        if (const auto* area = std::get_if<geo::AreaLayer>(&layer.body)) write_areas(*area, view, canvas);
        if (const auto* line = std::get_if<geo::LineLayer>(&layer.body)) write_line(*line, view, canvas);
        if (point != nullptr) write_points(*point, view, layer.opacity, canvas);
        if (const auto* grid = std::get_if<geo::GridLayer>(&layer.body)) write_grid(*grid, view, canvas);
        if (const auto* label = std::get_if<geo::LabelLayer>(&layer.body))
            write_names(names, *label, scene.theme, view, canvas);
        canvas.add("</g>\n");
    }
}

} // namespace app
