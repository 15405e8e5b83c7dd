#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

/// Text with a halo, so that it is read over any part of the map.
void over_map(ImDrawList& list, ImVec2 at, std::string_view words) {
    ImFont* font = ui_fonts().caption;
    for (const ImVec2 d : {ImVec2{-1, 0}, ImVec2{1, 0}, ImVec2{0, -1}, ImVec2{0, 1}})
        ui::text_at(list, font, {at.x + d.x, at.y + d.y}, color(palette().panel, 0.7f), words);
    ui::text_at(list, font, at, color(palette().text), words);
}

/// The sources on one line, all of them in a tooltip; right-aligned. Returns its upper edge.
float sources(ImDrawList& list, const Model& model, ImVec2 corner, float width) {
    ImFont* font = ui_fonts().caption;
    std::string line, all;
    for (const std::string& source : model.scene.text.attributions) {
        line += (line.empty() ? "" : "  \xc2\xb7  ") + source;
        all += (all.empty() ? "" : "\n") + source;
    }
    if (line.empty()) return corner.y;
    ImGui::PushFont(font);
    line = ui::fitted(line, width);
    ImGui::PopFont();
    const ImVec2 low{corner.x - ui::text_size(font, line).x - px(12), corner.y - px(22)};
    list.AddRectFilled(low, corner, color(palette().panel, 0.85f), px(4));
    ui::text_at(list, font, {low.x + px(6), low.y + px(2)}, color(palette().faint), line);
    ImGui::SetCursorScreenPos(low);
    ImGui::InvisibleButton("sources", {corner.x - low.x, corner.y - low.y});
    ui::name_item("sources");
    ui::tooltip(all.c_str());
    return low.y;
}

void bar(ImDrawList& list, const Model& model, ImVec2 corner) {
    const ScaleBar scale = scale_bar(ground_metres_per_pixel(model.view.camera), double{px(120)});
    if (scale.px <= 0) return;
    const auto width = static_cast<float>(scale.px);
    const ImVec2 left{corner.x - width, corner.y}, right = corner;
    const std::string words = scale.metres < 1000
                                  ? fmt::format("{:g} m", scale.metres)
                                  : count_text(static_cast<std::uint64_t>(scale.metres / 1000)) + " km";
    const ImU32 ink = color(palette().text), halo = color(palette().panel, 0.7f);
    for (const auto& [tint, thick] : {std::pair{halo, px(5)}, std::pair{ink, px(2)}}) {
        list.AddLine(left, right, tint, thick);
        list.AddLine({left.x, left.y - px(5)}, left, tint, thick);
        list.AddLine({right.x, right.y - px(5)}, right, tint, thick);
    }
    over_map(list, {left.x + (width - ui::text_size(ui_fonts().caption, words).x) / 2, left.y - px(20)},
             words);
}

/// Nobody must take made-up data for real: a strip across the top of the map, as on exported pictures.
void banner(ImDrawList& list, const Model& model, ImVec2 window, float width) {
    const std::string& words = model.scene.text.banner;
    if (words.empty()) return;
    const ImVec2 size = ui::text_size(ui_fonts().text, words);
    const ImVec2 high{window.x + width, window.y + banner_height(model)};
    list.AddRectFilled(window, high, IM_COL32(0xA6, 0x3A, 0x00, 255));
    ui::text_at(list, ui_fonts().text, {window.x + (width - size.x) / 2, window.y + px(4)}, IM_COL32_WHITE,
                words);
    ui::name_box("banner", window, high);
}

} // namespace

float banner_height(const Model& model) { return model.scene.text.banner.empty() ? 0 : px(28); }

void map_corner(const Model& model) {
    const ImVec2 window = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 corner{window.x + size.x - px(12), window.y + size.y - px(12)};
    const float top = sources(list, model, corner, std::min(px(440), size.x - px(40)));
    bar(list, model, {corner.x - px(4), top - px(10)});
    banner(list, model, window, size.x);
}

} // namespace app
