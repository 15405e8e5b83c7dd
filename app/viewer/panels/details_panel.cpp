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
constexpr std::array<TabName, 9> kTabs{{{Tab::incident, text::kIncident},
                                        {Tab::density, text::kDensity},
                                        {Tab::border, text::kBorder},
                                        {Tab::strip, text::kStrip},
                                        {Tab::hot_spots, text::kHotSpots},
                                        {Tab::clusters, text::kClusters},
                                        {Tab::districts, text::kDistrictCounts},
                                        {Tab::trend, text::kTrend},
                                        {Tab::compare, text::kCompareTab}}};

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

/// As many rows as the words need, about as many tabs in each; they share a row's width.
void tab_rows(const Model& model, Commands& commands) {
    constexpr float kGap = 10;
    const float width = ImGui::GetContentRegionAvail().x;
    const auto words_of = [](std::size_t first, std::size_t last) {
        float words = 0;
        for (std::size_t i = first; i < last; ++i) words += ImGui::CalcTextSize(kTabs[i].name).x;
        return words;
    };
    std::size_t per_row = kTabs.size();
    const auto fits = [&] {
        for (std::size_t first = 0; first < kTabs.size(); first += per_row) {
            const std::size_t last = std::min(first + per_row, kTabs.size());
            if (words_of(first, last) + px(kGap) * static_cast<float>(last - first) > width) return false;
        }
        return true;
    };
    for (std::size_t n_rows = 2; !fits() && per_row > 1; ++n_rows)
        per_row = (kTabs.size() + n_rows - 1) / n_rows;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, 0});
    for (std::size_t i = 0; i < kTabs.size(); ++i) {
        const std::size_t first = i / per_row * per_row, last = std::min(first + per_row, kTabs.size());
        const float room = (width - words_of(first, last)) / static_cast<float>(last - first);
        tab_button(kTabs[i], kTabs[i].tab == model.view.tab, ImGui::CalcTextSize(kTabs[i].name).x + room,
                   commands);
        if (i + 1 < last) ImGui::SameLine(0, 0);
    }
    ImGui::PopStyleVar();
}

} // namespace

void details_panel(const Model& model, Commands& commands) {
    ImGui::PushFont(ui_fonts().caption); // there are many
    tab_rows(model, commands);
    const ImVec2 end = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(end, {end.x + ImGui::GetContentRegionAvail().x, end.y},
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
    case Tab::strip:
        strip_panel(model, commands);
        break;
    case Tab::hot_spots:
        hot_spot_panel(model, commands);
        break;
    case Tab::clusters:
        cluster_panel(model, commands);
        break;
    case Tab::districts:
        district_panel(model, commands);
        break;
    case Tab::trend:
        trend_panel(model, commands);
        break;
    case Tab::compare:
        before_after_panel(model, commands);
        break;
    }
}

} // namespace app
