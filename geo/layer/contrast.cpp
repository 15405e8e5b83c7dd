#include "geo/layer/contrast.hpp"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

double linear_from_srgb(std::uint8_t value) {
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t mixed(std::uint8_t top, std::uint8_t ground, double share) {
    return static_cast<std::uint8_t>(std::lround(top * share + ground * (1 - share)));
}

} // namespace

double relative_luminance(Rgba color) {
    return 0.2126 * linear_from_srgb(color.r) + 0.7152 * linear_from_srgb(color.g) +
           0.0722 * linear_from_srgb(color.b);
}

double contrast_ratio(Rgba a, Rgba b) {
    const auto [dark, light] = std::minmax({relative_luminance(a), relative_luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

Rgba blended_over(Rgba top, Rgba ground) {
    const double share = top.a / 255.0;
    return {mixed(top.r, ground.r, share), mixed(top.g, ground.g, share), mixed(top.b, ground.b, share), 255};
}

double lightness(Rgba color) {
    const double y = relative_luminance(color);
    return y <= 216.0 / 24389 ? y * 24389.0 / 27 : 116 * std::cbrt(y) - 16;
}

} // namespace geo
