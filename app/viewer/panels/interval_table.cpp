#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/border_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/border_intervals.hpp"

namespace app {

namespace {

void head(const char* words, const char* name, const char* help) {
    ImGui::TableNextColumn();
    right_aligned(words);
    ui::name_item(name);
    ui::tooltip(help);
}

void cell(const std::string& words) {
    ImGui::TableNextColumn();
    right_aligned(words);
}

void rows(const geo::BandTable& bands, const geo::IntervalBands& intervals) {
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(text::kBand);
    head(text::kCertainly, "intervals certain", text::kCertainlyHelp);
    head(text::kExpected, "intervals expected", text::kExpectedHelp);
    head(text::kPossibly, "intervals possible", text::kPossiblyHelp);
    ImGui::PopStyleColor();
    ImGui::PopFont();
    for (std::size_t i = 0; i < std::min(bands.bands.size(), intervals.bands.size()); ++i) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(band_name(bands.bands[i]).c_str());
        cell(count_text(intervals.bands[i].certainly));
        cell(count_text(static_cast<std::uint64_t>(intervals.bands[i].expected + 0.5)));
        cell(count_text(intervals.bands[i].possibly));
    }
}

} // namespace

void interval_table(const Model& model) {
    const geo::Snapshot& snapshot = *model.run.snapshot;
    if (!model.study.proximity || !model.study.proximity->intervals || !snapshot.bands.value) return;
    ImGui::Spacing();
    ui::section(text::kIntervals);
    ui::tooltip(text::kIntervalsTip);
    if (!snapshot.interval_bands.value) return ui::hint(text::kIntervalsWait);
    const geo::IntervalBands& intervals = *snapshot.interval_bands.value;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2{px(4), px(3)});
    if (ImGui::BeginTable("intervals", 4)) {
        ImGui::TableSetupColumn(text::kBand, ImGuiTableColumnFlags_WidthStretch);
        for (const char* column : {text::kCertainly, text::kExpected, text::kPossibly})
            ImGui::TableSetupColumn(column, ImGuiTableColumnFlags_WidthFixed, px(60));
        rows(*snapshot.bands.value, intervals);
        ImGui::EndTable();
        ui::name_item("intervals");
    }
    ImGui::PopStyleVar();
    if (intervals.n_not_stated > 0)
        ui::hint(fmt::format(text::kNotStatedPoints, count_text(intervals.n_not_stated)));
    if (intervals.n_not_usable > 0)
        ui::hint(fmt::format(text::kNoUseLeftOut, count_text(intervals.n_not_usable)));
    if (const auto n = snapshot.supports.value->n_without_polygon; n > 0)
        ui::hint(fmt::format(text::kWithoutPolygon, count_text(n)));
}

} // namespace app
