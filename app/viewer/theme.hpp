#pragma once

#include <imgui.h>

#include "geo/layer/color.hpp"

namespace app {

/// Colours of the panels, by meaning (the map's are geo::map_colors).
struct Palette {
    geo::Rgba ground, panel, raised, hover, line, text, faint, accent, on_accent, error, bars, bars_faint;
};
const Palette& palette();

ImU32 color(geo::Rgba rgba);
ImU32 color(geo::Rgba rgba, float alpha);

/// Sets Dear ImGui's style and `palette()` for the theme. `scale`: framebuffer pixels per pixel of the
/// design.
void apply_theme(geo::Theme theme, float scale);

/// A length of the design in framebuffer pixels; the grid is 8.
float px(float design);
/// Framebuffer pixels of one pixel of the design.
float design_scale();

} // namespace app
