#include "app/render/svg/svg_canvas.hpp"

#include <fmt/format.h>

#include "app/render/svg/svg_path.hpp"
#include "app/render/svg/svg_text.hpp"
#include "app/render/text/glyph_path.hpp"

namespace app {

void SvgCanvas::fill_rectangle(float x, float y, float width, float height, geo::Rgba color) {
    if (width <= 0 || height <= 0) return;
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n", svg_number(double{x}),
                         svg_number(double{y}), svg_number(double{width}), svg_number(double{height}),
                         svg_color("fill", color));
}

void SvgCanvas::fill_polygon(std::span<const ViewPoint> corners, geo::Rgba color) {
    PathText path;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const SvgPoint place{double{corners[i].x}, double{corners[i].y}};
        i == 0 ? path.move_to(place) : path.line_to(place);
    }
    path.close();
    body_ += fmt::format("<path d=\"{}\"{}/>\n", path.text(), svg_color("fill", color));
}

void SvgCanvas::disc(float x, float y, float radius, geo::Rgba color) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", svg_number(double{x}),
                         svg_number(double{y}), svg_number(double{radius}), svg_color("fill", color));
}

void SvgCanvas::ramp(float x, float y, float width, float height, const RampColor& color_at) {
    constexpr int kSteps = 64;
    const std::string id = new_id("ramp");
    definitions_ += fmt::format("<linearGradient id=\"{}\">\n", id);
    for (int i = 0; i <= kSteps; ++i) {
        const double share = static_cast<double>(i) / kSteps;
        definitions_ +=
            fmt::format("<stop offset=\"{:.4f}\"{}/>\n", share, svg_color("stop-color", color_at(share)));
    }
    definitions_ += "</linearGradient>\n";
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#{})\"/>\n",
                         svg_number(double{x}), svg_number(double{y}), svg_number(double{width}),
                         svg_number(double{height}), id);
}

float SvgCanvas::text(float x, float y, std::string_view utf8, TextStyle style, geo::Rgba color) {
    const SetText set = typesetter().glyphs(utf8, style);
    outlines(double{x}, double{y}, set, utf8, svg_color("fill", color));
    return x + set.advance;
}

void SvgCanvas::outlines(double x, double y, const SetText& set, std::string_view words,
                         const std::string& paint) {
    std::string uses;
    float scale = 0;
    const auto end_run = [&] { uses += scale > 0 ? "</g>\n" : ""; };
    for (const SetGlyph& glyph : set.glyphs) {
        const std::string& shape = shape_of(glyph);
        if (shape.empty() || glyph.px_per_unit <= 0) continue;
        if (glyph.px_per_unit != scale) { // a script with a size of its own
            end_run();
            scale = glyph.px_per_unit;
            uses += fmt::format("<g transform=\"translate({} {}) scale({:.6g} {:.6g})\">", svg_number(x),
                                svg_number(y), scale, -scale);
        }
        uses += fmt::format("<use xlink:href=\"#{}\" x=\"{:.0f}\" y=\"{:.0f}\"/>", shape, glyph.x / scale,
                            glyph.y / scale + 0.0F);
    }
    end_run();
    if (uses.empty()) return;
    body_ += fmt::format("<g aria-label=\"{}\"{}>{}</g>\n", xml_escaped(words), paint, uses);
}

std::string SvgCanvas::new_id(const char* kind) { return kind + std::to_string(++n_ids_); }

const std::string& SvgCanvas::shape_of(const SetGlyph& glyph) {
    const auto [place, is_new] = shapes_.try_emplace({glyph.face, glyph.index});
    if (!is_new) return place->second;
    const std::string path = glyph_path(glyph.face, glyph.index);
    if (path.empty()) return place->second;
    place->second = "g" + std::to_string(++n_shapes_);
    definitions_ += fmt::format("<path id=\"{}\" d=\"{}\"/>\n", place->second, path);
    return place->second;
}

} // namespace app
