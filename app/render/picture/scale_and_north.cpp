#include "app/render/picture/scale_and_north.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "app/render/scale_bar.hpp"

namespace app {

namespace {

void draw_north_arrow(Canvas& canvas, float x, float y, const geo::MapColors& colors,
                      const PictureStyle& style) {
    const float half = 6 * style.scale, high = 24 * style.scale, notch = 5 * style.scale;
    // Two halves of a dart: the left one filled, the right one only outlined by its lighter tone.
    const auto half_dart = [&](float side, geo::Rgba color) {
        const std::array<ViewPoint, 3> corners{{{x, y}, {x + side, y + high}, {x, y + high - notch}}};
        canvas.fill_polygon(corners, color);
    };
    half_dart(-half, colors.text);
    half_dart(half, colors.faint_text);
    const float wide = canvas.typesetter().width("N", style.heading);
    canvas.text(x - wide / 2, y + high + canvas.typesetter().metrics(style.heading).ascent, "N",
                style.heading, colors.text);
}

} // namespace

void draw_scale_and_north(Canvas& canvas, const PixelRectangle& box, const Camera& camera,
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

} // namespace app
