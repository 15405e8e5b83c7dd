#include <imgui.h>

#include <imgui_stdlib.h>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/viewer/panels/export_parts.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

bool can_take(const Model& model, Take take) {
    if (take == Take::strip) return model.study.strip.has_value();
    if (take == Take::hot_spots) return model.study.hot_spots.has_value();
    if (take == Take::change) return model.study.before_after.has_value();
    if (take == Take::change_districts) return model.study.before_after && !model.study.districts.path.empty();
    if (take == Take::trend) return model.study.trend.has_value();
    if (take == Take::clusters || take == Take::cluster_hulls) return model.study.clusters.has_value();
    if (take == Take::districts) return has_district_counts(model.study);
    return (take != Take::contours && take != Take::grid) || model.study.density.has_value();
}

void name_field(const ExportDraft& draft, Take take, bool focused, Commands& commands) {
    std::string name = draft.file(take).name;
    const std::string id = std::string("name ") + name_of_take(take);
    ImGui::SetNextItemWidth(-FLT_MIN);
    if (focused && ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    if (ImGui::InputTextWithHint(("##" + id).c_str(), text::kFileName, &name))
        commands.emplace_back(NameTake{take, name});
    ui::name_item(id);
}

void format_choice(const ExportDraft& draft, Take take, Commands& commands) {
    const std::vector<std::string> endings = endings_of(take);
    if (endings.empty()) return;
    const std::string& name = draft.file(take).name;
    const auto now = std::find(endings.begin(), endings.end(), geo::ending_of(name));
    const int current = now == endings.end() ? -1 : static_cast<int>(now - endings.begin());
    const auto chosen = ui::choice((std::string("format ") + name_of_take(take)).c_str(), endings, current);
    if (chosen)
        commands.emplace_back(NameTake{take, with_ending(name, endings[static_cast<std::size_t>(*chosen)])});
}

void right_caption(const std::string& words) {
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(ui_fonts().caption);
    const float wide = ImGui::CalcTextSize(words.c_str()).x, room = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, room - wide));
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ui::fitted_text(words, room);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

/// One line for each thing that can be taken: what, into which file, in which format, how much it holds.
void file_rows(const Model& model, Commands& commands) {
    const ExportDraft& draft = model.view.exporter;
    if (!ImGui::BeginTable("takes", 4)) return;
    ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthFixed, px(196));
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("format", ImGuiTableColumnFlags_WidthFixed, px(104));
    ImGui::TableSetupColumn("holds", ImGuiTableColumnFlags_WidthFixed, px(218));
    bool first = true;
    for (const Take take : kTakes) {
        bool wanted = draft.file(take).wanted;
        ImGui::TableNextRow(0, px(32));
        ImGui::TableNextColumn();
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(3));
        ImGui::BeginDisabled(!can_take(model, take));
        if (ui::checkbox((std::string("take ") + name_of_take(take)).c_str(),
                         text::kTakeNames[static_cast<std::size_t>(take)], &wanted))
            commands.emplace_back(WantTake{take, wanted});
        ImGui::EndDisabled();
        ImGui::TableNextColumn();
        if (draft.file(take).wanted) name_field(draft, take, std::exchange(first, false), commands);
        ImGui::TableNextColumn();
        if (draft.file(take).wanted) format_choice(draft, take, commands);
        ImGui::TableNextColumn();
        if (draft.file(take).wanted) right_caption(holds_words(model, take));
    }
    ImGui::EndTable();
}

/// Period, filter and counts, and whose data it is.
void included(const Model& model) {
    ImGui::Spacing();
    ui::section(text::kTravels);
    if (model.view.exporter.rows) ui::hint(fmt::format(text::kMarkedOnly, model.view.exporter.rows->words));
    if (model.run.snapshot) {
        for (const std::string& words : geo::map_subtitle(model.study, *model.run.snapshot)) ui::hint(words);
        for (const std::string& words : geo::attributions_of(*model.run.snapshot)) ui::hint(words);
        if (model.view.exporter.file(Take::picture).wanted || model.view.exporter.file(Take::report).wanted)
            for (const std::string& words : geo::own_layer_sources(model.study, *model.run.snapshot))
                ui::hint(words);
    }
    ui::hint(text::kTravelsWords);
}

std::string names_of(const std::vector<std::string>& paths) {
    std::string names;
    for (const std::string& path : paths)
        names += (names.empty() ? "" : ", ") + std::filesystem::path(path).filename().string();
    return names;
}

/// What stands in the way, or what will happen to files and folders.
void remark(const ExportDraft& draft, const std::string& fault) {
    std::string words = fault;
    if (words.empty() && !draft.facts.existing.empty())
        words = fmt::format(text::kWillReplaceFiles, names_of(draft.facts.existing));
    if (words.empty() && !draft.facts.folder_exists) words = text::kNewFolder;
    ImGui::PushStyleColor(ImGuiCol_Text, color(fault.empty() ? palette().faint : palette().error));
    ui::fitted_text(words, ImGui::GetContentRegionAvail().x);
    ImGui::PopStyleColor();
    ui::name_item("export remark");
}

void buttons(const Model& model, const std::string& fault, Commands& commands) {
    const ExportDraft& draft = model.view.exporter;
    const std::size_t n = jobs_of(draft).size();
    const std::string verb = !draft.facts.existing.empty() ? text::kReplaceFiles
                             : n > 1                       ? fmt::format(text::kExportFiles, n)
                                                           : text::kExport;
    if (ui::button("copy command", text::kCopyCommand, ui::Look::plain, fault.empty()))
        copy_commands(model, jobs_of(draft), commands);
    ui::tooltip(text::kCopyCommandTip);
    ImGui::SameLine(ImGui::GetContentRegionMax().x - px(96 + 160 + 8));
    if (ui::button("dialog cancel", text::kCancel, ui::Look::plain, true, px(96)))
        commands.emplace_back(CloseDialog{});
    ImGui::SameLine(0, px(8));
    if (ui::button("dialog accept", verb.c_str(), ui::Look::primary, fault.empty(), px(160)))
        commands.emplace_back(AcceptDialog{});
}

/// As high as it needs, or as the window leaves: then it scrolls, and the buttons below stay in sight.
void content(const Model& model, Commands& commands) {
    static float needed = 0; // as the last frame found it
    const float room = ImGui::GetIO().DisplaySize.y - px(32) - ImGui::GetCursorPosY() - px(92);
    ImGui::BeginChild("content", {0, std::min(needed > 0 ? needed : px(400), room)}, false,
                      ImGuiWindowFlags_NavFlattened);
    file_rows(model, commands);
    export_options(model, commands);
    included(model);
    needed = ImGui::GetCursorPosY();
    ImGui::EndChild();
}

} // namespace

void export_dialog(const Model& model, Commands& commands) {
    constexpr const char* kPopup = "export dialog";
    const bool wanted = model.view.dialog.kind == PathDialog::Kind::export_layer;
    if (wanted && !ImGui::IsPopupOpen(kPopup)) ImGui::OpenPopup(kPopup);
    if (!wanted && !ImGui::IsPopupOpen(kPopup)) return;
    if (!ui::begin_dialog(kPopup, 840)) return;
    ImGui::PushFont(ui_fonts().title);
    ImGui::TextUnformatted(text::kExportTitle);
    ImGui::PopFont();
    content(model, commands);
    const std::string fault = fault_of(model, model.view.exporter);
    remark(model.view.exporter, fault);
    buttons(model, fault, commands);
    if (!wanted) ImGui::CloseCurrentPopup();
    ui::end_dialog();
}

} // namespace app
