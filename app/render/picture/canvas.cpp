#include "app/render/picture/canvas.hpp"

namespace app {

void Canvas::frame(int x, int y, int width, int height, int thickness, geo::Rgba color) {
    const auto fill = [&](int left, int top, int w, int h) {
        fill_rectangle(static_cast<float>(left), static_cast<float>(top), static_cast<float>(w),
                       static_cast<float>(h), color);
    };
    fill(x - thickness, y - thickness, width + 2 * thickness, thickness);
    fill(x - thickness, y + height, width + 2 * thickness, thickness);
    fill(x - thickness, y, thickness, height);
    fill(x + width, y, thickness, height);
}

float Canvas::lines(float x, float y, std::span<const std::string> texts, TextStyle style, geo::Rgba color) {
    const LineMetrics metrics = typesetter().metrics(style);
    for (const std::string& line : texts) {
        text(x, y + metrics.ascent, line, style, color);
        y += metrics.height;
    }
    return y;
}

} // namespace app
