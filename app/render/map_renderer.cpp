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

    void draw_layer(const geo::Layer& layer, const View& view, geo::Theme theme) {
        if (const auto* area = std::get_if<geo::AreaLayer>(&layer.body))
            areas.draw(*area, view, layer.opacity);
        if (const auto* line = std::get_if<geo::LineLayer>(&layer.body))
            lines.draw(*line, view, layer.opacity);
        if (const auto* point = std::get_if<geo::PointLayer>(&layer.body))
            points.draw(*point, view, layer.opacity);
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
};

namespace {

void clear_to(geo::Rgba color, const View& view) {
    bind_view(view);
    glClearColor(static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255,
                 static_cast<float>(color.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

bool drawn(const geo::Layer& layer) { return layer.visible && layer.opacity > 0; }

std::vector<const geo::LabelLayer*> label_layers(const geo::Scene& scene) {
    std::vector<const geo::LabelLayer*> labels;
    for (const geo::Layer& layer : scene.layers) {
        const auto* body = std::get_if<geo::LabelLayer>(&layer.body);
        if (body != nullptr && drawn(layer)) labels.push_back(body);
    }
    return labels;
}

/// What the graticule writes at the edges of this view; nullptr without one.
std::shared_ptr<const std::vector<geo::Label>> degrees_of(const geo::Scene& scene, const View& view) {
    for (const geo::Layer& layer : scene.layers)
        if (std::holds_alternative<geo::GraticuleLayer>(layer.body) && drawn(layer))
            return std::make_shared<const std::vector<geo::Label>>(graticule_labels(view));
    return nullptr;
}

} // namespace

MapRenderer::MapRenderer() : parts_(std::make_unique<Parts>()) {}
MapRenderer::~MapRenderer() = default;

void MapRenderer::draw(const geo::Scene& scene, const Camera& camera, int x, int y, PixelSize size,
                       double scale) {
    if (size.width <= 0 || size.height <= 0) return;
    GLint bound = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
    const View view{camera, size, x, y, static_cast<float>(scale), static_cast<GLuint>(bound)};
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    clear_to(map_colors(scene.theme).water, view);
    std::vector<const geo::LabelLayer*> labels = label_layers(scene);
    parts_->degrees.labels = degrees_of(scene, view);
    labels.push_back(&parts_->degrees);
    parts_->labels.place(labels, view);
    for (const geo::Layer& layer : scene.layers) {
        if (drawn(layer)) parts_->draw_layer(layer, view, scene.theme);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, view.framebuffer);
    glDisable(GL_SCISSOR_TEST);
}

} // namespace app
