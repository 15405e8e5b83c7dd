#include <fmt/format.h>

#include "app/viewer/icons_time.hpp"
#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

constexpr const char* kMenu = "period menu";

void entry(const std::string& words, geo::DayWindow window, const Model& model, Commands& commands) {
    const SetTimeRange range{window.first, window.last - days{1}};
    const geo::Filter& filter = model.study.filter;
    const bool chosen = filter.from == range.from && filter.to == range.to;
    if (ImGui::Selectable(words.c_str(), chosen)) commands.emplace_back(range);
    ui::name_item("period/" + words);
}

void last_days(const Model& model, Commands& commands) {
    const geo::DayWindow period = model.timeline.period;
    for (const int n : {30, 90, 365}) {
        if (n >= period.days()) continue;
        entry(fmt::format(text::kLastDays, n), {period.last - days{n}, period.last}, model, commands);
    }
}

/// The latest first.
void years(const Model& model, Commands& commands) {
    using geo::CalendarUnit;
    const geo::DayWindow period = model.timeline.period;
    const int first = geo::unit_index(period.first, CalendarUnit::year);
    for (int year = geo::unit_index(period.last - days{1}, CalendarUnit::year); year >= first; --year) {
        const geo::Day start = geo::unit_from_index(year, CalendarUnit::year);
        entry(geo::iso_from_day(start).substr(0, 4), {start, geo::next_unit(start, CalendarUnit::year)},
              model, commands);
    }
}

} // namespace

void period_menu(const Model& model, Commands& commands) {
    if (ui::icon_button("period", icon_or(icon::calendar, "v"), text::kPresets)) ImGui::OpenPopup(kMenu);
    menu_above(px(240));
    ImGui::SetNextWindowSizeConstraints({px(200), 0}, {px(320), px(360)});
    if (!ImGui::BeginPopup(kMenu)) return;
    close_on_escape();
    if (ImGui::Selectable(text::kWholePeriod, !model.study.filter.from && !model.study.filter.to))
        commands.emplace_back(SetTimeRange{});
    ui::name_item("period/whole");
    last_days(model, commands);
    ImGui::Separator();
    years(model, commands);
    ImGui::EndPopup();
}

} // namespace app
