#include "app/render/label_renderer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

void add_quad(std::vector<float>& vertices, LabelBox box, const TextAtlas::Entry& entry) {
    // Whole pixels: letters were set on the pixel grid and stay crisp only there.
    const float x = std::round(box.x0), y = std::round(box.y0);
    const auto w = static_cast<float>(entry.width), h = static_cast<float>(entry.height);
    const auto u = static_cast<float>(entry.x), v = static_cast<float>(entry.y);
    const std::array<std::array<float, 4>, 6> corners{{{x, y, u, v + h},
                                                       {x + w, y, u + w, v + h},
                                                       {x, y + h, u, v},
                                                       {x, y + h, u, v},
                                                       {x + w, y, u + w, v + h},
                                                       {x + w, y + h, u + w, v}}};
    for (const auto& corner : corners) vertices.insert(vertices.end(), corner.begin(), corner.end());
}

} // namespace

LabelRenderer::LabelRenderer() : program_("label"), dots_("dot") {
    describe_vertices(array_, vertices_, std::array<Attribute, 2>{{{0, 2}, {1, 2}}});
    describe_vertices(dot_array_, dot_vertices_, std::array<Attribute, 1>{{{0, 2}}});
}

void LabelRenderer::place(const std::vector<const geo::LabelLayer*>& layers, const View& view) {
    const float halo = kLabelHalo * view.scale;
    const auto measure = [&](const std::string& text, TextStyle style) -> std::optional<PixelSize> {
        if (!atlas_.contains_or_adds(text, style, halo)) return std::nullopt;
        const TextAtlas::Entry& entry = atlas_.entry(text, style, halo);
        return PixelSize{entry.width, entry.height};
    };
    LabelLayout laid = laid_labels(layers, view, measure);
    // A full atlas starts again with what this view needs; labels that then still find no room are left out.
    if (!laid.all_measured) {
        atlas_.clear();
        laid = laid_labels(layers, view, measure);
    }
    placed_ = std::move(laid.labels);
}

void LabelRenderer::draw(const geo::LabelLayer& layer, const View& view, geo::Theme theme, float opacity) {
    const geo::MapColors colors = map_colors(theme);
    bind_view(view);
    draw_dots(layer, view, colors, opacity);
    for (const geo::LabelKind kind : kLabelKinds)
        draw_names(layer, kind, view, is_faint(kind) ? colors.faint_text : colors.text, colors.halo, opacity);
}

void LabelRenderer::draw_names(const geo::LabelLayer& layer, geo::LabelKind kind, const View& view,
                               geo::Rgba color, geo::Rgba halo, float opacity) {
    std::vector<float> vertices;
    for (const LaidLabel& label : placed_) {
        if (label.layer != &layer || label.kind != kind) continue;
        add_quad(vertices, label.box, atlas_.entry(label.text, label.style, kLabelHalo * view.scale));
    }
    if (vertices.empty()) return;
    program_.use();
    program_.set("size", view.size.width, view.size.height);
    program_.set("atlas", 0);
    program_.set("color", color, opacity);
    program_.set("halo", halo, opacity);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, atlas_.texture());
    glBindVertexArray(array_.get());
    upload(GL_ARRAY_BUFFER, vertices_, std::span<const float>(vertices), GL_STREAM_DRAW);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(vertices.size() / 4));
}

void LabelRenderer::draw_dots(const geo::LabelLayer& layer, const View& view, const geo::MapColors& colors,
                              float opacity) {
    std::vector<float> places;
    for (const LaidLabel& label : placed_) {
        if (label.layer != &layer || label.kind != geo::LabelKind::town) continue;
        places.push_back(label.anchor.x);
        places.push_back(label.anchor.y);
    }
    if (places.empty()) return;
    glEnable(GL_PROGRAM_POINT_SIZE);
    dots_.use();
    dots_.set("size", view.size.width, view.size.height);
    dots_.set("radius", kTownDot * view.scale);
    dots_.set("color", colors.text, opacity);
    dots_.set("halo", colors.halo, opacity);
    glBindVertexArray(dot_array_.get());
    upload(GL_ARRAY_BUFFER, dot_vertices_, std::span<const float>(places), GL_STREAM_DRAW);
    glDrawArrays(GL_POINTS, 0, static_cast<GLsizei>(places.size() / 2));
}

} // namespace app
