#include <fmt/format.h>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr float kRow = 32, kButton = 28, kSliderFrom = 116;

/// A row and its words; the ends of the row are where the menu button and the slider stand.
struct Row {
    LayerRef layer;
    std::string name;
    bool visible;
    float width;
};

/// Layers of the map itself have their opacity in the row where it is wide enough; files of the user's own need
/// the room for their names. The menu has it always.
bool has_slider(const Row& row) {
    constexpr float kLeast = 72;
    if (row.width < px(kSliderFrom + kLeast + kButton + 4)) return false;
    return row.visible && (row.layer.kind == LayerKind::incidents || row.layer.kind == LayerKind::density ||
                           row.layer.kind == LayerKind::hot_spots || row.layer.kind == LayerKind::clusters ||
                           row.layer.kind == LayerKind::districts ||
                           row.layer.kind == LayerKind::change);
}

void opacity_slider(const Row& row, float opacity, Commands& commands) {
    const float room = row.width - px(kSliderFrom + kButton + 4);
    float percent = opacity * 100;
    ImGui::SameLine(px(12 + kSliderFrom));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{px(6), px(2)});
    ImGui::PushFont(ui_fonts().caption);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(3));
    if (ui::slider(("opacity " + row.name).c_str(), &percent, 5, 100, "%.0f %%", false, room))
        commands.emplace_back(SetLayerOpacity{row.layer.kind, percent / 100, row.layer.at});
    ui::tooltip(text::kOpacity);
    ImGui::PopFont();
    ImGui::PopStyleVar();
}

/// The colour of a reference layer; a warning where its file could not be read.
void mark(const Model& model, const Row& row) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (row.layer.kind == LayerKind::reference) {
        const geo::Rgba tint = model.study.map->references[row.layer.at].color;
        list.AddRectFilled({at.x, at.y + px(8)}, {at.x + px(12), at.y + px(20)},
                           color(tint, row.visible ? 1 : 0.4f), px(2));
    } else {
        ui::text_at(list, ui_fonts().text, {at.x - px(1), at.y + px(4)}, color(palette().faint),
                    icon_or(icon::picture, "#"));
    }
    ImGui::Dummy({px(12), px(kButton)});
    ImGui::SameLine(0, px(6));
}

bool was_read(const Model& model, LayerRef layer) {
    if (model.run.busy || !model.run.snapshot) return true;
    if (layer.kind == LayerKind::reference)
        return model.run.snapshot->reference(model.study.map->references[layer.at].path) != nullptr;
    return layer.kind != LayerKind::backdrop || model.run.snapshot->backdrop.value != nullptr;
}

void row_name(const Model& model, const Row& row) {
    const bool own = row.layer.kind == LayerKind::reference || row.layer.kind == LayerKind::backdrop;
    if (own) mark(model, row);
    const bool read = was_read(model, row.layer);
    const float taken = kButton + 4 + (own ? 18.0F : 0.0F) + kButton + 4;
    const float room = has_slider(row) ? px(kSliderFrom - kButton - 8) : row.width - px(taken);
    ImGui::AlignTextToFramePadding();
    const geo::Rgba tint = !read ? palette().error : row.visible ? palette().text : palette().faint;
    ImGui::PushStyleColor(ImGuiCol_Text, color(tint));
    ui::fitted_text(row.name, room);
    ImGui::PopStyleColor();
    ui::name_item("layer " + row.name);
    if (!read) ui::tooltip(text::kNotRead);
}

void layer_row(const Model& model, LayerRef layer, Commands& commands) {
    const Row row{layer, name_of(model.study, layer), is_visible(model.study, layer),
                  ImGui::GetContentRegionAvail().x};
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float top = ImGui::GetCursorPosY();
    const float left = ImGui::GetCursorPosX();
    if (model.view.focused_layer == layer || model.view.layer_menu == layer)
        ImGui::GetWindowDrawList()->AddRect({corner.x - px(4), corner.y - px(1)},
                                            {corner.x + row.width + px(4), corner.y + px(kButton + 1)},
                                            color(palette().accent), px(5), 0, px(1.5f));
    ImGui::PushID(row.name.c_str());
    ImGui::PushID(static_cast<int>(layer.at));
    const char* eye = row.visible ? icon_or(icon::eye, "o") : icon_or(icon::eye_off, "-");
    if (ui::icon_button(("eye " + row.name).c_str(), eye, text::kShowLayer, true, row.visible))
        commands.emplace_back(ToggleLayer{layer});
    ImGui::SameLine(0, px(4));
    row_name(model, row);
    if (has_slider(row)) opacity_slider(row, *opacity_of(model.study, layer), commands);
    ImGui::SetCursorPos({left + row.width - px(kButton), top});
    if (ui::icon_button(("menu " + row.name).c_str(), icon_or(icon::dots, ":"), text::kLayerMenu))
        commands.emplace_back(ShowLayerMenu{layer});
    ImGui::PopID();
    ImGui::PopID();
    ImGui::SetCursorPosY(top + px(kRow));
}

/// Under "Names": in which language.
void language_choice(const Model& model, Commands& commands) {
    if (!model.study.map || !model.study.map->show_labels) return;
    const std::vector<std::string> names(std::begin(text::kLanguages), std::end(text::kLanguages));
    ImGui::Indent(px(kButton + 4));
    ImGui::PushItemWidth(-FLT_MIN);
    const auto chosen = ui::choice("language", names, static_cast<int>(model.study.map->label_language));
    if (chosen) commands.emplace_back(SetLabelLanguage{static_cast<geo::LabelLanguage>(*chosen)});
    ui::tooltip(text::kLanguageHelp);
    ImGui::PopItemWidth();
    ImGui::Unindent(px(kButton + 4));
    ImGui::Dummy({0, px(2)});
}

void add_button(const char* name, const char* words, const char* help, PathDialog::Kind kind,
                Commands& commands) {
    const std::string label = std::string(icon_or(icon::plus, "+")) + "   " + words;
    if (ui::button(name, label.c_str(), ui::Look::quiet)) commands.emplace_back(ShowDialog{kind});
    ui::tooltip(help);
}

} // namespace

void layers_panel(const Model& model, Commands& commands) {
    ui::section(text::kLayers);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(2)});
    for (const LayerRef layer : layer_rows(model.study)) {
        layer_row(model, layer, commands);
        if (layer.kind == LayerKind::labels) language_choice(model, commands);
    }
    const bool has_backdrop = model.study.map && model.study.map->backdrop;
    add_button("add reference", text::kAddReference, text::kReferenceHelp, PathDialog::Kind::add_reference,
               commands);
    add_button("add backdrop", has_backdrop ? text::kReplaceBackdrop : text::kAddBackdrop,
               text::kBackdropHelp, PathDialog::Kind::add_backdrop, commands);
    ImGui::PopStyleVar();
    layer_menu(model, commands);
}

} // namespace app
