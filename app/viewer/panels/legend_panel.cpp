#include <algorithm>

#include "app/viewer/panels/legend_parts.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr float kMaxWidth = 368, kMaxShare = 0.68f, kPad = 10;

float height_of(const geo::LegendSection& section) {
    const float title = section.title.empty() ? 0 : kLegendLine;
    return px(title + kLegendLine * static_cast<float>(section.items.size())) + legend_ramp_height(section);
}

/// Draws the section from `y` down; returns where it ends.
float draw_section(const geo::LegendSection& section, ImVec2 at, float width, float beside_title,
                   const Model& model, Commands& commands) {
    if (!section.title.empty()) {
        ui::text_at(*ImGui::GetWindowDrawList(), ui_fonts().caption, at, color(palette().text),
                    ui::fitted(section.title, width - beside_title));
        at.y += px(kLegendLine);
    }
    legend_ramp(section, at, width);
    at.y += legend_ramp_height(section);
    for (const geo::LegendItem& item : section.items) {
        legend_line(model, section, item, at, width, commands);
        at.y += px(kLegendLine);
    }
    return at.y;
}

/// The sections from the top that fit into `room`, and the height they take.
std::pair<std::size_t, float> sections_within(const Model& model, float room) {
    float height = px(2 * kPad - 8);
    std::size_t n = 0;
    for (const geo::LegendSection& section : model.scene.legend) {
        const float taller = height + height_of(section) + px(8);
        if (taller > room) break;
        height = taller;
        ++n;
    }
    return {n, height};
}

/// As wide as its longest line, within reason.
float width_of(const Model& model, float most) {
    ImFont* font = ui_fonts().caption;
    float widest = px(180);
    for (const geo::LegendSection& section : model.scene.legend) {
        widest = std::max(widest, ui::text_size(font, section.title).x + px(24));
        for (const geo::LegendItem& item : section.items)
            widest = std::max(widest, ui::text_size(font, item.text).x + px(24));
        for (const std::string& words : ramp_words(section))
            widest = std::max(widest, ui::text_size(font, words).x);
    }
    return std::min(widest + px(2 * kPad), most);
}

void plate(ImDrawList& list, ImVec2 low, ImVec2 high) {
    list.AddRectFilled(low, high, color(palette().panel, 0.94f), px(6));
    list.AddRect(low, high, color(palette().line), px(6));
    ui::name_box("legend", low, high);
}

void folded(ImVec2 corner, Commands& commands) {
    const ImVec2 words = ImGui::CalcTextSize(text::kLegend);
    plate(*ImGui::GetWindowDrawList(), corner, {corner.x + words.x + px(16), corner.y + px(28)});
    ImGui::SetCursorScreenPos(corner);
    if (ui::button("show legend", text::kLegend, ui::Look::quiet)) commands.emplace_back(ShowLegend{true});
}

} // namespace

void legend_panel(const Model& model, Commands& commands) {
    if (model.scene.legend.empty()) return;
    const ImVec2 window = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    // In the upper left corner: the study area lies in the lower right of its surroundings.
    // There is always room for a row of chips above, so that a click on a line that adds the first one does
    // not move the lines under the mouse.
    const float above = banner_height(model) + std::max(chips_height(model, size.x), one_row_of_chips());
    const ImVec2 low{window.x + px(12), window.y + px(12) + above};
    const bool asked_for = model.view.legend_open.value_or(false);
    const float room = size.y - px(24) - above;
    const auto [n_sections, height] =
        sections_within(model, asked_for ? room : std::min(room, size.y * kMaxShare));
    if (n_sections == 0 || !model.view.legend_open.value_or(size.x >= px(560))) {
        folded(low, commands);
        return;
    }
    const float width = width_of(model, std::min(px(kMaxWidth), size.x - px(24)));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    plate(list, low, {low.x + width, low.y + height});
    ImGui::SetCursorScreenPos({low.x + width - px(30), low.y + px(4)});
    if (ui::icon_button("hide legend", icon_or(icon::close, "x"), text::kHideLegend))
        commands.emplace_back(ShowLegend{false});
    ImGui::PushFont(ui_fonts().caption);
    ImVec2 at{low.x + px(kPad), low.y + px(kPad)};
    for (std::size_t i = 0; i < n_sections; ++i) {
        const geo::LegendSection& section = model.scene.legend[i];
        const bool stale = section.scale && !model.density_current;
        if (stale) ui::spinner({low.x + width - px(44), at.y + px(8)}, px(5), color(palette().accent));
        const float taken = i == 0 ? px(24) : stale ? px(40) : 0;
        ImGui::PushID(static_cast<int>(i));
        at.y = draw_section(section, at, width - px(2 * kPad), taken, model, commands) + px(8);
        ImGui::PopID();
    }
    ImGui::PopFont();
}

} // namespace app
