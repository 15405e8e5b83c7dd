#include "app/render/map_renderer.hpp"

#include "app/render/area_renderer.hpp"
#include "app/render/graticule_renderer.hpp"
#include "app/render/grid_renderer.hpp"
#include "app/render/label_renderer.hpp"
#include "app/render/line_renderer.hpp"
#include "app/render/point_renderer.hpp"
#include "app/render/raster_renderer.hpp"

namespace app {

struct MapRenderer::Parts {
    Compositor compositor;
    AreaRenderer areas{compositor};
    LineRenderer lines{compositor};
    PointRenderer points;
    GridRenderer grids;
    LabelRenderer labels;
    RasterRenderer rasters;
    GraticuleRenderer graticule{lines};
    geo::LabelLayer degrees; ///< of the graticule in this view; empty without one
    BackgroundWork maker;    ///< last: its thread ends before what it works for

    void draw_layer(const geo::Layer& layer, const View& view, geo::Theme theme, std::size_t part) {
        if (const auto* area = std::get_if<geo::AreaLayer>(&layer.body))
            areas.draw(*area, view, layer.opacity, part);
        if (const auto* line = std::get_if<geo::LineLayer>(&layer.body))
            lines.draw(*line, view, layer.opacity, part);
        if (const auto* point = std::get_if<geo::PointLayer>(&layer.body))
            points.draw(*point, view, layer.opacity, part);
        if (const auto* grid = std::get_if<geo::GridLayer>(&layer.body))
            grids.draw(*grid, view, layer.opacity);
        if (const auto* label = std::get_if<geo::LabelLayer>(&layer.body)) {
            labels.draw(*label, view, theme, layer.opacity);
        }
        if (const auto* raster = std::get_if<geo::RasterLayer>(&layer.body))
            rasters.draw(*raster, view, layer.opacity);
        if (const auto* lines_of_degrees = std::get_if<geo::GraticuleLayer>(&layer.body)) {
            graticule.draw(*lines_of_degrees, view, layer.opacity);
            labels.draw(degrees, view, theme, layer.opacity);
        }
    }

    bool ready(const geo::Layer& layer, double metres_per_pixel) {
        if (const auto* area = std::get_if<geo::AreaLayer>(&layer.body))
            return areas.ready(*area, metres_per_pixel, maker);
        if (const auto* line = std::get_if<geo::LineLayer>(&layer.body))
            return lines.ready(*line, metres_per_pixel, maker);
        return true;
    }
};

namespace {

void clear_to(geo::Rgba color, const View& view) {
    bind_view(view);
    glClearColor(static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255,
                 static_cast<float>(color.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/// Into the framebuffer that is bound now.
View view_of(const MapFrame& frame) {
    GLint bound = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
    return {frame.camera,
            frame.size,
            frame.x,
            frame.y,
            static_cast<float>(frame.scale),
            static_cast<GLuint>(bound),
            frame.spare};
}

void leave(const View& view) {
    glBindFramebuffer(GL_FRAMEBUFFER, view.framebuffer);
    glDisable(GL_SCISSOR_TEST);
}

} // namespace

MapRenderer::MapRenderer() : parts_(std::make_unique<Parts>()) {}
MapRenderer::~MapRenderer() = default;

void MapRenderer::draw(const geo::Scene& scene, const Camera& camera, int x, int y, PixelSize size,
                       double scale) {
    if (size.width <= 0 || size.height <= 0) return;
    const MapFrame frame{camera, x, y, size, scale};
    begin(scene, frame);
    for (std::size_t i = 0; i < scene.layers.size(); ++i)
        for (std::size_t part = 0; part < n_parts(scene.layers[i]); ++part) draw_layer(scene, frame, i, part);
}

void MapRenderer::begin(const geo::Scene& scene, const MapFrame& frame, std::size_t keep) {
    const View view = view_of(frame);
    if (keep == 0) clear_to(map_colors(scene.theme).water, view);
    std::vector<const geo::LabelLayer*> labels = label_layers(scene);
    parts_->degrees = degrees_of(scene, view);
    labels.push_back(&parts_->degrees);
    parts_->labels.place(labels, view);
    leave(view);
}

std::size_t MapRenderer::n_parts(const geo::Layer& layer) const {
    if (std::holds_alternative<geo::AreaLayer>(layer.body)) return AreaRenderer::kParts;
    if (std::holds_alternative<geo::LineLayer>(layer.body)) return LineRenderer::kParts;
    const auto* points = std::get_if<geo::PointLayer>(&layer.body);
    return points ? parts_->points.n_parts(*points) : 1;
}

void MapRenderer::draw_layer(const geo::Scene& scene, const MapFrame& frame, std::size_t layer,
                             std::size_t part) {
    if (!is_drawn(scene.layers[layer])) return;
    const View view = view_of(frame);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    parts_->draw_layer(scene.layers[layer], view, scene.theme, part);
    leave(view);
}

bool MapRenderer::ready(const geo::Scene& scene, const MapFrame& frame) {
    bool all = true;
    for (const geo::Layer& layer : scene.layers)
        if (is_drawn(layer) && !parts_->ready(layer, frame.camera.metres_per_pixel)) all = false;
    return all;
}

} // namespace app
