#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/shaped_text.hpp"
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
    const auto* const now = std::find(kSteps.begin(), kSteps.end(), spec.emerging);
    const std::vector<std::string> names(std::begin(text::kEmergingChoices), std::end(text::kEmergingChoices));
    if (const auto chosen = ui::choice("hot steps", names, static_cast<int>(now - kSteps.begin()), text::kEmergingTip)) {
        spec.emerging = kSteps.at(static_cast<std::size_t>(*chosen));
        commands.emplace_back(SetHotSpots{spec});
    }
}

void cell_settings(geo::HotSpotSpec spec, Commands& commands) {
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
}

void district_settings(geo::HotSpotSpec spec, bool counted_by_the_file, Commands& commands) {
    ui::caption(text::kHotMeasure);
    const std::vector<std::string> names(std::begin(text::kHotMeasures), std::end(text::kHotMeasures));
    if (const auto chosen = ui::choice("hot measure", names, static_cast<int>(spec.measure), text::kHotMeasureTip)) {
        spec.measure = static_cast<geo::DistrictMeasure>(*chosen);
        commands.emplace_back(SetHotSpots{spec});
    }
    if (counted_by_the_file) return; // it has no places
    if (ui::checkbox("hot pin vague", text::kPinVague, &spec.pin_vague)) commands.emplace_back(SetHotSpots{spec});
    ui::tooltip(text::kPinVagueTip);
}

/// What districts need and is not loaded. True: without it there is nothing to compare.
bool districts_lack(const Model& model, Commands& commands) {
    if (model.study.districts.path.empty()) {
        ui::hint(text::kDistrictsNeeded);
        if (ui::button("hot districts file", text::kLoadDistricts))
            commands.emplace_back(ShowDialog{PathDialog::Kind::districts});
        return true;
    }
    const geo::Snapshot* snapshot = model.run.snapshot.get();
    const bool by_resident = model.study.hot_spots->measure == geo::DistrictMeasure::per_resident;
    if (!by_resident || !snapshot || !snapshot->districts.value || snapshot->districts.value->has_population())
        return false;
    ui::hint(text::kDistrictsNoResidents);
    if (ui::button("hot population", text::kLoadPopulation))
        commands.emplace_back(ShowDialog{PathDialog::Kind::population});
    return false;
}

/// False where what they need is not loaded.
bool settings(const Model& model, Commands& commands) {
    geo::HotSpotSpec spec = *model.study.hot_spots;
    ui::caption(text::kHotCells);
    if (const auto chosen = ui::choice("hot cells", {text::kSquares, text::kHexagons, text::kHotDistricts},
                                       static_cast<int>(spec.units))) {
        spec.units = static_cast<geo::HotUnits>(*chosen);
        commands.emplace_back(SetHotSpots{spec});
    }
    if (!spec.by_district()) {
        cell_settings(spec, commands);
    } else {
        if (model.study.districts.path.empty()) return !districts_lack(model, commands);
        const bool counted = model.table() && model.run.snapshot->incidents.value->counts;
        district_settings(spec, counted, commands);
        districts_lack(model, commands);
        if (counted) return true; // no day to go by
    }
    emerging_choice(spec, commands);
    return true;
}

void numbers(const geo::HotSpots& spots) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kHotCounted, count_text(spots.n_incidents));
    const auto row_if_any = [](const char* label, std::uint64_t n, const char* tip) {
        if (n == 0) return;
        ui::row(label, count_text(n));
        ui::tooltip(tip);
    };
    row_if_any(text::kDistrictsVague, spots.n_in_none, text::kDistrictsVagueTip);
    ui::row(text::kHotLeftOut, count_text(spots.n_left_out));
    ui::tooltip(text::kHotLeftOutTip);
    const bool of_cells = spots.units->layout() != nullptr;
    ui::row(of_cells ? text::kHotCellsOf : text::kHotDistrictsOf, count_text(spots.n_compared()));
    row_if_any(text::kHotUnknown, spots.n_unknown, text::kHotUnknownTip);
    row_if_any(text::kHotAlone, of_cells ? 0 : spots.n_alone, text::kHotAloneTip);
    ImGui::PopStyleVar();
    if (spots.n_vague > 0)
        ui::hint(fmt::format(fmt::runtime(of_cells ? text::kHotVague : text::kHotVagueDistricts), count_text(spots.n_vague)));
    if (spots.n_weak > 0) ui::hint(fmt::format(text::kHotWeak, geo::count_in_words(spots.n_weak, *spots.units)));
}

std::string in_capitals(std::string_view noun) {
    std::string word(noun);
    for (char& c : word) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return word;
}

void classes(const geo::HotSpots& spots) {
    ui::section(fmt::format(text::kHotClasses, in_capitals(spots.units->noun())).c_str());
    ui::tooltip(text::kHotClassesTip);
    bool any = false;
    for (const geo::HotClass c : {geo::HotClass::hot99, geo::HotClass::hot95, geo::HotClass::hot90,
                                  geo::HotClass::cold90, geo::HotClass::cold95, geo::HotClass::cold99}) {
        const std::uint32_t n = spots.n_by_class[static_cast<std::size_t>(c)];
        if (n == 0) continue;
        ui::row(geo::in_words(c), count_text(n));
        any = true;
    }
    const std::string why = geo::why_undefined(spots);
    if (!why.empty()) ui::hint(fmt::format(text::kHotUndefined, why));
    else if (!any) ui::hint(fmt::format(text::kNoHotUnit, spots.units->noun()));
}

std::string counted(std::uint64_t n, const char* one, const char* many) {
    return n == 1 ? one : fmt::format(fmt::runtime(many), count_text(n));
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
    const float room = size.x - px(8);
    ui::text_at(list, ImGui::GetFont(), {start.x + px(4), start.y + px(4)}, color(palette().text), ui::fitted(title, room));
    ui::text_at(list, ImGui::GetFont(), {start.x + px(4), start.y + px(4) + line}, color(palette().faint),
                ui::fitted(words, room));
}

/// The rank and where it is, and how strong.
void region_row(const geo::HotSpots& spots, std::size_t at, Commands& commands) {
    const geo::HotRegion& region = spots.regions[at];
    const geo::HotUnit& peak = spots.found[region.peak];
    const std::string units = geo::count_in_words(region.n_units, *spots.units);
    const std::string incidents = counted(region.count, text::kOneIncident, text::kManyIncidents);
    place_row(fmt::format("hot spot {}", at + 1), fmt::format("{}  {}", at + 1, region.near),
              spots.units->layout() ? fmt::format(text::kHotRegionWords, incidents, peak.z)
                                    : fmt::format(text::kHotRegionUnits, units, incidents, peak.z),
              region.near + "\n" +
                  fmt::format(fmt::runtime(region.n_units == 1 ? text::kHotRegionTipOne : text::kHotRegionTip), peak.z,
                              peak.q, units, incidents),
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
    ui::section(fmt::format(text::kEmergingClasses, in_capitals(spots.units->noun())).c_str());
    ui::tooltip(text::kEmergingClassesTip);
    bool any = false;
    for (std::size_t i = 1; i < geo::kEmergingClasses; ++i) {
        if (spots.n_by_class[i] == 0) continue;
        const auto emerging = static_cast<geo::EmergingClass>(i);
        ui::row(fmt::format("{}  {}", geo::letter_of(emerging), geo::in_words(emerging)), count_text(spots.n_by_class[i]));
        any = true;
    }
    if (!any) ui::hint(fmt::format(text::kNoEmerging, spots.units->noun()));
}

void emerging_regions(const geo::EmergingSpots& spots, Commands& commands) {
    if (spots.regions.empty()) return;
    ui::section(text::kEmergingRegions);
    for (std::size_t i = 0; i < std::min(spots.regions.size(), kMostRegions); ++i) {
        const geo::EmergingRegion& region = spots.regions[i];
        const std::string cells = geo::count_in_words(region.n_units, *spots.units);
        place_row(fmt::format("emerging {}", i + 1), fmt::format("{}  {}", geo::letter_of(region.emerging), region.near),
                  fmt::format(text::kEmergingRegionWords, geo::in_words(region.emerging), cells,
                              counted(region.count, text::kOneIncident, text::kManyIncidents)),
                  region.near + "\n" + fmt::format(text::kEmergingRegionTip, cells), region.box, commands);
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
    if (!settings(model, commands)) return;
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
        ui::hint(spots.units->layout() ? text::kHotMeaning : text::kHotDistrictMeaning);
    }
    ImGui::PopStyleVar();
}

} // namespace app
