#include <fmt/format.h>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

struct LayerRow {
    LayerKind kind;
    const char* name;
    bool visible;
    const float* opacity; ///< nullptr: the layer has none
};

void opacity_slider(const LayerRow& row, Commands& commands) {
    float percent = *row.opacity * 100;
    ImGui::SameLine(px(128));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{px(6), px(2)});
    ImGui::PushFont(ui_fonts().caption);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(3));
    const std::string name = std::string("opacity ") + row.name;
    if (ui::slider(name.c_str(), &percent, 5, 100, "%.0f %%"))
        commands.emplace_back(SetLayerOpacity{row.kind, percent / 100});
    ui::tooltip(text::kOpacity);
    ImGui::PopFont();
    ImGui::PopStyleVar();
}

void layer_row(const LayerRow& row, Commands& commands) {
    const std::string name = std::string("eye ") + row.name;
    const float bottom = ImGui::GetCursorPosY() + px(32);
    const char* eye = row.visible ? icon_or(icon::eye, "o") : icon_or(icon::eye_off, "-");
    if (ui::icon_button(name.c_str(), eye, text::kShowLayer, true, row.visible))
        commands.emplace_back(SetLayerVisible{row.kind, !row.visible});
    ImGui::SameLine(0, px(4));
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, color(row.visible ? palette().text : palette().faint));
    ImGui::TextUnformatted(row.name);
    ImGui::PopStyleColor();
    if (row.opacity && row.visible) opacity_slider(row, commands);
    ImGui::SetCursorPosY(bottom);
}

} // namespace

void layers_panel(const Model& model, Commands& commands) {
    const geo::MapSpec map = model.study.map.value_or(geo::MapSpec{});
    ui::section(text::kLayers);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(2)});
    layer_row({LayerKind::incidents, text::kIncidents, map.show_incidents, &map.incident_opacity}, commands);
    layer_row(
        {LayerKind::density, text::kDensity, map.show_density && model.study.density, &map.density_opacity},
        commands);
    layer_row({LayerKind::border, text::kBorder, map.show_border, nullptr}, commands);
    layer_row({LayerKind::areas, text::kProvinces, map.show_areas, nullptr}, commands);
    layer_row({LayerKind::labels, text::kNames, map.show_labels, nullptr}, commands);
    ImGui::PopStyleVar();
}

} // namespace app
