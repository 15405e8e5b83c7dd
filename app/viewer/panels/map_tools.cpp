#include <fmt/format.h>

#include <array>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

// The icon font has no lasso and no dividers: our own, in a square of 16.
void arrow_icon(ImDrawList& list, ImVec2 at, ImU32 tint) {
    const std::array<ImVec2, 7> shape{{{at.x + px(4), at.y + px(2)},
                                       {at.x + px(4), at.y + px(13)},
                                       {at.x + px(7), at.y + px(10)},
                                       {at.x + px(9), at.y + px(14)},
                                       {at.x + px(11), at.y + px(13)},
                                       {at.x + px(9), at.y + px(9)},
                                       {at.x + px(13), at.y + px(9)}}};
    list.AddPolyline(shape.data(), static_cast<int>(shape.size()), tint, ImDrawFlags_Closed, px(1.4f));
}

void box_icon(ImDrawList& list, ImVec2 at, ImU32 tint) {
    const float side = px(12), dash = px(3);
    const ImVec2 low{at.x + px(2), at.y + px(2)};
    for (float d = 0; d < side; d += 1.5f * dash) {
        const float end = std::min(d + dash, side);
        list.AddLine({low.x + d, low.y}, {low.x + end, low.y}, tint, px(1.5f));
        list.AddLine({low.x + d, low.y + side}, {low.x + end, low.y + side}, tint, px(1.5f));
        list.AddLine({low.x, low.y + d}, {low.x, low.y + end}, tint, px(1.5f));
        list.AddLine({low.x + side, low.y + d}, {low.x + side, low.y + end}, tint, px(1.5f));
    }
}

void lasso_icon(ImDrawList& list, ImVec2 at, ImU32 tint) {
    constexpr int kSteps = 24;
    for (int i = 0; i <= kSteps; ++i) {
        const float angle = 6.2831853f * static_cast<float>(i) / kSteps;
        list.PathLineTo({at.x + px(8) + px(6) * std::cos(angle), at.y + px(6) + px(4) * std::sin(angle)});
    }
    list.PathStroke(tint, 0, px(1.5f));
    list.AddBezierQuadratic({at.x + px(5), at.y + px(10)}, {at.x + px(2), at.y + px(12)},
                            {at.x + px(5), at.y + px(15)}, tint, px(1.5f));
}

void measure_icon(ImDrawList& list, ImVec2 at, ImU32 tint) {
    const ImVec2 a{at.x + px(2), at.y + px(13)}, b{at.x + px(14), at.y + px(3)};
    list.AddLine(a, b, tint, px(1.5f));
    for (const ImVec2 end : {a, b}) list.AddCircleFilled(end, px(2.5f), tint);
    list.AddLine({at.x + px(6), at.y + px(4)}, {at.x + px(10), at.y + px(10)}, tint, px(1.5f));
}

using Icon = void (*)(ImDrawList&, ImVec2, ImU32);
struct ToolButton {
    Tool tool;
    const char* name;
    const char* words;
    Icon icon;
};
constexpr std::array<ToolButton, 4> kTools{
    {{Tool::pan, "tool pan", text::kToolPan, arrow_icon},
     {Tool::box, "tool box", text::kToolBox, box_icon},
     {Tool::lasso, "tool lasso", text::kToolLasso, lasso_icon},
     {Tool::measure, "tool measure", text::kToolMeasure, measure_icon}}};

void tool_button(const Model& model, const ToolButton& tool, ImVec2 at, Commands& commands) {
    ImGui::SetCursorScreenPos(at);
    const bool pressed = ImGui::InvisibleButton(tool.name, {px(28), px(28)});
    const bool hovered = ImGui::IsItemHovered();
    const bool current = model.view.tool == tool.tool;
    ui::name_item(tool.name);
    ui::tooltip(tool.words);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (hovered || current)
        list.AddRectFilled(at, {at.x + px(28), at.y + px(28)},
                           current ? color(palette().accent, 0.16f) : color(palette().hover), px(5));
    tool.icon(list, {at.x + px(6), at.y + px(6)}, color(current ? palette().accent : palette().text));
    // The same tool again leaves it.
    if (pressed) commands.emplace_back(ChooseTool{current ? Tool::pan : tool.tool});
}

const char* hint_of(const Model& model) {
    switch (model.view.tool) {
    case Tool::pan:
        return nullptr;
    case Tool::box:
        return text::kBoxHint;
    case Tool::lasso:
        return text::kLassoHint;
    case Tool::measure:
        return model.view.measuring.ended ? text::kMeasureAgainHint : text::kMeasureHint;
    }
    return nullptr;
}

/// What the tool does, at the map's upper edge between legend and buttons; wrapped where that is narrow.
void tool_hint(const Model& model) {
    const char* words = hint_of(model);
    if (!words) return;
    ImFont* font = ui_fonts().caption;
    const ImVec2 window = ImGui::GetWindowPos();
    const auto legend = ui::item_box("legend");
    const float left = (legend ? legend->x + legend->width : window.x) + px(12);
    const float right = window.x + ImGui::GetWindowWidth() - px(56);
    const float room = right - left - px(20);
    if (room < px(120)) return;
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, room, words);
    const ImVec2 low{std::round((left + right - size.x) / 2 - px(10)),
                     window.y + px(12) + banner_height(model)};
    const ImVec2 high{low.x + size.x + px(20), low.y + size.y + px(8)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, color(palette().panel, 0.94f), px(6));
    list.AddRect(low, high, color(palette().accent, 0.6f), px(6));
    list.AddText(font, font->FontSize, {low.x + px(10), low.y + px(4)}, color(palette().text), words, nullptr,
                 room);
}

} // namespace

void map_tools(const Model& model, Commands& commands) {
    const float size = px(32);
    const auto n = static_cast<float>(kTools.size());
    const ImVec2 window = ImGui::GetWindowPos();
    const ImVec2 corner{window.x + ImGui::GetWindowWidth() - size - px(12),
                        window.y + px(20) + banner_height(model) + 3 * size};
    if (!model.table() || model.view.map_size.width < 1) return;
    if (corner.y + n * size + px(48) < window.y + ImGui::GetWindowHeight()) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(corner, {corner.x + size, corner.y + n * size}, color(palette().panel, 0.94f),
                           px(6));
        list.AddRect(corner, {corner.x + size, corner.y + n * size}, color(palette().line), px(6));
        ui::name_box("tool buttons", corner, {corner.x + size, corner.y + n * size});
        for (std::size_t i = 0; i < kTools.size(); ++i)
            tool_button(model, kTools[i], {corner.x + px(2), corner.y + static_cast<float>(i) * size + px(2)},
                        commands);
    }
    tool_hint(model);
}

} // namespace app
