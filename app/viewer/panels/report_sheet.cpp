#include <fmt/format.h>

#include <algorithm>

#include "app/viewer/format.hpp"
#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/core/civil.hpp"

namespace app {

namespace {

const char* layout_words(geo::SchemaKind kind) {
    switch (kind) {
    case geo::SchemaKind::acled:
        return "ACLED";
    case geo::SchemaKind::ucdp_ged:
        return "UCDP GED";
    case geo::SchemaKind::gtd:
        return "GTD";
    case geo::SchemaKind::generic:
        break;
    }
    return text::kPlainFile;
}

void counts(const geo::Report& report, const geo::IncidentTable& table) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kRowsRead, count_text(report.rows_read));
    ui::row(text::kKept, count_text(report.incidents));
    if (report.unlocated > 0) ui::row(text::kWithoutPlaceRows, count_text(report.unlocated));
    ui::row(text::kRejectedRows, count_text(report.rejected().size()));
    ui::row(text::kSuspiciousRows, count_text(report.n_suspicious()));
    if (const auto period = table.period())
        ui::row(text::kPeriodOfFile, fmt::format("{} to {}", geo::iso_from_day(period->first),
                                                 geo::iso_from_day(period->last - std::chrono::days{1})));
    ui::row(text::kLayoutOfFile, layout_words(table.origin.schema.kind));
    if (!table.origin.attribution.empty()) ui::row(text::kSourceOfFile, table.origin.attribution);
    if (!table.origin.notice.empty()) ui::row(text::kTermsOfFile, table.origin.notice);
    ImGui::PopStyleVar();
}

std::string rows_in_words(const geo::Finding& finding) {
    std::string rows;
    for (const std::uint64_t row : finding.example_rows)
        rows += (rows.empty() ? "" : ", ") + std::to_string(row);
    if (finding.count > finding.example_rows.size()) rows += ", \xe2\x80\xa6";
    return finding.count == 1 ? fmt::format(text::kRowSuffix, finding.what, rows)
                              : fmt::format(text::kRowsSuffix, finding.what, rows);
}

void findings(const char* title, const std::vector<geo::Finding>& all) {
    if (all.empty()) return;
    ImGui::Spacing();
    ui::section(title);
    for (const geo::Finding& finding : all) {
        const std::string count = count_text(finding.count);
        const float number = px(56);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + number - ImGui::CalcTextSize(count.c_str()).x);
        ImGui::TextUnformatted(count.c_str());
        ImGui::SameLine(0, px(12));
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(rows_in_words(finding).c_str());
        ImGui::PopTextWrapPos();
    }
}

/// Every rejected record, only those in sight are drawn.
void rejected_table(const std::vector<geo::Rejected>& rejected) {
    if (rejected.empty()) return;
    ImGui::Spacing();
    constexpr std::size_t kMostRows = 8;
    const float row_height = ImGui::GetTextLineHeight() + px(8);
    const float height = row_height * static_cast<float>(std::min(rejected.size(), kMostRows) + 1) + px(4);
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2{px(6), px(4)});
    if (ImGui::BeginTable("rejected", 4, ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH,
                          {0, height})) {
        ui::name_item("rejected rows");
        ImGui::TableSetupScrollFreeze(0, 1);
        ImGui::TableSetupColumn(text::kRowColumn, ImGuiTableColumnFlags_WidthFixed, px(64));
        ImGui::TableSetupColumn(text::kFieldColumn, ImGuiTableColumnFlags_WidthStretch, 1);
        ImGui::TableSetupColumn(text::kValueColumn, ImGuiTableColumnFlags_WidthStretch, 1.2f);
        ImGui::TableSetupColumn(text::kReasonColumn, ImGuiTableColumnFlags_WidthStretch, 2);
        ImGui::TableHeadersRow();
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(rejected.size()));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                const geo::Rejected& record = rejected[static_cast<std::size_t>(i)];
                ImGui::TableNextRow();
                for (const std::string& cell :
                     {std::to_string(record.row), record.field, record.value, record.reason}) {
                    ImGui::TableNextColumn();
                    ui::fitted_text(cell, ImGui::GetContentRegionAvail().x);
                }
            }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

/// The sheet's words, for a message to the file's publisher.
std::string as_text(const geo::Report& report, const std::string& file) {
    std::string out =
        fmt::format("{}: {} records read, {} incidents, {} rejected, {} suspicious\n", file, report.rows_read,
                    report.incidents, report.rejected().size(), report.n_suspicious());
    for (const geo::Rejected& record : report.rejected())
        out += fmt::format("row {}: {} '{}' {}\n", record.row, record.field, record.value, record.reason);
    for (const geo::Finding& finding : report.suspicious())
        out += fmt::format("{} x {}\n", finding.count, rows_in_words(finding));
    for (const std::string& note : report.notes) out += note + "\n";
    return out;
}

void buttons(const geo::Report& report, const std::string& file, Commands& commands) {
    ImGui::Spacing();
    if (ui::button("report columns", text::kColumnsButton)) commands.emplace_back(ShowSheet{Sheet::columns});
    ImGui::SameLine();
    if (ui::button("save rejects", text::kSaveRejects, ui::Look::plain, !report.rejected().empty()))
        commands.emplace_back(ShowDialog{PathDialog::Kind::save_rejects});
    ImGui::SameLine();
    if (ui::button("copy report", text::kCopyText, ui::Look::quiet))
        ImGui::SetClipboardText(as_text(report, file).c_str());
    ImGui::SameLine(ImGui::GetContentRegionMax().x - px(96));
    if (ui::button("close sheet", text::kClose, ui::Look::primary, true, px(96)))
        commands.emplace_back(ShowSheet{Sheet::none});
}

} // namespace

void report_sheet(const Model& model, Commands& commands) {
    if (!model.table()) return;
    const geo::Report& report = model.run.snapshot->incidents.value->report;
    const std::string& file = model.table()->origin.file;
    ImGui::PushFont(ui_fonts().title);
    ui::fitted_text(std::string(text::kReportTitle) + ": " + file, ImGui::GetContentRegionAvail().x);
    ImGui::PopFont();
    ImGui::Spacing();
    const bool clean = report.rejected().empty() && report.n_suspicious() == 0;
    ImGui::BeginChild("report", {0, std::min(px(clean ? 340 : 560), ImGui::GetIO().DisplaySize.y - px(170))});
    ui::scroll_by_keys();
    counts(report, *model.table());
    if (clean) {
        ImGui::Spacing();
        ui::hint(text::kNothingWrong);
    }
    findings(text::kRejectedTitle, report.rejected_by_reason());
    rejected_table(report.rejected());
    findings(text::kSuspiciousTitle, report.suspicious());
    if (!report.notes.empty()) {
        ImGui::Spacing();
        ui::section(text::kNotesOnFile);
        for (const std::string& note : report.notes) ui::hint(note);
    }
    ImGui::EndChild();
    buttons(report, file, commands);
}

} // namespace app
