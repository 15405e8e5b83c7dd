#include "geo/layer/color_scale.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace geo {

namespace {

/// Anchor colours of matplotlib's viridis (van der Walt and Smith 2015, CC0), evenly spaced, low to high.
constexpr std::array<std::uint32_t, 20> kViridis{
    0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568C, 0x33638D, 0x2D708E, 0x287D8E, 0x238A8D,
    0x1F968B, 0x20A387, 0x29AF7F, 0x3CBB75, 0x55C667, 0x73D055, 0x95D840, 0xB8DE29, 0xDCE319, 0xFDE725};

/// Their magma from its light end down to 0.2 of its range: on the light theme's pale land more is darker,
/// and the last colour is still told from black lines and text.
constexpr std::array<std::uint32_t, 9> kMagmaLight{0xFCFDBF, 0xFECF92, 0xFE9F6D, 0xF7705C, 0xDE4968,
                                                   0xB73779, 0x8C2981, 0x641A80, 0x3B0F70};

/// Okabe and Ito (2008), the house's order; the last is "other".
constexpr std::array<std::uint32_t, kCategoryColors + 1> kCategories{0x0072B2, 0xE69F00, 0x009E73, 0xD55E00,
                                                                     0x56B4E9, 0xCC79A7, 0xF0E442, 0x8A939E};

/// Low values blend into the map: alpha rises from 0 over this share of the scale, then stays at kTopAlpha.
constexpr double kAlphaShare = 0.2;
constexpr double kTopAlpha = 235;

std::uint8_t mixed(std::uint8_t a, std::uint8_t b, double t) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * t));
}

Rgba mixed(Rgba a, Rgba b, double t) {
    return {mixed(a.r, b.r, t), mixed(a.g, b.g, t), mixed(a.b, b.b, t), 255};
}

Rgba between_anchors(std::span<const std::uint32_t> anchors, double t) {
    const double position = t * static_cast<double>(anchors.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(position), anchors.size() - 2);
    return mixed(rgb(anchors[i]), rgb(anchors[i + 1]), position - static_cast<double>(i));
}

std::span<const std::uint32_t> anchors_of(Ramp ramp) {
    if (ramp == Ramp::viridis) return kViridis;
    const std::span<const std::uint32_t> light = kMagmaLight;
    return ramp == Ramp::magma_light ? light : light.subspan(1, light.size() - 2);
}

} // namespace

Rgba ramp_color(Ramp ramp, double share) { return between_anchors(anchors_of(ramp), share); }

Rgba ColorScale::at(double value) const {
    if (!(value > 0) || !(top > 0)) return {0, 0, 0, 0};
    const double t = std::min(value / top, 1.0);
    Rgba color = ramp_color(ramp, t);
    color.a = static_cast<std::uint8_t>(std::lround(kTopAlpha * std::min(t / kAlphaShare, 1.0)));
    return color;
}

std::vector<Rgba> ramp_colors(Ramp ramp, std::size_t n) {
    std::vector<Rgba> colors(n);
    for (std::size_t i = 0; i < n; ++i) {
        colors[i] = ramp_color(ramp, n == 1 ? 0.0 : static_cast<double>(i) / static_cast<double>(n - 1));
    }
    return colors;
}

Rgba category_color(std::size_t index) { return rgb(kCategories[std::min(index, kCategoryColors)]); }

} // namespace geo
