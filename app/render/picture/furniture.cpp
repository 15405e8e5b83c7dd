#include "app/render/picture/furniture.hpp"

#include <cmath>

namespace app {

namespace {

constexpr geo::Rgba kBanner = geo::rgb(0xA63C00); ///< white on it: more than 6 to 1
constexpr geo::Rgba kOnBanner = geo::rgb(0xFFFFFF);

} // namespace

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

Lines source_lines(const std::vector<std::string>& sources, Typesetter& typesetter, TextStyle style,
                   float width) {
    constexpr std::size_t kFew = 4;
    Lines lines = wrapped_all(sources, typesetter, style, width);
    if (lines.size() <= kFew) return lines;
    std::string all;
    for (const std::string& source : sources) {
        if (!source.empty()) all += (all.empty() ? "" : "  ·  ") + source;
    }
    return typesetter.wrapped(all, style, width);
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

} // namespace app
