#include "app/render/label_renderer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/detail_levels.hpp"
#include "app/render/text/utf8.hpp"

namespace app {

namespace {

constexpr float kHalo = 1.6F; ///< pixels at scale 1

TextStyle style_of(geo::LabelKind kind, int rank, float scale) {
    switch (kind) {
    case geo::LabelKind::country:
        return {16 * scale, FontStyle::bold, 5 * scale};
    case geo::LabelKind::province:
        return {12.5F * scale, FontStyle::regular, 3 * scale};
    case geo::LabelKind::border:
        return {12 * scale, FontStyle::italic, 0.3F * scale};
    case geo::LabelKind::graticule:
        return {10.5F * scale, FontStyle::regular, 0};
    case geo::LabelKind::area_feature:
    case geo::LabelKind::point_feature:
        return {11.5F * scale, FontStyle::regular, 0};
    case geo::LabelKind::town:
        break;
    }
    return {(rank <= 2 ? 13.5F : 12.0F) * scale, FontStyle::regular, 0};
}

/// Map metres per pixel (at scale 1) up to which towns of each rank, from 1, are wanted; beyond, a map of
/// many countries would be all names. Higher ranks share the last.
constexpr std::array<double, 8> kTownsUntil{1e9, 9000, 4500, 2500, 1700, 900, 450, 220};

bool wanted(const geo::Label& label, const View& view) {
    constexpr double kOwnGround_px = 64; // about a short name
    const double metres = view.camera.metres_per_pixel * static_cast<double>(view.scale);
    if (label.spacing_m > 0 && label.spacing_m < kOwnGround_px * metres) return false;
    if (label.kind != geo::LabelKind::town) return true;
    const auto rank = static_cast<std::size_t>(std::clamp<int>(label.rank, 1, kTownsUntil.size()));
    return metres <= kTownsUntil[rank - 1];
}

/// A name may reach a little beyond what it names.
bool too_wide(const geo::Label& label, float width_px, const View& view) {
    constexpr double kBeyond = 1.25;
    return label.width_m > 0 && width_px * view.camera.metres_per_pixel > kBeyond * label.width_m;
}

/// Countries and provinces in capitals, where the script has them.
std::string written(const geo::Label& label) {
    const bool spaced = label.kind == geo::LabelKind::country || label.kind == geo::LabelKind::province;
    return spaced ? utf8_from(in_capitals(code_points(label.text))) : label.text;
}

ViewPoint anchor_of(const geo::Label& label, const View& view) {
    const double per_metre = 1 / view.camera.metres_per_pixel;
    return {
        static_cast<float>(view.size.width / 2.0 + (label.place.x_m - view.camera.centre.x_m) * per_metre),
        static_cast<float>(view.size.height / 2.0 + (label.place.y_m - view.camera.centre.y_m) * per_metre)};
}

bool in_sight(ViewPoint p, PixelSize size) {
    return p.x >= 0 && p.y >= 0 && p.x < static_cast<float>(size.width) &&
           p.y < static_cast<float>(size.height);
}

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
    // A full atlas starts again with what this view needs; labels that then still find no room are left out.
    if (!all_fit(layers, view)) {
        atlas_.clear();
        all_fit(layers, view);
    }
    std::vector<LabelWish> wishes;
    for (Placed& label : placed_) {
        wishes.push_back({label.anchor, label.box.x1, label.box.y1, label.kind, label.rank});
    }
    const auto boxes = placed_labels(wishes, view.size, view.scale);
    std::vector<Placed> kept;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i]) continue;
        // An area may offer a second place for its name; it is written once.
        const bool written_already = std::any_of(kept.begin(), kept.end(), [&](const Placed& other) {
            return other.kind == placed_[i].kind && other.text == placed_[i].text;
        });
        const bool of_an_area = placed_[i].kind == geo::LabelKind::country ||
                                placed_[i].kind == geo::LabelKind::province ||
                                placed_[i].kind == geo::LabelKind::border;
        if (written_already && of_an_area) continue;
        kept.push_back(std::move(placed_[i]));
        kept.back().box = *boxes[i];
    }
    placed_ = std::move(kept);
}

bool LabelRenderer::all_fit(const std::vector<const geo::LabelLayer*>& layers, const View& view) {
    placed_.clear();
    const float halo = kHalo * view.scale;
    bool fit = true;
    for (const geo::LabelLayer* layer : layers) {
        if (!layer->labels) continue;
        for (const geo::Label& label : *layer->labels) {
            const ViewPoint anchor = anchor_of(label, view);
            if (!in_sight(anchor, view.size) || label.text.empty() || !wanted(label, view)) continue;
            Placed placed{layer,      written(label), style_of(label.kind, label.rank, view.scale),
                          label.kind, label.rank,     anchor,
                          {}};
            if (!atlas_.contains_or_adds(placed.text, placed.style, halo)) {
                fit = false;
                continue;
            }
            const TextAtlas::Entry& entry = atlas_.entry(placed.text, placed.style, halo);
            if (too_wide(label, static_cast<float>(entry.width), view)) continue;
            placed.box = {0, 0, static_cast<float>(entry.width), static_cast<float>(entry.height)};
            placed_.push_back(std::move(placed));
        }
    }
    return fit;
}

void LabelRenderer::draw(const geo::LabelLayer& layer, const View& view, geo::Theme theme, float opacity) {
    const geo::MapColors colors = map_colors(theme);
    bind_view(view);
    draw_dots(layer, view, colors, opacity);
    draw_names(layer, geo::LabelKind::country, view, colors.faint_text, colors.halo, opacity);
    draw_names(layer, geo::LabelKind::province, view, colors.faint_text, colors.halo, opacity);
    draw_names(layer, geo::LabelKind::border, view, colors.text, colors.halo, opacity);
    draw_names(layer, geo::LabelKind::town, view, colors.text, colors.halo, opacity);
    draw_names(layer, geo::LabelKind::area_feature, view, colors.text, colors.halo, opacity);
    draw_names(layer, geo::LabelKind::point_feature, view, colors.text, colors.halo, opacity);
    draw_names(layer, geo::LabelKind::graticule, view, colors.faint_text, colors.halo, opacity);
}

void LabelRenderer::draw_names(const geo::LabelLayer& layer, geo::LabelKind kind, const View& view,
                               geo::Rgba color, geo::Rgba halo, float opacity) {
    std::vector<float> vertices;
    for (const Placed& label : placed_) {
        if (label.layer != &layer || label.kind != kind) continue;
        add_quad(vertices, label.box, atlas_.entry(label.text, label.style, kHalo * view.scale));
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
    for (const Placed& label : placed_) {
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
