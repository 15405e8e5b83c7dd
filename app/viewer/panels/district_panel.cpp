#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostListed = 200;

std::string whole(double count) {
    return std::isnan(count) ? text::kNotKnown : count_text(static_cast<std::uint64_t>(std::llround(count)));
}
std::string rate(double value) { return std::isnan(value) ? text::kNotKnown : geo::short_number(value); }

std::string value_words(const geo::DistrictCount& district, geo::DistrictMeasure measure) {
    const double value = value_of(district, measure);
    const bool counted =
        measure == geo::DistrictMeasure::incidents || measure == geo::DistrictMeasure::deaths;
    return counted ? whole(value) : rate(value);
}

void measure_choice(geo::DistrictCountSpec spec, Commands& commands) {
    const std::vector<std::string> names(std::begin(text::kDistrictMeasures),
                                         std::end(text::kDistrictMeasures));
    ui::caption(text::kDistrictMeasure);
    if (const auto chosen = ui::choice("district measure", names, static_cast<int>(spec.measure))) {
        spec.measure = static_cast<geo::DistrictMeasure>(*chosen);
        spec.breaks.clear(); // they were in another unit
        commands.emplace_back(SetDistrictCounts{spec});
    }
}

void settings(const Model& model, Commands& commands) {
    const geo::DistrictCountSpec& spec = *model.study.district_counts;
    measure_choice(spec, commands);
    const geo::Snapshot* snapshot = model.run.snapshot.get();
    const bool lacks_residents =
        snapshot && snapshot->districts.value && !snapshot->districts.value->has_population();
    if (spec.measure == geo::DistrictMeasure::per_resident && lacks_residents) {
        ui::hint(text::kDistrictsNoResidents);
        if (ui::button("district population", text::kLoadPopulation))
            commands.emplace_back(ShowDialog{PathDialog::Kind::population});
    }
    if (snapshot && snapshot->incidents.value && snapshot->incidents.value->counts)
        return; // it has no places
    bool pin = spec.pin_vague;
    if (ui::checkbox("pin vague", text::kPinVague, &pin)) {
        geo::DistrictCountSpec changed = spec;
        changed.pin_vague = pin;
        commands.emplace_back(SetDistrictCounts{changed});
    }
    ui::tooltip(text::kPinVagueTip);
}

void numbers(const Model& model, const geo::DistrictCounts& counts) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kDistrictsPeriod, geo::window_in_words(counts.window));
    ui::row(text::kDistrictsCounted, whole(counts.n_incidents));
    const auto row = [](const char* label, double n, const char* help = nullptr) {
        if (!(n > 0)) return;
        ui::row(label, whole(n));
        if (help) ui::tooltip(help);
    };
    row(model.study.district_counts->pin_vague ? text::kDistrictsVaguePinned : text::kDistrictsVague,
        counts.n_vague, text::kDistrictsVagueTip);
    row(text::kDistrictsOutside, counts.n_outside);
    row(text::kDistrictsUnusable, counts.n_unusable);
    row(text::kDistrictsCut, counts.n_reaching_past, text::kDistrictsCutTip);
    row(text::kDistrictsUnknown, counts.n_unknown_names);
    if (!counts.unknown_names.empty())
        ui::tooltip(fmt::format("{}", fmt::join(counts.unknown_names, ", ")).c_str());
    ImGui::PopStyleVar();
    const geo::Filter& filter = model.study.filter;
    if (!filter.area.empty() || filter.bbox || !filter.polygon.empty() || filter.within)
        ui::hint(text::kDistrictsFiltered);
}

std::string tip_words(const geo::DistrictCount& district) {
    const geo::Interval interval = geo::incidents_interval(district);
    return fmt::format(text::kDistrictTip, district.name, whole(district.incidents), interval.low, interval.high,
                       whole(district.deaths),
                       whole(district.area_km2), rate(value_of(district, geo::DistrictMeasure::per_area)),
                       whole(district.residents),
                       rate(value_of(district, geo::DistrictMeasure::per_resident)), whole(district.vague));
}

/// The name, its value as a number and as a bar. A click moves the map there.
void district_row(const geo::DistrictCounts& counts, std::size_t at, geo::DistrictMeasure measure,
                  double most, Commands& commands) {
    const geo::DistrictCount& district = counts.districts[counts.by_value[at]];
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, line + px(9)};
    const std::string name = fmt::format("district {}", at + 1);
    if (ImGui::InvisibleButton(name.c_str(), size)) commands.emplace_back(FlyToBox{district.box});
    ui::name_item(name);
    if (!ImGui::IsItemVisible()) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
        list.AddRectFilled(start, {start.x + size.x, start.y + size.y}, color(palette().hover), px(4));
    ui::tooltip(tip_words(district).c_str());
    const std::string value = value_words(district, measure);
    const float right = start.x + size.x - px(4) - ImGui::CalcTextSize(value.c_str()).x;
    ui::text_at(list, ImGui::GetFont(), {start.x + px(4), start.y + px(2)}, color(palette().text),
                ui::fitted(district.name, right - px(6) - start.x - px(4)));
    list.AddText({right, start.y + px(2)}, color(palette().faint), value.c_str());
    const double share = most > 0 ? std::max(0.0, value_of(district, measure)) / most : 0; // NaN: none
    const ImVec2 low{start.x + px(4), start.y + line + px(4)};
    const float width = size.x - px(8);
    list.AddRectFilled(low, {low.x + width, low.y + px(2)}, color(palette().bars_faint));
    if (share > 0)
        list.AddRectFilled(low, {low.x + width * static_cast<float>(share), low.y + px(2)},
                           color(palette().bars));
}

void district_list(const geo::DistrictCounts& counts, geo::DistrictMeasure measure, Commands& commands) {
    if (counts.by_value.empty()) return;
    ui::section(text::kDistrictList);
    const double most = value_of(counts.districts[counts.by_value.front()], measure);
    const std::size_t n = std::min(counts.by_value.size(), kMostListed);
    for (std::size_t i = 0; i < n; ++i) district_row(counts, i, measure, most, commands);
    if (counts.by_value.size() > n)
        ui::hint(fmt::format(text::kMoreDistricts, count_text(counts.by_value.size() - n)));
}

} // namespace

void district_panel(const Model& model, Commands& commands) {
    bool wanted = model.study.district_counts.has_value();
    if (ui::checkbox("count districts", text::kCountDistricts, &wanted))
        commands.emplace_back(
            SetDistrictCounts{wanted ? std::optional(geo::DistrictCountSpec{}) : std::nullopt});
    ui::tooltip(text::kCountDistrictsTip);
    const geo::Snapshot* snapshot = model.run.snapshot.get();
    if (model.table() && snapshot->incidents.value->counts) ui::hint(text::kCountsWithoutPlaces);
    if (!model.study.district_counts) return ui::hint(text::kDistrictsOff);
    if (model.study.districts.path.empty()) {
        ui::hint(text::kDistrictsNeeded);
        if (ui::button("districts file", text::kLoadDistricts))
            commands.emplace_back(ShowDialog{PathDialog::Kind::districts});
        return;
    }
    settings(model, commands);
    if (!model.table() || !snapshot->district_counts.value) return;
    const geo::DistrictCounts& counts = *snapshot->district_counts.value;
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, district_counts_are_current(model) ? 1.0f : 0.5f);
    numbers(model, counts);
    ImGui::Spacing();
    district_list(counts, model.study.district_counts->measure, commands);
    ImGui::Spacing();
    ui::hint(text::kDistrictMeaning);
    ImGui::PopStyleVar();
}

} // namespace app
