#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/border_parts.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/border_comparison.hpp"

namespace app {

namespace {

constexpr std::array<const char*, 3> kSets{"osm", "ne10m", "ne110m"};

void set_choice(const geo::BorderSpec& spec, Commands& commands) {
    std::vector<std::string> names{text::kOsm, text::kNe10m, text::kNe110m};
    int current = -1;
    for (std::size_t i = 0; i < kSets.size(); ++i)
        if (spec.set == kSets[i]) current = static_cast<int>(i);
    if (current < 0) { // a file of the user's own
        names.push_back(spec.set);
        current = static_cast<int>(names.size()) - 1;
    }
    ui::caption(text::kBorderSet);
    const auto chosen = ui::choice("border set", names, current, text::kBorderSetHelp);
    if (!chosen || *chosen >= static_cast<int>(kSets.size())) return;
    geo::BorderSpec changed = spec;
    changed.set = kSets[static_cast<std::size_t>(*chosen)];
    commands.emplace_back(SetBorder{changed});
}

void neighbour_tick(const geo::BorderSpec& spec, const char* iso_a3, Commands& commands) {
    const auto it = std::find(spec.neighbours.begin(), spec.neighbours.end(), iso_a3);
    bool chosen = it != spec.neighbours.end();
    const bool ticked =
        ui::checkbox((std::string("neighbour ") + iso_a3).c_str(), neighbour_name(iso_a3).c_str(), &chosen);
    ui::tooltip(text::kNeighbourHelp);
    if (!ticked) return;
    geo::BorderSpec changed = spec;
    std::erase(changed.neighbours, iso_a3);
    if (chosen) changed.neighbours.emplace_back(iso_a3);
    std::sort(changed.neighbours.begin(), changed.neighbours.end());
    commands.emplace_back(SetBorder{changed});
}

/// A tooltip over the words before, which scripts know by the name.
void explain(const char* name, const char* help) {
    ui::name_item(name);
    ui::tooltip(help);
}

/// True while the mouse is over it.
bool band_row(const geo::Band& band, std::size_t i, bool lit, std::uint64_t most) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushStyleColor(ImGuiCol_Header, color(palette().accent, 0.14f));
    ImGui::Selectable(fmt::format("##band {}", i).c_str(), lit,
                      ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap,
                      {0, ImGui::GetTextLineHeight() + px(5)});
    ImGui::PopStyleColor();
    ui::name_item(fmt::format("band {}", i));
    const bool hovered = ImGui::IsItemHovered();
    ui::tooltip(text::kBandTip);
    ImGui::SetCursorScreenPos(at);
    ImGui::TextUnformatted(band_name(band).c_str());
    if (most > 0) { // the same length as the count, as a thin bar under the words
        const float share = static_cast<float>(band.count) / static_cast<float>(most);
        const float y = at.y + ImGui::GetTextLineHeight() + px(2);
        const float width = ImGui::GetContentRegionAvail().x;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled({at.x, y}, {at.x + width, y + px(2)}, color(palette().bars_faint));
        list.AddRectFilled({at.x, y}, {at.x + width * share, y + px(2)}, color(palette().bars));
    }
    ImGui::TableNextColumn();
    right_aligned(count_text(band.count));
    ImGui::TableNextColumn();
    right_aligned(with_digits(band.deaths, 9));
    return hovered;
}

std::optional<std::size_t> band_table(const geo::BandTable& bands, std::optional<std::size_t> lit) {
    std::optional<std::size_t> under_mouse;
    std::uint64_t most = 0, vaguer = 0;
    for (const geo::Band& band : bands.bands) {
        most = std::max(most, band.count);
        vaguer += band.vaguer;
    }
    ui::section(text::kBands);
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2{px(4), px(5)});
    if (ImGui::BeginTable("bands", 3)) {
        ImGui::TableSetupColumn(text::kBand, ImGuiTableColumnFlags_WidthStretch);
        ImGui::TableSetupColumn(text::kCount, ImGuiTableColumnFlags_WidthFixed, px(68));
        ImGui::TableSetupColumn(text::kBandDeaths, ImGuiTableColumnFlags_WidthFixed, px(60));
        ImGui::PushFont(ui_fonts().caption);
        ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(text::kBand);
        explain("bands distance", text::kBandHelp);
        ImGui::TableNextColumn();
        right_aligned(text::kCount);
        explain("bands count", text::kBandCountHelp);
        ImGui::TableNextColumn();
        right_aligned(text::kBandDeaths);
        explain("bands deaths", text::kBandDeathsHelp);
        ImGui::PopStyleColor();
        ImGui::PopFont();
        for (std::size_t i = 0; i < bands.bands.size(); ++i)
            if (band_row(bands.bands[i], i, lit == i, most)) under_mouse = i;
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
    if (vaguer > 0) {
        ui::hint(fmt::format(text::kVaguer, count_text(vaguer)));
        explain("bands vaguer", text::kVaguerHelp);
    }
    if (bands.unlocated > 0) ui::hint(fmt::format(text::kUnlocatedBands, count_text(bands.unlocated)));
    return under_mouse;
}

void zone_and_compare_ticks(const Model& model, Commands& commands) {
    geo::ProximitySpec spec = model.study.proximity.value_or(geo::ProximitySpec{});
    if (ui::checkbox("show zones", text::kShowZones, &spec.zones)) commands.emplace_back(SetProximity{spec});
    ui::tooltip(text::kShowZonesTip);
    if (ui::checkbox("compare borders", text::kCompare, &spec.compare))
        commands.emplace_back(SetProximity{spec});
    ui::tooltip(text::kCompareTip);
}

void number_cell(std::uint64_t n) {
    ImGui::TableNextColumn();
    right_aligned(count_text(n));
}

/// A column per line, a row per band.
void comparison(const geo::BorderComparison& compared) {
    ui::section(text::kCompared);
    const int n_columns = static_cast<int>(compared.lines.size()) + 1;
    if (compared.lines.empty() || !ImGui::BeginTable("compared", n_columns, ImGuiTableFlags_BordersInnerH))
        return;
    ui::name_item("compared");
    ImGui::TableSetupColumn(text::kBand, ImGuiTableColumnFlags_WidthStretch,
                            1.7f); // its words are the longest
    for (const auto& line : compared.lines)
        ImGui::TableSetupColumn(line.set.c_str(), ImGuiTableColumnFlags_WidthStretch, 1);
    ImGui::PushFont(ui_fonts().caption);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(text::kBand);
    explain("compared distance", text::kComparedBandHelp);
    for (const auto& line : compared.lines) {
        ImGui::TableNextColumn();
        right_aligned(
            ui::fitted(line.set.substr(line.set.find_last_of('/') + 1), ImGui::GetContentRegionAvail().x));
        ui::tooltip(fmt::format(text::kAccurateTo, line.words, length_text(line.accuracy_m)).c_str());
    }
    const auto& bands = compared.lines[0].bands.bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(band_name(bands[i]).c_str());
        for (const auto& line : compared.lines) number_cell(line.bands.bands[i].count);
    }
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(text::kOtherBand);
    explain("compared other band", text::kOtherBandHelp);
    for (const auto& line : compared.lines) number_cell(line.n_other_band);
    ImGui::PopFont();
    ImGui::EndTable();
}

} // namespace

std::string band_name(const geo::Band& band) {
    if (std::isinf(band.to_m)) return fmt::format("over {:g}", band.from_m / 1000);
    return fmt::format("{:g} \xe2\x80\x93 {:g}", band.from_m / 1000, band.to_m / 1000);
}

void right_aligned(const std::string& words) {
    const float room = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                         std::max(0.0f, room - ImGui::CalcTextSize(words.c_str()).x));
    ImGui::TextUnformatted(words.c_str());
}

void border_panel(const Model& model, Commands& commands) {
    set_choice(model.study.border, commands);
    ui::caption(text::kNeighbours);
    neighbour_tick(model.study.border, "AFG", commands);
    ImGui::SameLine(0, px(16));
    neighbour_tick(model.study.border, "IRN", commands);
    ImGui::Spacing();
    std::optional<std::size_t> under_mouse;
    const geo::Snapshot* snapshot = model.table() ? model.run.snapshot.get() : nullptr;
    if (snapshot && model.run.summary) under_mouse = distance_chart(model);
    ImGui::Spacing();
    if (snapshot && snapshot->bands.value)
        if (const auto row = band_table(*snapshot->bands.value, model.view.band)) under_mouse = row;
    if (under_mouse != model.view.band) commands.emplace_back(HoverBand{under_mouse});
    if (snapshot) {
        interval_table(model);
        null_chart(model, commands);
    }
    ImGui::Spacing();
    zone_and_compare_ticks(model, commands);
    const bool compares = model.study.proximity && model.study.proximity->compare;
    if (compares && snapshot && snapshot->comparison.value) comparison(*snapshot->comparison.value);
}

} // namespace app
