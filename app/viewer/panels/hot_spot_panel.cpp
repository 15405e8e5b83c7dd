#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"

namespace app {

namespace {

constexpr std::size_t kMostRegions = 50;

constexpr std::array<std::optional<geo::CalendarUnit>, 4> kSteps{
    std::nullopt, geo::CalendarUnit::year, geo::CalendarUnit::quarter, geo::CalendarUnit::month};

void emerging_choice(geo::HotSpotSpec spec, Commands& commands) {
    ui::caption(text::kEmerging);
    const auto now = std::find(kSteps.begin(), kSteps.end(), spec.emerging);
    const std::vector<std::string> names(std::begin(text::kEmergingChoices), std::end(text::kEmergingChoices));
    if (const auto chosen = ui::choice("hot steps", names, static_cast<int>(now - kSteps.begin()), text::kEmergingTip)) {
        spec.emerging = kSteps.at(static_cast<std::size_t>(*chosen));
        commands.emplace_back(SetHotSpots{spec});
    }
}

void settings(geo::HotSpotSpec spec, Commands& commands) {
    ui::caption(text::kHotCells);
    if (const auto chosen =
            ui::choice("hot cells", {text::kSquares, text::kHexagons}, static_cast<int>(spec.shape))) {
        spec.shape = static_cast<geo::CellShape>(*chosen);
        commands.emplace_back(SetHotSpots{spec});
    }
    const auto length = [&](const char* name, const char* label, const char* tip, geo::Metres& value,
                            float low, float high) {
        ui::caption(label);
        auto km = static_cast<float>(geo::km_from(value));
        if (ui::slider(name, &km, low, high, "%.0f km", true)) {
            value = geo::kilometres(std::max(1.0, std::round(static_cast<double>(km))));
            commands.emplace_back(SetHotSpots{spec});
        }
        ui::tooltip(tip);
    };
    length("hot cell", text::kHotCell, text::kHotCellTip, spec.cell, 3, 50);
    length("hot radius", text::kHotRadius, text::kHotRadiusTip, spec.radius, 5, 150);
    emerging_choice(spec, commands);
}

void numbers(const geo::HotSpots& spots) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kHotCounted, count_text(spots.n_incidents));
    ui::row(text::kHotLeftOut, count_text(spots.n_left_out));
    ui::tooltip(text::kHotLeftOutTip);
    ui::row(text::kHotCellsOf, count_text(spots.cells.size()));
    ImGui::PopStyleVar();
    if (spots.n_vague > 0) ui::hint(fmt::format(text::kHotVague, count_text(spots.n_vague)));
    if (spots.n_weak > 0) ui::hint(fmt::format(text::kHotWeak, count_text(spots.n_weak)));
}

void classes(const geo::HotSpots& spots) {
    ui::section(text::kHotClasses);
    ui::tooltip(text::kHotClassesTip);
    bool any = false;
    for (const geo::HotClass c : {geo::HotClass::hot99, geo::HotClass::hot95, geo::HotClass::hot90,
                                  geo::HotClass::cold90, geo::HotClass::cold95, geo::HotClass::cold99}) {
        const std::uint32_t n = spots.n_by_class[static_cast<std::size_t>(c)];
        if (n == 0) continue;
        ui::row(geo::in_words(c), count_text(n));
        any = true;
    }
    if (!any) ui::hint(text::kNoHotCell);
}

/// Two lines of a list. A click moves the map to the box.
void place_row(const std::string& name, const std::string& title, const std::string& words, const std::string& tip,
               const geo::LonLatBox& box, Commands& commands) {
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, 2 * line + px(8)};
    if (ImGui::InvisibleButton(name.c_str(), size)) commands.emplace_back(FlyToBox{box});
    ui::name_item(name);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
        list.AddRectFilled(start, {start.x + size.x, start.y + size.y}, color(palette().hover), px(4));
    ui::tooltip(tip.c_str());
    list.PushClipRect(start, {start.x + size.x, start.y + size.y}, true);
    list.AddText({start.x + px(4), start.y + px(4)}, color(palette().text), title.c_str());
    list.AddText({start.x + px(4), start.y + px(4) + line}, color(palette().faint), words.c_str());
    list.PopClipRect();
}

/// The rank and where it is, and how strong.
void region_row(const geo::HotSpots& spots, std::size_t at, Commands& commands) {
    const geo::HotRegion& region = spots.regions[at];
    const geo::HotCell& peak = spots.cells[region.peak];
    place_row(fmt::format("hot spot {}", at + 1), fmt::format("{}  {}", at + 1, region.near),
              fmt::format(text::kHotRegionWords, count_text(region.count), peak.z),
              fmt::format(text::kHotRegionTip, peak.z, peak.q, count_text(region.n_cells), count_text(region.count)),
              region.box, commands);
}

void regions(const geo::HotSpots& spots, Commands& commands) {
    if (spots.regions.empty()) return;
    ui::section(text::kHotRegions);
    for (std::size_t i = 0; i < std::min(spots.regions.size(), kMostRegions); ++i)
        region_row(spots, i, commands);
}

/// The classes with their letters, as the legend has them.
void emerging_classes(const geo::EmergingSpots& spots) {
    ui::section(text::kEmergingClasses);
    ui::tooltip(text::kEmergingClassesTip);
    bool any = false;
    for (std::size_t i = 1; i < geo::kEmergingClasses; ++i) {
        if (spots.n_by_class[i] == 0) continue;
        const auto emerging = static_cast<geo::EmergingClass>(i);
        ui::row(fmt::format("{}  {}", geo::letter_of(emerging), geo::in_words(emerging)), count_text(spots.n_by_class[i]));
        any = true;
    }
    if (!any) ui::hint(text::kNoEmerging);
}

std::string counted(std::uint64_t n, const char* one, const char* many) {
    return n == 1 ? one : fmt::format(fmt::runtime(many), count_text(n));
}

void emerging_regions(const geo::EmergingSpots& spots, Commands& commands) {
    if (spots.regions.empty()) return;
    ui::section(text::kEmergingRegions);
    for (std::size_t i = 0; i < std::min(spots.regions.size(), kMostRegions); ++i) {
        const geo::EmergingRegion& region = spots.regions[i];
        const std::string cells = counted(region.n_cells, text::kOneCell, text::kManyCells);
        place_row(fmt::format("emerging {}", i + 1), fmt::format("{}  {}", geo::letter_of(region.emerging), region.near),
                  fmt::format(text::kEmergingRegionWords, geo::in_words(region.emerging), cells,
                              counted(region.count, text::kOneIncident, text::kManyIncidents)),
                  fmt::format(text::kEmergingRegionTip, cells), region.box, commands);
    }
}

void emerging(const geo::EmergingSpots& spots, Commands& commands) {
    emerging_classes(spots);
    emerging_regions(spots, commands);
    ImGui::Spacing();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kEmergingSteps, count_text(spots.n_steps));
    ui::row(text::kHotCounted, count_text(spots.n_incidents));
    ui::row(text::kHotLeftOut, count_text(spots.n_left_out));
    ui::tooltip(text::kHotLeftOutTip);
    if (spots.n_undated > 0) ui::row(text::kEmergingUndated, count_text(spots.n_undated));
    ImGui::PopStyleVar();
    for (std::string words : geo::cautions_of(spots)) {
        words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
        ui::hint(words + ".");
    }
    ui::hint(text::kEmergingMeaning);
}

} // namespace

void hot_spot_panel(const Model& model, Commands& commands) {
    bool wanted = model.study.hot_spots.has_value();
    if (ui::checkbox("find hot spots", text::kShowHotSpots, &wanted))
        commands.emplace_back(SetHotSpots{wanted ? std::optional(geo::HotSpotSpec{}) : std::nullopt});
    ui::tooltip(text::kShowHotSpotsTip);
    if (!model.study.hot_spots) {
        ui::hint(text::kHotSpotsOff);
        return;
    }
    settings(*model.study.hot_spots, commands);
    if (!model.table() || !model.run.snapshot->hot_spots.value) return;
    const geo::HotSpots& spots = *model.run.snapshot->hot_spots.value;
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, hot_spots_are_current(model) ? 1.0f : 0.5f);
    if (model.study.hot_spots->emerging) {
        if (model.run.snapshot->emerging.value) emerging(*model.run.snapshot->emerging.value, commands);
    } else {
        regions(spots, commands);
        classes(spots);
        ImGui::Spacing();
        numbers(spots);
        ui::hint(text::kHotMeaning);
    }
    ImGui::PopStyleVar();
}

} // namespace app
