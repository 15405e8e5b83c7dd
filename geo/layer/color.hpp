#pragma once

#include <cstdint>

namespace geo {

/// sRGB, straight alpha.
struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Rgba&) const = default;
};

/// 0xRRGGBB, as designers write it.
constexpr Rgba rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), alpha};
}

enum class Theme { light, dark };

/// Every colour of the map, by meaning. The viewer's panels have theirs in app/viewer/theme.hpp.
struct MapColors {
    Rgba water, land, study_land, graticule;
    Rgba coast, country_line, province_line, border, border_casing, disputed;
    Rgba text, faint_text, halo, rim, panel, accent;
};
MapColors map_colors(Theme theme);

} // namespace geo
