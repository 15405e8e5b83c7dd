#include "app/render/svg/svg_map.hpp"

#include <fmt/format.h>

#include "app/render/graticule_lines.hpp"
#include "app/render/svg/svg_layers.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

namespace {

/// One overload for each kind of layer: a kind without one does not compile.
struct LayerWriter {
    const View& view;
    geo::Theme theme;
    float opacity;
    const std::vector<LaidLabel>& names;
    const geo::LabelLayer& degrees;
    SvgCanvas& canvas;

    void operator()(const geo::AreaLayer& area) const { write_areas(area, view, canvas); }
    void operator()(const geo::LineLayer& line) const { write_line(line, view, canvas); }
    void operator()(const geo::PointLayer& points) const { write_points(points, view, opacity, canvas); }
    void operator()(const geo::GridLayer& grid) const { write_grid(grid, view, canvas); }
    void operator()(const geo::LabelLayer& label) const { write_names(names, label, theme, view, canvas); }
    void operator()(const geo::RasterLayer& raster) const { write_raster(raster, view, canvas); }
    void operator()(const geo::GraticuleLayer& graticule) const {
        write_line(graticule_as_lines(graticule, view), view, canvas);
        write_names(names, degrees, theme, view, canvas);
    }
};

} // namespace

void write_map(const geo::Scene& scene, const View& view, SvgCanvas& canvas) {
    canvas.fill_rectangle(0, 0, static_cast<float>(view.size.width), static_cast<float>(view.size.height),
                          map_colors(scene.theme).water);
    const geo::LabelLayer degrees = degrees_of(scene, view);
    const std::vector<LaidLabel> names = placed_names(scene, degrees, view, canvas);
    for (const geo::Layer& layer : scene.layers) {
        if (!drawn(layer)) continue;
        canvas.add(fmt::format("<g id=\"{}\"", xml_escaped("layer-" + layer.id)));
        // Each disc has the opacity, not all together.
        const bool points = std::holds_alternative<geo::PointLayer>(layer.body);
        if (layer.opacity < 1 && !points) canvas.add(fmt::format(" opacity=\"{:.3g}\"", layer.opacity));
        canvas.add(">\n");
        std::visit(LayerWriter{view, scene.theme, layer.opacity, names, degrees, canvas}, layer.body);
        canvas.add("</g>\n");
    }
}

} // namespace app
