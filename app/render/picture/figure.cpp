#include "app/render/picture/figure.hpp"

#include <algorithm>
#include <cmath>

#include "app/render/picture/furniture.hpp"
#include "app/render/picture/legend.hpp"
#include "app/render/picture/scale_and_north.hpp"

namespace app {

namespace {

/// Everything a figure says, broken into lines, with the room it needs.
struct FigureText {
    Lines title, subtitle, banner, sources;
    std::vector<LegendBlock> blocks;
    FurnitureNeeds needs;
};

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
    text.sources = source_lines(scene.text.attributions, typesetter, style.small, width);
    needs.header = rounded_up(height_of(text.title, typesetter, style.title) +
                              height_of(text.subtitle, typesetter, style.subtitle));
    if (!text.banner.empty()) {
        needs.banner = rounded_up(height_of(text.banner, typesetter, style.banner) + 10 * style.scale);
    }
    needs.footer = rounded_up(height_of(text.sources, typesetter, style.small));
    text.blocks = legend_blocks(scene, typesetter, style, static_cast<float>(needs.block_width));
    for (const LegendBlock& block : text.blocks) needs.blocks.push_back(rounded_up(block.height));
    needs.blocks.push_back(rounded_up(kScaleAndNorthHeight * style.scale));
    return text;
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

namespace {

/// The type is as large as leaves the map its share: small pictures with much to say get smaller type rather
/// than cut text or a map that cannot be seen.
struct Fitted {
    FigureText text;
    std::optional<PictureLayout> layout;
    float scale = 1;
};

Fitted fitted(Canvas& canvas, const geo::Scene& scene, const Camera* camera, const PictureOptions& options) {
    const auto goodness = [&](PixelSize map) { return 1 / map_resolution(scene, camera, options.size, map); };
    Fitted result;
    for (const float smaller : {1.0F, 0.9F, 0.8F, 0.7F, 0.6F, 0.5F}) {
        result.scale = static_cast<float>(options.scale) * smaller;
        result.text = prepared(scene, options.size, PictureStyle(result.scale), canvas.typesetter());
        result.layout = laid_out(result.text.needs, goodness);
        if (result.layout) break;
    }
    return result;
}

/// Over the upper left corner of a map without furniture.
void draw_banner_in_corner(Canvas& canvas, const geo::Scene& scene, PixelSize size, double scale) {
    if (scene.text.banner.empty()) return;
    const PictureStyle style(static_cast<float>(scale));
    const float pad = 8 * style.scale;
    const Lines lines = canvas.typesetter().wrapped(scene.text.banner, style.banner,
                                                    static_cast<float>(size.width) - 2 * pad);
    float wide = 0;
    for (const std::string& line : lines)
        wide = std::max(wide, canvas.typesetter().width(line, style.banner));
    const float high = height_of(lines, canvas.typesetter(), style.banner);
    draw_banner(canvas, {0, 0, rounded_up(wide + 2 * pad), rounded_up(high + pad)}, lines, style);
}

void draw_bare_map(Canvas& canvas, const geo::Scene& scene, const Camera* camera, PixelSize size,
                   double scale, const DrawMap& draw_map) {
    draw_map(camera != nullptr ? *camera : camera_fitting(scene.data_extent, size),
             {0, 0, size.width, size.height}, scale);
    draw_banner_in_corner(canvas, scene, size, scale);
}

} // namespace

void draw_figure(Canvas& canvas, const geo::Scene& scene, const Camera* camera, const PictureOptions& options,
                 const DrawMap& draw_map) {
    if (!options.furniture)
        return draw_bare_map(canvas, scene, camera, options.size, options.scale, draw_map);
    const auto [text, layout, scale] = fitted(canvas, scene, camera, options);
    // A thumbnail: no words but the banner.
    if (!layout) return draw_bare_map(canvas, scene, camera, options.size, scale, draw_map);

    const geo::MapColors colors = map_colors(scene.theme);
    const PictureStyle style(scale);
    const PixelSize map_size{layout->map.width, layout->map.height};
    const Camera seen = camera != nullptr ? camera_for_part(*camera, options.size, map_size)
                                          : camera_fitting(scene.data_extent, map_size);
    draw_map(seen, layout->map, scale);
    const int line = std::max(1, static_cast<int>(std::lround(scale)));
    canvas.frame(layout->map.x, layout->map.y - layout->banner.height, layout->map.width,
                 layout->map.height + layout->banner.height, line, colors.country_line);
    draw_banner(canvas, layout->banner, text.banner, style);
    const auto left = static_cast<float>(text.needs.margin);
    const float below_title = canvas.lines(left, left, text.title, style.title, colors.text);
    canvas.lines(left, below_title, text.subtitle, style.subtitle, colors.faint_text);
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        text.blocks[i].draw(canvas, static_cast<float>(layout->blocks[i].x),
                            static_cast<float>(layout->blocks[i].y));
    }
    draw_scale_and_north(canvas, layout->blocks.back(), seen, colors, style);
    canvas.lines(left, static_cast<float>(layout->footer_y), text.sources, style.small, colors.faint_text);
}

} // namespace app
