#include <algorithm>
#include <array>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

struct TabName {
    Tab tab;
    const char* name;
};
constexpr std::array<TabName, 5> kTabs{{{Tab::incident, text::kIncident},
                                        {Tab::density, text::kDensity},
                                        {Tab::border, text::kBorder},
                                        {Tab::hot_spots, text::kHotSpots},
                                        {Tab::clusters, text::kClusters}}};

/// Room around the words: less than none where the panel is too narrow for them.
float room_beside_words(float width) {
    for (const TabName& tab : kTabs) width -= ImGui::CalcTextSize(tab.name).x;
    return width / static_cast<float>(kTabs.size());
}

void tab_button(const TabName& tab, bool current, float width, Commands& commands) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{width, px(32)};
    if (ImGui::InvisibleButton(tab.name, size)) commands.emplace_back(ShowTab{tab.tab});
    ui::name_item(std::string("tab ") + tab.name);
    const bool lit = current || ImGui::IsItemHovered();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 words = ImGui::CalcTextSize(tab.name);
    list.AddText({at.x + (size.x - words.x) / 2, at.y + px(8)}, color(lit ? palette().text : palette().faint),
                 tab.name);
    if (current)
        list.AddRectFilled({at.x, at.y + size.y - px(2)}, {at.x + size.x, at.y + size.y},
                           color(palette().accent));
}

} // namespace

void details_panel(const Model& model, Commands& commands) {
    ImGui::PushFont(ui_fonts().caption); // there are many
    const float room = room_beside_words(ImGui::GetContentRegionAvail().x);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    for (const TabName& tab : kTabs) {
        const float width = std::max(px(8), ImGui::CalcTextSize(tab.name).x + room);
        tab_button(tab, tab.tab == model.view.tab, width, commands);
        if (tab.tab != kTabs.back().tab) ImGui::SameLine(0, 0);
    }
    ImGui::GetWindowDrawList()->AddLine({start.x, start.y + px(32)},
                                        {start.x + ImGui::GetContentRegionAvail().x, start.y + px(32)},
                                        color(palette().line));
    ImGui::PopFont();
    ImGui::Dummy({0, px(4)});
    switch (model.view.tab) {
    case Tab::incident:
        incident_panel(model, commands);
        break;
    case Tab::density:
        density_panel(model, commands);
        break;
    case Tab::border:
        border_panel(model, commands);
        break;
    case Tab::hot_spots:
        hot_spot_panel(model, commands);
        break;
    case Tab::clusters:
        cluster_panel(model, commands);
        break;
    }
}

} // namespace app
