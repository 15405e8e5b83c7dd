#include "app/viewer/theme.hpp"

#include <cmath>

namespace app {

namespace {

using geo::rgb;

constexpr Palette kDark{.ground = rgb(0x14171C),
                        .panel = rgb(0x1B2027),
                        .raised = rgb(0x272E38),
                        .hover = rgb(0x323B48),
                        .line = rgb(0x2B323C),
                        .text = rgb(0xE6E9EE),
                        .faint = rgb(0x9AA4B2),
                        .accent = rgb(0x4CA3FF),
                        .on_accent = rgb(0x0B1017),
                        .error = rgb(0xFF8A80),
                        .bars = rgb(0x4CA3FF),
                        .bars_faint = rgb(0x3A4452)};

constexpr Palette kLight{.ground = rgb(0xF5F6F8),
                         .panel = rgb(0xFFFFFF),
                         .raised = rgb(0xEDF0F4),
                         .hover = rgb(0xDFE5EC),
                         .line = rgb(0xDDE2E8),
                         .text = rgb(0x1B2330),
                         .faint = rgb(0x5A6675),
                         .accent = rgb(0x1667C8),
                         .on_accent = rgb(0xFFFFFF),
                         .error = rgb(0xB3261E),
                         .bars = rgb(0x1667C8),
                         .bars_faint = rgb(0xCBD3DC)};

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): of the one window
const Palette* g_palette = &kLight;
float g_scale = 1;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

ImVec4 vec(geo::Rgba rgba, float alpha = 1) { return ImGui::ColorConvertU32ToFloat4(color(rgba, alpha)); }

void set_sizes(ImGuiStyle& style) {
    style.WindowPadding = {12, 12};
    style.FramePadding = {8, 4};
    style.ItemSpacing = {8, 8};
    style.ItemInnerSpacing = {6, 4};
    style.WindowRounding = 0;
    style.ChildRounding = 6;
    style.FrameRounding = 5;
    style.PopupRounding = 8;
    style.GrabRounding = 5;
    style.TabRounding = 5;
    style.ScrollbarRounding = 6;
    style.ScrollbarSize = 10;
    style.GrabMinSize = 12;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowMinSize = {1, 1};
}

void set_colors(ImVec4* colors, const Palette& p) {
    colors[ImGuiCol_Text] = vec(p.text);
    colors[ImGuiCol_TextDisabled] = vec(p.faint);
    colors[ImGuiCol_WindowBg] = vec(p.panel);
    colors[ImGuiCol_ChildBg] = vec(p.panel, 0);
    colors[ImGuiCol_PopupBg] = vec(p.panel);
    colors[ImGuiCol_Border] = vec(p.hover);
    colors[ImGuiCol_FrameBg] = vec(p.raised);
    colors[ImGuiCol_FrameBgHovered] = vec(p.hover);
    colors[ImGuiCol_FrameBgActive] = vec(p.hover);
    colors[ImGuiCol_Button] = vec(p.raised);
    colors[ImGuiCol_ButtonHovered] = vec(p.hover);
    colors[ImGuiCol_ButtonActive] = vec(p.line);
    colors[ImGuiCol_CheckMark] = vec(p.accent);
    colors[ImGuiCol_SliderGrab] = vec(p.accent);
    colors[ImGuiCol_SliderGrabActive] = vec(p.accent);
    colors[ImGuiCol_Header] = vec(p.raised);
    colors[ImGuiCol_HeaderHovered] = vec(p.hover);
    colors[ImGuiCol_HeaderActive] = vec(p.hover);
    colors[ImGuiCol_Separator] = vec(p.line);
    colors[ImGuiCol_ScrollbarBg] = vec(p.panel, 0);
    colors[ImGuiCol_ScrollbarGrab] = vec(p.hover);
    colors[ImGuiCol_ScrollbarGrabHovered] = vec(p.faint, 0.6f);
    colors[ImGuiCol_ScrollbarGrabActive] = vec(p.faint);
    colors[ImGuiCol_PlotHistogram] = vec(p.accent);
    colors[ImGuiCol_TextSelectedBg] = vec(p.accent, 0.35f);
    colors[ImGuiCol_NavHighlight] = vec(p.accent);
    colors[ImGuiCol_ModalWindowDimBg] = vec(p.ground, 0.6f);
    colors[ImGuiCol_TableBorderLight] = vec(p.line);
    colors[ImGuiCol_TableBorderStrong] = vec(p.line);
    colors[ImGuiCol_TableHeaderBg] = vec(p.panel, 0);
}

} // namespace

const Palette& palette() { return *g_palette; }

ImU32 color(geo::Rgba rgba) { return IM_COL32(rgba.r, rgba.g, rgba.b, rgba.a); }
ImU32 color(geo::Rgba rgba, float alpha) {
    return IM_COL32(rgba.r, rgba.g, rgba.b, static_cast<int>(alpha * 255 + 0.5f));
}

void apply_theme(geo::Theme theme, float scale) {
    g_palette = theme == geo::Theme::light ? &kLight : &kDark;
    g_scale = scale;
    ImGuiStyle style;
    set_sizes(style);
    set_colors(style.Colors, *g_palette);
    style.ScaleAllSizes(scale);
    ImGui::GetStyle() = style;
}

float design_scale() { return g_scale; }

float px(float design) { return std::round(design * g_scale); }

} // namespace app
