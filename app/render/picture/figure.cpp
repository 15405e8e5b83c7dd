#include "app/render/picture/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/picture/legend.hpp"
#include "app/render/scale_bar.hpp"

namespace app {

namespace {

constexpr geo::Rgba kBanner = geo::rgb(0xA63C00); ///< white on it: 6.6 to 1
constexpr geo::Rgba kOnBanner = geo::rgb(0xFFFFFF);
constexpr float kScaleBlock = 56; ///< height at scale 1

using Lines = std::vector<std::string>;

/// Everything a figure says, broken into lines, with the room it needs.
struct FigureText {
    Lines title, subtitle, banner, sources;
    std::vector<LegendBlock> blocks;
    FurnitureNeeds needs;
};

int rounded_up(float value) { return static_cast<int>(std::ceil(value)); }

float height_of(const Lines& lines, Typesetter& typesetter, TextStyle style) {
    return static_cast<float>(lines.size()) * typesetter.metrics(style).height;
}

Lines wrapped_all(const std::vector<std::string>& texts, Typesetter& typesetter, TextStyle style,
                  float width) {
    Lines lines;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        for (std::string& line : typesetter.wrapped(text, style, width)) lines.push_back(std::move(line));
    }
    return lines;
}

FigureText prepared(const geo::Scene& scene, PixelSize size, const PictureStyle& style,
                    Typesetter& typesetter) {
    FigureText text;
    FurnitureNeeds& needs = text.needs;
    needs.size = size;
    needs.margin = rounded_up(std::min(24 * style.scale, static_cast<float>(size.width) / 30));
    needs.gap = rounded_up(16 * style.scale);
    const auto width = static_cast<float>(size.width - 2 * needs.margin);
    needs.block_width = rounded_up(std::min(236 * style.scale, width));
    text.title = wrapped_all({scene.text.title}, typesetter, style.title, width);
    text.subtitle = wrapped_all(scene.text.subtitle, typesetter, style.subtitle, width);
    text.banner = wrapped_all({scene.text.banner}, typesetter, style.banner, width - 24 * style.scale);
    text.sources = wrapped_all(scene.text.attributions, typesetter, style.small, width);
    needs.header = rounded_up(height_of(text.title, typesetter, style.title) +
                              height_of(text.subtitle, typesetter, style.subtitle));
    if (!text.banner.empty()) {
        needs.banner = rounded_up(height_of(text.banner, typesetter, style.banner) + 10 * style.scale);
    }
    needs.footer = rounded_up(height_of(text.sources, typesetter, style.small));
    text.blocks = legend_blocks(scene, typesetter, style, static_cast<float>(needs.block_width));
    for (const LegendBlock& block : text.blocks) needs.blocks.push_back(rounded_up(block.height));
    needs.blocks.push_back(rounded_up(kScaleBlock * style.scale));
    return text;
}

float draw_lines(Canvas& canvas, float x, float y, const Lines& lines, TextStyle style, geo::Rgba color) {
    const LineMetrics metrics = canvas.typesetter().metrics(style);
    for (const std::string& line : lines) {
        canvas.text(x, y + metrics.ascent, line, style, color);
        y += metrics.height;
    }
    return y;
}

void draw_banner(Canvas& canvas, const PixelRectangle& box, const Lines& lines, const PictureStyle& style) {
    if (lines.empty()) return;
    canvas.fill_rectangle(static_cast<float>(box.x), static_cast<float>(box.y), static_cast<float>(box.width),
                          static_cast<float>(box.height), kBanner);
    const LineMetrics metrics = canvas.typesetter().metrics(style.banner);
    float y = static_cast<float>(box.y) +
              (static_cast<float>(box.height) - static_cast<float>(lines.size()) * metrics.height) / 2;
    for (const std::string& line : lines) {
        const float wide = canvas.typesetter().width(line, style.banner);
        canvas.text(static_cast<float>(box.x) + (static_cast<float>(box.width) - wide) / 2,
                    y + metrics.ascent, line, style.banner, kOnBanner);
        y += metrics.height;
    }
}

void draw_north_arrow(Canvas& canvas, float x, float y, const geo::MapColors& colors,
                      const PictureStyle& style) {
    const float half = 6 * style.scale, high = 24 * style.scale, notch = 5 * style.scale;
    // Two halves of a dart: the left one filled, the right one only outlined by its lighter tone.
    const auto dart = [=](float px, float py) {
        const float down = (py - y) / high;
        const float from_middle = std::abs(px - x) / half;
        return down >= from_middle && py <= y + high - notch * (1 - from_middle);
    };
    canvas.fill_shape(x - half, y, x, y + high, colors.text, dart);
    canvas.fill_shape(x, y, x + half, y + high, colors.faint_text, dart);
    const float wide = canvas.typesetter().width("N", style.heading);
    canvas.text(x - wide / 2, y + high + canvas.typesetter().metrics(style.heading).ascent, "N",
                style.heading, colors.text);
}

void draw_scale_bar(Canvas& canvas, const PixelRectangle& box, const Camera& camera,
                    const geo::MapColors& colors, const PictureStyle& style) {
    const float arrow = 40 * style.scale;
    const ScaleBar bar =
        scale_bar(camera, static_cast<double>(static_cast<float>(box.width) - arrow - 30 * style.scale));
    const auto length = static_cast<float>(bar.length_px);
    const LineMetrics metrics = canvas.typesetter().metrics(style.tick);
    const float zero = canvas.typesetter().width("0", style.tick) / 2;
    const float x = static_cast<float>(box.x) + zero;
    const float y = static_cast<float>(box.y) + metrics.height + 2 * style.scale;
    const float thick = 6 * style.scale;
    canvas.fill_rectangle(x, y, length, thick, colors.text);
    canvas.fill_rectangle(x + length / 2, y + style.scale, length / 2 - style.scale, thick - 2 * style.scale,
                          colors.panel);
    for (std::size_t i = 0; i < bar.labels.size(); ++i) {
        const float at = x + length * static_cast<float>(i) / 2;
        const bool last = i + 1 == bar.labels.size();
        const float left = at - canvas.typesetter().width(bar.labels[i], style.tick) / 2;
        canvas.text(left, static_cast<float>(box.y) + metrics.ascent,
                    last ? bar.labels[i] + " " + bar.unit : bar.labels[i], style.tick, colors.text);
    }
    const double latitude = centre_latitude(camera);
    const std::string note = fmt::format("true at {:.1f}° {}", std::abs(latitude), latitude >= 0 ? "N" : "S");
    canvas.text(static_cast<float>(box.x),
                y + thick + 2 * style.scale + canvas.typesetter().metrics(style.small).ascent, note,
                style.small, colors.faint_text);
    draw_north_arrow(canvas, static_cast<float>(box.x + box.width) - arrow / 2,
                     static_cast<float>(box.y) + 4 * style.scale, colors, style);
}

double map_resolution(const geo::Scene& scene, const Camera* camera, PixelSize whole, PixelSize map) {
    return camera != nullptr ? camera_for_part(*camera, whole, map).metres_per_pixel
                             : camera_fitting(scene.data_extent, map).metres_per_pixel;
}

} // namespace

Camera camera_for_part(const Camera& camera, PixelSize whole, PixelSize map) {
    const double share = std::max(static_cast<double>(whole.width) / std::max(map.width, 1),
                                  static_cast<double>(whole.height) / std::max(map.height, 1));
    return {camera.centre, camera.metres_per_pixel * share};
}

Image figure(const geo::Scene& scene, const Camera* camera, const PictureOptions& options,
             const DrawMap& draw_map) {
    const geo::MapColors colors = map_colors(scene.theme);
    Canvas canvas(options.size, colors.panel);
    const auto goodness = [&](PixelSize map) { return 1 / map_resolution(scene, camera, options.size, map); };
    FigureText text;
    std::optional<PictureLayout> layout;
    float scale = static_cast<float>(options.scale);
    // Small pictures with much to say get smaller type rather than cut text or a map that cannot be seen.
    for (const float smaller : {1.0F, 0.9F, 0.8F, 0.7F, 0.6F, 0.5F}) {
        scale = static_cast<float>(options.scale) * smaller;
        text = prepared(scene, options.size, PictureStyle(scale), canvas.typesetter());
        layout = laid_out(text.needs, goodness);
        if (layout) break;
    }
    if (!layout)
        return draw_map(camera != nullptr ? *camera : camera_fitting(scene.data_extent, options.size),
                        options.size, scale);

    const PictureStyle style(scale);
    const PixelSize map_size{layout->map.width, layout->map.height};
    const Camera seen = camera != nullptr ? camera_for_part(*camera, options.size, map_size)
                                          : camera_fitting(scene.data_extent, map_size);
    canvas.paste(draw_map(seen, map_size, scale), layout->map.x, layout->map.y);
    const int line = std::max(1, static_cast<int>(std::lround(scale)));
    canvas.frame(layout->map.x, layout->map.y - layout->banner.height, layout->map.width,
                 layout->map.height + layout->banner.height, line, colors.country_line);
    draw_banner(canvas, layout->banner, text.banner, style);
    const auto left = static_cast<float>(text.needs.margin);
    const float below_title = draw_lines(canvas, left, left, text.title, style.title, colors.text);
    draw_lines(canvas, left, below_title, text.subtitle, style.subtitle, colors.faint_text);
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        text.blocks[i].draw(canvas, static_cast<float>(layout->blocks[i].x),
                            static_cast<float>(layout->blocks[i].y));
    }
    draw_scale_bar(canvas, layout->blocks.back(), seen, colors, style);
    draw_lines(canvas, left, static_cast<float>(layout->footer_y), text.sources, style.small,
               colors.faint_text);
    return canvas.take();
}

void stamp_banner(Image& map, const geo::Scene& scene, double scale) {
    if (scene.text.banner.empty()) return;
    const PictureStyle style(static_cast<float>(scale));
    Canvas canvas({map.width, map.height}, kBanner);
    const float pad = 8 * style.scale;
    const Lines lines =
        canvas.typesetter().wrapped(scene.text.banner, style.banner, static_cast<float>(map.width) - 2 * pad);
    float wide = 0;
    for (const std::string& line : lines)
        wide = std::max(wide, canvas.typesetter().width(line, style.banner));
    const float high = height_of(lines, canvas.typesetter(), style.banner);
    canvas.paste(map, 0, 0);
    draw_banner(canvas, {0, 0, rounded_up(wide + 2 * pad), rounded_up(high + pad)}, lines, style);
    map = canvas.take();
}

} // namespace app
