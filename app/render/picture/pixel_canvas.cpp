#include "app/render/picture/pixel_canvas.hpp"

#include <algorithm>
#include <cmath>

namespace app {

PixelCanvas::PixelCanvas(PixelSize size, geo::Rgba ground) : image_{size.width, size.height, {}} {
    const auto n = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    image_.rgba.reserve(n * 4);
    for (std::size_t i = 0; i < n; ++i) {
        image_.rgba.insert(image_.rgba.end(), {ground.r, ground.g, ground.b, 255});
    }
}

void PixelCanvas::blend(int x, int y, geo::Rgba color, float coverage) {
    if (x < 0 || y < 0 || x >= image_.width || y >= image_.height || coverage <= 0) return;
    const float share = coverage * static_cast<float>(color.a) / 255;
    std::uint8_t* pixel =
        image_.rgba.data() + 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) +
                                  static_cast<std::size_t>(x));
    const auto mix = [share](std::uint8_t under, std::uint8_t over) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(under) * (1 - share) + static_cast<float>(over) * share));
    };
    pixel[0] = mix(pixel[0], color.r);
    pixel[1] = mix(pixel[1], color.g);
    pixel[2] = mix(pixel[2], color.b);
}

void PixelCanvas::fill_rectangle(float x, float y, float width, float height, geo::Rgba color) {
    const auto share = [](int pixel, float low, float high) {
        const auto p = static_cast<float>(pixel);
        return std::clamp(std::min(p + 1, high) - std::max(p, low), 0.0F, 1.0F);
    };
    for (int row = static_cast<int>(std::floor(y)); static_cast<float>(row) < y + height; ++row) {
        const float down = share(row, y, y + height);
        for (int column = static_cast<int>(std::floor(x)); static_cast<float>(column) < x + width; ++column) {
            blend(column, row, color, down * share(column, x, x + width));
        }
    }
}

void PixelCanvas::fill_shape(float x0, float y0, float x1, float y1, geo::Rgba color,
                             const std::function<bool(float, float)>& inside) {
    constexpr int kSamples = 4;
    for (int y = static_cast<int>(std::floor(y0)); static_cast<float>(y) < y1; ++y) {
        for (int x = static_cast<int>(std::floor(x0)); static_cast<float>(x) < x1; ++x) {
            int hits = 0;
            for (int s = 0; s < kSamples * kSamples; ++s) {
                const float dx = (static_cast<float>(s % kSamples) + 0.5F) / kSamples;
                const int row = s / kSamples;
                const float dy = (static_cast<float>(row) + 0.5F) / kSamples;
                hits += inside(static_cast<float>(x) + dx, static_cast<float>(y) + dy) ? 1 : 0;
            }
            blend(x, y, color, static_cast<float>(hits) / (kSamples * kSamples));
        }
    }
}

void PixelCanvas::disc(float x, float y, float radius, geo::Rgba color) {
    fill_shape(x - radius, y - radius, x + radius, y + radius, color,
               [=](float px, float py) { return std::hypot(px - x, py - y) <= radius; });
}

void PixelCanvas::fill_polygon(std::span<const ViewPoint> corners, geo::Rgba color) {
    ViewPoint low = corners.front(), high = low;
    for (const ViewPoint p : corners) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    fill_shape(low.x, low.y, high.x, high.y, color, [&](float x, float y) {
        bool inside = false;
        for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            const ViewPoint a = corners[i], b = corners[j];
            if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) inside = !inside;
        }
        return inside;
    });
}

void PixelCanvas::ramp(float x, float y, float width, float height, const RampColor& color_at) {
    for (float column = 0; column < width; ++column) {
        fill_rectangle(x + column, y, std::min(1.0F, width - column), height,
                       color_at((static_cast<double>(column) + 0.5) / static_cast<double>(width)));
    }
}

float PixelCanvas::text(float x, float y, std::string_view utf8, TextStyle style, geo::Rgba color) {
    const TextBitmap line = typesetter().set(utf8, style);
    const int left = static_cast<int>(std::lround(x)) - line.left;
    const int top = static_cast<int>(std::lround(y)) - line.top;
    std::size_t i = 0;
    for (int row = 0; row < line.height; ++row) {
        for (int column = 0; column < line.width; ++column, ++i) {
            blend(left + column, top + row, color, static_cast<float>(line.coverage[i]) / 255);
        }
    }
    return x + line.advance;
}

void PixelCanvas::paste(const Image& image, int x, int y) {
    for (int row = 0; row < image.height; ++row) {
        const auto from = image.rgba.begin() + static_cast<std::ptrdiff_t>(row) * image.width * 4;
        const auto to = image_.rgba.begin() + (static_cast<std::ptrdiff_t>(y + row) * image_.width + x) * 4;
        std::copy(from, from + static_cast<std::ptrdiff_t>(image.width) * 4, to);
    }
}

} // namespace app
