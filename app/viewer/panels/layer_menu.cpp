#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr const char* kPopup = "layer menu";
constexpr float kWidth = 216;

/// A line of the menu; choosing it closes the menu.
bool entry(const char* name, const char* words, bool enabled, Commands& commands) {
    const ImGuiSelectableFlags flags = enabled ? ImGuiSelectableFlags_None : ImGuiSelectableFlags_Disabled;
    const bool chosen = ImGui::Selectable(words, false, flags, {0, px(24)});
    ui::name_item(std::string("menu/") + name);
    if (chosen) commands.emplace_back(ShowLayerMenu{std::nullopt});
    return chosen;
}

void common_entries(const Model& model, LayerRef layer, Commands& commands) {
    const bool names = layer.kind == LayerKind::labels || layer.kind == LayerKind::graticule;
    if (!names && entry("zoom", text::kZoomToLayer, extent_of(model, layer).has_value(), commands))
        commands.emplace_back(ZoomToLayer{layer});
    const auto what = export_of(layer);
    if (what && entry("export", text::kExportLayer, is_visible(model.study, layer), commands)) {
        commands.emplace_back(ShowDialog{PathDialog::Kind::export_layer, *what});
    }
}

void opacity(const Model& model, LayerRef layer, Commands& commands) {
    const auto value = opacity_of(model.study, layer);
    if (!value) return;
    ui::caption(text::kOpacity);
    float percent = *value * 100;
    if (ui::slider("menu/opacity", &percent, 5, 100, "%.0f %%"))
        commands.emplace_back(SetLayerOpacity{layer.kind, percent / 100, layer.at});
}

void colors(const geo::ReferenceSpec& spec, std::size_t at, Commands& commands) {
    ui::caption(text::kColor);
    for (std::size_t i = 0; i < geo::kReferenceColors.size(); ++i) {
        const geo::Rgba tint = geo::kReferenceColors[i];
        if (i > 0) ImGui::SameLine(0, px(8));
        const std::string name = fmt::format("menu/colour {}", i + 1);
        const ImVec2 low = ImGui::GetCursorScreenPos();
        const float side = px(24);
        if (ImGui::InvisibleButton(name.c_str(), {side, side})) {
            geo::ReferenceSpec changed = spec;
            changed.color = tint;
            commands.emplace_back(SetReference{at, changed});
        }
        ui::name_item(name);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled({low.x + px(3), low.y + px(3)}, {low.x + side - px(3), low.y + side - px(3)},
                           color(tint), px(3));
        const bool lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
        if (spec.color == tint || lit)
            list.AddRect(low, {low.x + side, low.y + side}, color(lit ? palette().accent : palette().text),
                         px(5), 0, px(1.5f));
    }
}

void label_choice(const geo::ReferenceSpec& spec, std::size_t at, const geo::DrawnReference* drawn,
                  Commands& commands) {
    if (!drawn || drawn->fields.empty()) return;
    ui::caption(text::kLabelField);
    std::vector<std::string> names{text::kNoLabels};
    names.insert(names.end(), drawn->fields.begin(), drawn->fields.end());
    const auto known = std::find(drawn->fields.begin(), drawn->fields.end(), spec.label_field);
    const int current =
        known == drawn->fields.end() ? 0 : static_cast<int>(known - drawn->fields.begin()) + 1;
    const auto chosen = ui::choice("menu/names", names, current);
    if (!chosen) return;
    geo::ReferenceSpec changed = spec;
    changed.label_field = *chosen == 0 ? "" : names[static_cast<std::size_t>(*chosen)];
    commands.emplace_back(SetReference{at, changed});
}

void reference_entries(const Model& model, std::size_t at, Commands& commands) {
    const std::vector<geo::ReferenceSpec>& references = model.study.map->references;
    if (at >= references.size()) return;
    const geo::ReferenceSpec& spec = references[at];
    if (entry("up", text::kMoveUp, at + 1 < references.size(), commands))
        commands.emplace_back(MoveReference{at, 1});
    if (entry("down", text::kMoveDown, at > 0, commands)) commands.emplace_back(MoveReference{at, -1});
    if (entry("remove", text::kRemoveLayer, true, commands)) commands.emplace_back(RemoveReference{at});
    ImGui::Separator();
    colors(spec, at, commands);
    ui::caption(text::kLineWidth);
    float width = spec.width_px;
    if (ui::slider("menu/width", &width, geo::kReferenceWidths[0], geo::kReferenceWidths[1], "%.1f px")) {
        geo::ReferenceSpec changed = spec;
        changed.width_px = width;
        commands.emplace_back(SetReference{at, changed});
    }
    label_choice(spec, at, model.run.snapshot ? model.run.snapshot->reference(spec.path) : nullptr, commands);
}

/// What gives the discs their colours: the category, the date, or the values of any column of the file.
void color_choice(const Model& model, Commands& commands) {
    if (!model.table()) return;
    using Kind = geo::ColorBy::Kind;
    std::vector<geo::ColorBy> choices{{Kind::category, ""}, {Kind::date, ""}};
    std::vector<std::string> items{text::kColorByCategory, text::kColorByDate};
    for (const geo::Column& column : model.table()->columns) {
        choices.push_back({Kind::column, column.name});
        items.push_back(column.name);
    }
    const geo::ColorBy& now = model.study.map->color_by;
    if (std::find(choices.begin(), choices.end(), now) == choices.end()) { // a study's, of another file
        choices.push_back(now);
        items.push_back(now.column);
    }
    const auto current = std::find(choices.begin(), choices.end(), now) - choices.begin();
    ui::caption(text::kColorBy);
    const auto chosen = ui::choice("menu/colour by", items, static_cast<int>(current), text::kColorByHelp);
    if (chosen) commands.emplace_back(SetColorBy{choices[static_cast<std::size_t>(*chosen)]});
}

void entries(const Model& model, LayerRef layer, Commands& commands) {
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ui::fitted_text(name_of(model.study, layer), px(kWidth));
    ImGui::PopStyleColor();
    ImGui::PopFont();
    const char* eye = is_visible(model.study, layer) ? text::kHide : text::kShow;
    if (entry("eye", eye, true, commands)) commands.emplace_back(ToggleLayer{layer});
    common_entries(model, layer, commands);
    if (layer.kind == LayerKind::reference) reference_entries(model, layer.at, commands);
    if (layer.kind == LayerKind::backdrop && entry("remove", text::kRemoveLayer, true, commands))
        commands.emplace_back(SetBackdrop{std::nullopt});
    if (layer.kind == LayerKind::incidents && model.study.map) {
        bool by_deaths = model.study.map->size_by_deaths;
        if (ui::checkbox("menu/size", text::kSizeByDeaths, &by_deaths))
            commands.emplace_back(SetSizeByDeaths{by_deaths});
        color_choice(model, commands);
    }
    opacity(model, layer, commands);
}

/// Under its row, or as far above as it takes to be seen whole: as high as its entries were a frame ago (Dear
/// ImGui keeps a menu unseen until it knows its size).
void place_menu(const Model& model, LayerRef layer, float height) {
    const auto row = ui::item_box("menu " + name_of(model.study, layer));
    const float screen = ImGui::GetIO().DisplaySize.y, margin = px(8);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {px(kWidth + 24), screen - 2 * margin});
    if (!row) return;
    const float under = row->y + row->height + px(2), lowest = screen - height - margin;
    ImGui::SetNextWindowPos({row->x, std::max(std::min(under, lowest), margin)});
}

} // namespace

void layer_menu(const Model& model, Commands& commands) {
    const std::optional<LayerRef> layer = model.view.layer_menu;
    const bool opens = layer && !ImGui::IsPopupOpen(kPopup);
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const ImGuiID height = ImGui::GetID("height of the layer menu");
    if (opens) memory.SetFloat(height, 0);
    if (layer) place_menu(model, *layer, memory.GetFloat(height));
    if (opens) ImGui::OpenPopup(kPopup);
    ImGui::SetNextWindowSize({px(kWidth + 24), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{px(12), px(10)});
    if (ImGui::BeginPopup(kPopup)) {
        if (layer)
            entries(model, *layer, commands);
        else
            ImGui::CloseCurrentPopup();
        memory.SetFloat(height, ImGui::GetWindowHeight());
        const ImVec2 low = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
        ui::name_box("layer menu", low, {low.x + size.x, low.y + size.y});
        ImGui::EndPopup();
    } else if (layer && !opens) {
        commands.emplace_back(ShowLayerMenu{std::nullopt}); // clicked away
    }
    ImGui::PopStyleVar();
}

} // namespace app
