#include <fmt/format.h>

#include <filesystem>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/export_parts.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr int kButtons = 8; // icon buttons at the right end
// Widths in pixels of the design; in a narrow window the buttons have their icons alone.
constexpr float kWide = 100, kReport = 132, kIconOnly = 32, kWordsFrom = 800;

void name_and_study(const Model& model, float room) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const UiFonts& fonts = ui_fonts();
    ui::text_at(list, fonts.title, {at.x, at.y}, color(palette().text), text::kName);
    const float name = ui::text_size(fonts.title, text::kName).x + px(12);
    if (room < name) return;
    std::string study = model.study.name;
    if (!study.empty() && model.has_changes())
        study += " \xe2\x80\xa2"; // changed since it was opened or saved
    ImGui::SetCursorScreenPos({at.x + name, at.y + px(4)});
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ui::fitted_text(study, room - name);
    ImGui::PopStyleColor();
}

bool is_dark(const Model& model) { return model.study.map && model.study.map->theme == geo::Theme::dark; }

void small_buttons(const Model& model, Commands& commands) {
    const bool dark = is_dark(model);
    if (ui::icon_button("undo", icon_or(icon::undo, "<"), text::kUndo, model.history.n_undo() > 0))
        commands.emplace_back(Undo{});
    ImGui::SameLine(0, 0);
    if (ui::icon_button("redo", icon_or(icon::redo, ">"), text::kRedo, model.history.n_redo() > 0))
        commands.emplace_back(Redo{});
    ImGui::SameLine(0, 0);
    if (ui::icon_button("save", icon_or(icon::save, "S"), text::kSaveStudy, model.table() != nullptr))
        commands.emplace_back(SaveNow{});
    ImGui::SameLine(0, px(8));
    const bool open = model.table() != nullptr;
    if (ui::icon_button("table", icon_or(icon::table, "T"), text::kOpenTable, open,
                        open && model.view.table.open))
        commands.emplace_back(OpenTable{!model.view.table.open});
    ImGui::SameLine(0, 0);
    if (ui::icon_button("left side", icon_or(icon::bars, "L"), text::kLeftSide, open,
                        open && model.view.left_open))
        commands.emplace_back(ToggleSide{Side::left});
    ImGui::SameLine(0, 0);
    if (ui::icon_button("right side", icon_or(icon::info, "i"), text::kRightSide, open,
                        open && model.view.right_open))
        commands.emplace_back(ToggleSide{Side::right});
    ImGui::SameLine(0, 0);
    if (ui::icon_button("theme", dark ? icon_or(icon::sun, "*") : icon_or(icon::moon, "("),
                        dark ? text::kToLight : text::kToDark))
        commands.emplace_back(SetTheme{dark ? geo::Theme::light : geo::Theme::dark});
    ImGui::SameLine(0, 0);
    if (ui::icon_button("help", icon_or(icon::help, "?"), text::kHelpTip))
        commands.emplace_back(ShowSheet{Sheet::help});
}

/// Beside "Open": the files opened before.
void recent_menu(const Model& model, Commands& commands) {
    if (ui::icon_button("recent files", icon_or(icon::caret, "v"), text::kRecentMenu,
                        !model.settings.recent.empty()))
        ImGui::OpenPopup("recent menu");
    if (!ImGui::BeginPopup("recent menu")) return;
    for (const std::string& path : model.settings.recent) {
        const std::string name = std::filesystem::path(path).filename().string();
        if (ImGui::Selectable(fmt::format("{}##{}", name, path).c_str()))
            commands.emplace_back(OpenPath{path});
        ui::name_item("menu " + name);
        ui::tooltip(path.c_str());
    }
    ImGui::EndPopup();
}

/// The file that a menu entry would write, as the export dialog proposes it.
std::vector<ExportJob> usual_jobs(const Model& model, geo::OutputSpec::What what) {
    return jobs_of(export_draft(model, model.view.last_export, what, false));
}

/// Beside "Export": the same as a command line, and the study as a file of its own.
void export_menu(const Model& model, Commands& commands) {
    if (ui::icon_button("export menu", icon_or(icon::caret, "v"), text::kExportMenu,
                        model.table() != nullptr))
        ImGui::OpenPopup("export entries");
    if (!ImGui::BeginPopup("export entries")) return;
    const auto entry = [](const char* name, const char* words, bool enabled = true) {
        const bool chosen = ImGui::Selectable(
            words, false, enabled ? ImGuiSelectableFlags_None : ImGuiSelectableFlags_Disabled);
        ui::name_item(name);
        return chosen;
    };
    using What = geo::OutputSpec::What;
    if (entry("menu export", text::kExportEntry))
        commands.emplace_back(ShowDialog{PathDialog::Kind::export_layer});
    if (entry("menu save as", text::kSaveAs)) commands.emplace_back(ShowDialog{PathDialog::Kind::save_study});
    ImGui::Separator();
    if (entry("menu copy incidents", text::kCopyMenu[0]))
        copy_commands(model, usual_jobs(model, What::incidents), commands);
    if (entry("menu copy density", text::kCopyMenu[1], model.study.density.has_value()))
        copy_commands(model, usual_jobs(model, What::density), commands);
    if (entry("menu copy bands", text::kCopyMenu[2]))
        copy_commands(model, usual_jobs(model, What::bands), commands);
    if (entry("menu copy picture", text::kCopyMenu[3]))
        copy_commands(model, usual_jobs(model, What::map), commands);
    ImGui::EndPopup();
}

std::string label_of(const char* sign, const char* words, bool compact) {
    if (compact) return icon_or(sign, words);
    return std::string(icon_or(sign, "")) + "  " + words;
}

/// The report of the file, with the number of records that need a look.
void report_button(const Model& model, bool compact, Commands& commands) {
    const bool open = model.table() != nullptr;
    std::string label = compact ? icon_or(icon::warning, "!") : text::kReport;
    if (open) {
        const geo::Report& report = model.run.snapshot->incidents.value->report;
        const std::uint64_t n = report.rejected().size() + report.n_suspicious();
        if (n > 0 && !compact)
            label = fmt::format("{}  {} {}", icon_or(icon::warning, "!"), text::kReport, count_text(n));
    }
    if (ui::button("report", label.c_str(), ui::Look::plain, open, px(compact ? kIconOnly : kReport)))
        commands.emplace_back(ShowSheet{Sheet::report});
    ui::tooltip(text::kReportTip);
}

} // namespace

void top_panel(const Model& model, Commands& commands) {
    const bool compact = ImGui::GetWindowWidth() < px(kWordsFrom);
    const float wide = px(compact ? kIconOnly : kWide), gap = px(compact ? 2 : 8);
    const float report = px(compact ? kIconOnly : kReport);
    const float right = 2 * wide + 2 * px(28) + report + 4 * gap + kButtons * px(28) + gap;
    const ImVec2 start{px(16), px(10)};
    const float right_x = ImGui::GetWindowWidth() - right - px(compact ? 4 : 12);
    ImGui::SetCursorPos(start);
    name_and_study(model, right_x - start.x - px(compact ? 4 : 16));
    ImGui::SetCursorPos({right_x, start.y});
    if (ui::button("open", label_of(icon::open, text::kOpen, compact).c_str(), ui::Look::plain, true, wide))
        commands.emplace_back(ShowDialog{PathDialog::Kind::open});
    if (compact) ui::tooltip(text::kOpen);
    ImGui::SameLine(0, 0);
    recent_menu(model, commands);
    ImGui::SameLine(0, gap);
    if (ui::button("export", label_of(icon::take, text::kExport, compact).c_str(), ui::Look::primary,
                   model.table() != nullptr, wide))
        commands.emplace_back(ShowDialog{PathDialog::Kind::export_layer});
    if (compact) ui::tooltip(text::kExport);
    ImGui::SameLine(0, 0);
    export_menu(model, commands);
    ImGui::SameLine(0, gap);
    report_button(model, compact, commands);
    ImGui::SameLine(0, 2 * gap);
    small_buttons(model, commands);
}

} // namespace app
