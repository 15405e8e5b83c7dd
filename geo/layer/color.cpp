#include "geo/layer/color.hpp"

namespace geo {

namespace {

/// Neighbours are a shade off the study area; text keeps 4.5:1 on land and panels (tests/unit/layer checks
/// it).
MapColors light_colors() {
    return {.water = rgb(0xDCE6EE),
            .land = rgb(0xECEFF2),
            .study_land = rgb(0xFBFAF6),
            .graticule = rgb(0x8C9AAB, 90),
            .coast = rgb(0x8FA3B5),
            .country_line = rgb(0x8792A0),
            .province_line = rgb(0xAEB6C0),
            .border = rgb(0x2A3444),
            .border_casing = rgb(0xFFFFFF, 200),
            .disputed = rgb(0x6E7886),
            .text = rgb(0x1B2330),
            .faint_text = rgb(0x5A6675),
            .halo = rgb(0xFFFFFF, 225),
            .rim = rgb(0x1B2330, 190),
            .panel = rgb(0xFFFFFF),
            .accent = rgb(0x1667C8)};
}

MapColors dark_colors() {
    return {.water = rgb(0x171C23),
            .land = rgb(0x232A33),
            .study_land = rgb(0x2D3641),
            .graticule = rgb(0x7E8A99, 80),
            .coast = rgb(0x4A5767),
            .country_line = rgb(0x6B7889),
            .province_line = rgb(0x4C5866),
            .border = rgb(0xE6E9EE),
            .border_casing = rgb(0x14171C, 200),
            .disputed = rgb(0x9AA4B2),
            .text = rgb(0xE6E9EE),
            .faint_text = rgb(0x9AA4B2),
            .halo = rgb(0x14171C, 225),
            .rim = rgb(0xF2F4F7, 150),
            .panel = rgb(0x1B2027),
            .accent = rgb(0x4CA3FF)};
}

} // namespace

MapColors map_colors(Theme theme) { return theme == Theme::light ? light_colors() : dark_colors(); }

} // namespace geo
