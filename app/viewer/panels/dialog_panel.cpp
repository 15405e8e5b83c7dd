#include <imgui.h>

#include <imgui_stdlib.h>

#include <filesystem>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using Kind = PathDialog::Kind;

const char* title_of(Kind kind) {
    if (kind == Kind::open) return text::kOpenTitle;
    if (kind == Kind::save_rejects) return text::kSaveRejectsTitle;
    if (kind == Kind::add_reference) return text::kAddReferenceTitle;
    if (kind == Kind::add_backdrop) return text::kAddBackdropTitle;
    if (kind == Kind::districts) return text::kDistrictsTitle;
    if (kind == Kind::population) return text::kPopulationTitle;
    return text::kSaveTitle;
}

/// Dialogs that read a file; the others write one.
bool opens(Kind kind) {
    return kind == Kind::open || kind == Kind::add_reference || kind == Kind::add_backdrop ||
           kind == Kind::districts || kind == Kind::population;
}

void path_field(const PathDialog& dialog, Commands& commands) {
    std::string path = dialog.path;
    ImGui::SetNextItemWidth(-FLT_MIN);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    if (ImGui::InputTextWithHint("##path", text::kPath, &path)) commands.emplace_back(EditPath{path});
    ui::name_item("path");
}

void listing(const PathDialog& dialog, Commands& commands) {
    const PathFacts& facts = dialog.facts;
    ImGui::BeginChild("listing", {0, 7 * ImGui::GetTextLineHeightWithSpacing()}, false,
                      ImGuiWindowFlags_NavFlattened);
    const std::filesystem::path folder = facts.folder;
    const auto entry = [&](const char* sign, const std::string& name, const std::string& target, bool file) {
        const std::string label =
            std::string(sign) + "  " + ui::fitted(name, ImGui::GetContentRegionAvail().x - px(32));
        const bool clicked =
            ui::shaped_selectable(label, name, dialog.path == target, ImGuiSelectableFlags_AllowDoubleClick);
        ui::name_item("entry " + name);
        const bool entered = ui::has_ring() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)) &&
                             file && opens(dialog.kind);
        if (clicked || entered) commands.emplace_back(EditPath{target});
        if (entered) commands.emplace_back(AcceptDialog{});
        if (clicked && !entered && file && opens(dialog.kind) &&
            ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
            commands.emplace_back(AcceptDialog{});
    };
    if (folder.has_parent_path() && folder != folder.root_path())
        entry(icon_or(icon::up, "^"), text::kParentFolder, (folder.parent_path() / "").string(), false);
    for (const FolderEntry& item : facts.entries)
        if (item.is_folder)
            entry(icon_or(icon::folder, "/"), item.name, (folder / item.name / "").string(), false);
        else
            entry(icon_or(icon::file, " "), item.name, (folder / item.name).string(), true);
    ImGui::EndChild();
}

/// What stands in the way, or what the user should know.
const char* remark(const PathDialog& dialog) {
    if (dialog.facts.is_folder) return opens(dialog.kind) ? "" : text::kIsFolder;
    if (opens(dialog.kind)) return dialog.facts.exists ? "" : text::kNoSuchFile;
    return dialog.facts.exists ? text::kWillReplace : "";
}

const char* verb(const PathDialog& dialog) {
    if (dialog.kind == Kind::open) return text::kOpen;
    if (opens(dialog.kind)) return text::kAdd;
    if (dialog.facts.exists && !dialog.facts.is_folder) return text::kReplace;
    return text::kSave;
}

void buttons(const PathDialog& dialog, Commands& commands) {
    const bool ready =
        !dialog.path.empty() && !dialog.facts.is_folder && (!opens(dialog.kind) || dialog.facts.exists);
    const float right = ImGui::GetContentRegionMax().x;
    ImGui::AlignTextToFramePadding();
    ui::caption(remark(dialog));
    ImGui::SameLine(right - 2 * px(96) - px(8));
    if (ui::button("dialog cancel", text::kCancel, ui::Look::plain, true, px(96)))
        commands.emplace_back(CloseDialog{});
    ImGui::SameLine(0, px(8));
    if (ui::button("dialog accept", verb(dialog), ui::Look::primary, ready, px(96)))
        commands.emplace_back(AcceptDialog{});
}

} // namespace

void dialog_panel(const Model& model, Commands& commands) {
    constexpr const char* kPopup = "path dialog";
    const PathDialog& dialog = model.view.dialog;
    const bool wanted = dialog.kind != Kind::none && dialog.kind != Kind::export_layer;
    if (wanted && !ImGui::IsPopupOpen(kPopup)) ImGui::OpenPopup(kPopup);
    if (ui::begin_dialog(kPopup, 560)) {
        ImGui::PushFont(ui_fonts().title);
        ImGui::TextUnformatted(title_of(dialog.kind));
        ImGui::PopFont();
        if (dialog.kind == Kind::save_rejects) ui::hint(text::kFormatsRejects);
        if (dialog.kind == Kind::add_reference) ui::hint(text::kReferenceFormats);
        if (dialog.kind == Kind::add_backdrop) ui::hint(text::kBackdropFormats);
        if (dialog.kind == Kind::districts) ui::hint(text::kDistrictsHint);
        if (dialog.kind == Kind::population) ui::hint(text::kPopulationHint);
        path_field(dialog, commands);
        listing(dialog, commands);
        buttons(dialog, commands);
        if (!wanted) ImGui::CloseCurrentPopup();
        ui::end_dialog();
    }
}

} // namespace app
