#include <cmath>

#include <fmt/format.h>

#include "app/render/svg/svg_layers.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

namespace {

int margin_of(const View& view) { return static_cast<int>(std::ceil(kLabelHalo * view.scale)) + 1; }

void write_dots(const std::vector<LaidLabel>& names, const geo::LabelLayer& layer,
                const geo::MapColors& colors, const View& view, SvgCanvas& canvas) {
    // As shaders/dot.frag: a dot one pixel less than its free ground, a halo half a pixel more.
    const float radius = kTownDot * view.scale;
    for (const LaidLabel& name : names) {
        if (name.layer != &layer || name.kind != geo::LabelKind::town) continue;
        const float y = static_cast<float>(view.size.height) - name.anchor.y;
        canvas.disc(name.anchor.x, y, radius + 0.5F, colors.halo);
        canvas.disc(name.anchor.x, y, radius - 1, colors.text);
    }
}

void write_name(const LaidLabel& name, geo::Rgba color, geo::Rgba halo, const View& view, SvgCanvas& canvas) {
    const TextBitmap bitmap = canvas.typesetter().set_lines(name.text, name.style);
    const SetText set = canvas.typesetter().glyphs(name.text, name.style);
    const int margin = margin_of(view);
    const float x = std::round(name.box.x0) + static_cast<float>(margin + bitmap.left);
    const float bottom = static_cast<float>(view.size.height) - std::round(name.box.y0);
    const float y = bottom - (name.box.y1 - name.box.y0) + static_cast<float>(margin + bitmap.top);
    const float unit = set.glyphs.empty() ? 1 : set.glyphs.front().px_per_unit;
    const std::string behind =
        svg_color("fill", halo) + svg_color("stroke", halo) +
        fmt::format(" stroke-linejoin=\"round\" stroke-width=\"{:.0f}\"", 2 * kLabelHalo * view.scale / unit);
    canvas.outlines(double{x}, double{y}, set, name.text, behind);
    canvas.outlines(double{x}, double{y}, set, name.text, svg_color("fill", color));
}

} // namespace

std::vector<LaidLabel> placed_names(const geo::Scene& scene, const geo::LabelLayer& degrees, const View& view,
                                    SvgCanvas& canvas) {
    const int margin = margin_of(view);
    const auto measure = [&](const std::string& text, TextStyle style) -> std::optional<PixelSize> {
        const TextBitmap bitmap = canvas.typesetter().set_lines(text, style);
        return PixelSize{bitmap.width + 2 * margin, bitmap.height + 2 * margin};
    };
    std::vector<const geo::LabelLayer*> layers = label_layers(scene);
    layers.push_back(&degrees);
    return laid_labels(layers, view, measure).labels;
}

void write_names(const std::vector<LaidLabel>& names, const geo::LabelLayer& layer, geo::Theme theme,
                 const View& view, SvgCanvas& canvas) {
    const geo::MapColors colors = map_colors(theme);
    write_dots(names, layer, colors, view, canvas);
    for (const geo::LabelKind kind : kLabelKinds)
        for (const LaidLabel& name : names)
            if (name.layer == &layer && name.kind == kind)
                write_name(name, is_faint(kind) ? colors.faint_text : colors.text, colors.halo, view, canvas);
}

} // namespace app
