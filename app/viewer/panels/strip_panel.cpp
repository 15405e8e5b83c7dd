#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/panels/strip_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

void reach_slider(geo::StripSpec spec, Commands& commands) {
    ui::caption(text::kStripReach);
    auto km = static_cast<float>(geo::km_from(spec.reach));
    if (ui::slider("strip reach", &km, 5, 400, "%.0f km", true)) {
        spec.reach = geo::kilometres(std::max(1.0, std::round(static_cast<double>(km))));
        commands.emplace_back(SetStrip{spec});
    }
    ui::tooltip(text::kStripReachTip);
}

void line_choice(const geo::BorderStrip& strip, std::size_t shown, Commands& commands) {
    if (strip.lines.size() < 2) return;
    std::vector<std::string> names;
    for (const geo::StripLine& line : strip.lines) names.push_back(neighbour_name(line.neighbour));
    ui::caption(text::kStripLine);
    if (const auto chosen = ui::choice("strip line", names, static_cast<int>(shown)))
        commands.emplace_back(ShowStripLine{static_cast<std::size_t>(*chosen)});
}

void numbers(const geo::BorderStrip& strip, const geo::StripLine& line) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kStripLength,
            fmt::format("{} km", count_text(static_cast<std::uint64_t>(std::llround(line.length_m / 1000)))));
    if (line.n_parts > 1) {
        ui::row(text::kStripParts, count_text(line.n_parts));
        ui::tooltip(fmt::format(text::kStripPartsTip, geo::short_number(line.gap_m / 1000)).c_str());
    }
    ui::row(fmt::format(text::kStripShown, geo::short_number(strip.reach_m / 1000)),
            count_text(line.n_shown()));
    if (strip.has_sides) {
        ui::row(text::kStripOwn, count_text(line.n_inside));
        ui::row(text::kStripOther, count_text(line.n_outside));
        ui::row(text::kStripUndetermined, count_text(line.n_undetermined));
        ui::tooltip(text::kStripUndeterminedTip);
    }
    ui::row(text::kStripBeyond, count_text(line.n_beyond));
    if (strip.n_unlocated > 0) ui::row(text::kStripUnlocated, count_text(strip.n_unlocated));
    ImGui::PopStyleVar();
    if (!strip.has_sides) ui::hint(text::kStripNoSides);
    if (strip.discs_are_means) ui::hint(text::kStripMeans);
}

} // namespace

void strip_panel(const Model& model, Commands& commands) {
    bool wanted = model.study.strip.has_value();
    if (ui::checkbox("unroll the border", text::kShowStrip, &wanted))
        commands.emplace_back(SetStrip{wanted ? std::optional(geo::StripSpec{}) : std::nullopt});
    ui::tooltip(text::kShowStripTip);
    if (!model.study.strip) return ui::hint(text::kStripOff);
    const geo::BorderStrip* strip = strip_of(model);
    if (strip && !strip->lines.empty()) line_choice(*strip, strip_line_shown(model, *strip), commands);
    reach_slider(*model.study.strip, commands);
    if (!strip || strip->lines.empty()) return;
    const geo::StripLine& line = strip->lines[strip_line_shown(model, *strip)];
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, strip_is_current(model) ? 1.0f : 0.5f);
    ImGui::Spacing();
    strip_chart(model, *strip, commands);
    if (line.n_shown() == 0)
        ui::hint(fmt::format(text::kStripNone, geo::short_number(strip->reach_m / 1000)));
    numbers(*strip, line);
    ImGui::PopStyleVar();
}

} // namespace app
