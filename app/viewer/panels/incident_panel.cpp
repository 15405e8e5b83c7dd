#include <fmt/format.h>

#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

std::string days_text(const geo::IncidentTable& table, geo::RowId row) {
    if (table.first_day[row] == geo::kNoDay) return text::kNoDate;
    std::string first = geo::iso_from_day(geo::day_from_number(table.first_day[row]));
    if (table.last_day.empty() || table.last_day[row] == table.first_day[row]) return first;
    return first + " \xe2\x80\x93 " + geo::iso_from_day(geo::day_from_number(table.last_day[row]));
}

void place_precision(const geo::Snapshot& snapshot, geo::RowId row) {
    if (!snapshot.supports.value || row >= snapshot.supports.value->kind.size()) return;
    const geo::LocationSupports& supports = *snapshot.supports.value;
    if (!std::isnan(supports.uncertainty_m[row]))
        ui::row(text::kUncertainty, length_text(double{supports.uncertainty_m[row]}), text::kUncertaintyHelp);
    const geo::SupportArea* area = supports.area_of(row);
    if (area) ui::row(text::kStandsFor, area->name, text::kStandsForHelp);
    else if (supports.kind[row] != geo::SupportKind::disc)
        ui::row(text::kStandsFor, geo::support_in_words({supports.kind[row], supports.uncertainty_m[row], true}),
                text::kStandsForHelp);
}

/// Between what distances, where the place or the line leaves it open.
void distance_interval(const geo::Snapshot& snapshot, geo::RowId row) {
    if (!snapshot.intervals.value) return;
    const geo::SupportIntervals& of_row = snapshot.intervals.value->of_row;
    if (row >= of_row.min_m.size() || std::isnan(of_row.min_m[row])) return;
    ui::row(text::kDistanceRange,
            fmt::format(text::kDistanceRangeWords, length_text(of_row.min_m[row]), length_text(of_row.max_m[row])),
            text::kDistanceRangeHelp);
}

void measured(const geo::Snapshot& snapshot, const geo::IncidentTable& table, geo::RowId row) {
    ui::row(text::kDate, days_text(table, row), text::kDateHelp);
    const geo::LonLat place = table.place(row);
    ui::row(text::kPlace, table.located(row) ? place_text(place.lon_deg, place.lat_deg) : text::kNoPlace,
            text::kPlaceHelp);
    place_precision(snapshot, row);
    if (!table.deaths_best.empty() && !std::isnan(table.deaths_best[row]))
        ui::row(text::kDeaths, with_digits(table.deaths_best[row], 6), text::kDeathsHelp);
    const geo::Proximity* proximity = snapshot.proximity.value.get();
    const bool measured_here =
        proximity && row < proximity->distance_m.size() && !std::isnan(proximity->distance_m[row]);
    if (measured_here) {
        ui::row(text::kDistance, length_text(proximity->distance_m[row]), text::kDistanceHelp);
        distance_interval(snapshot, row);
        const std::size_t neighbour = proximity->neighbour[row];
        if (neighbour < proximity->neighbours.size())
            ui::row(text::kNearest, neighbour_name(proximity->neighbours[neighbour].iso_a3),
                    text::kNearestHelp);
    }
    if (!table.input_row.empty())
        ui::row(text::kRowInFile, count_text(table.input_row[row]), text::kRowInFileHelp);
}

void field(std::string_view name, std::string_view value) {
    constexpr float kShortShare = 0.55f; // of the panel's width: what has room beside its name
    if (value.size() < 256 && value.find('\n') == std::string_view::npos &&
        ui::text_width(value) <= kShortShare * ImGui::GetContentRegionAvail().x) {
        ui::row(name, value);
        return;
    }
    ui::caption(name);
    ui::shaped_paragraph(value);
}

void file_fields(const geo::IncidentTable& table, geo::RowId row) {
    ui::section(text::kFromTheFile);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    for (const geo::Column& column : table.columns)
        if (!column[row].empty()) field(column.name, column[row]);
    ImGui::PopStyleVar();
}

} // namespace

void incident_panel(const Model& model, Commands& commands) {
    const geo::IncidentTable* table = model.table();
    // What was clicked stays; without it, what the mouse is over.
    const bool hovering = !model.view.picked && model.view.hovered;
    if (!table || (!model.view.picked && !hovering)) {
        ui::hint(text::kNothingPicked);
        return;
    }
    if (hovering && !model.view.hovered->one_place && model.view.hovered->n > 1) {
        ui::hint(fmt::format(text::kInDisc, count_text(model.view.hovered->n)));
        ui::hint(text::kDiscHint);
        return;
    }
    const geo::RowId row = hovering ? model.view.hovered->rows.front() : model.view.picked->row();
    if (row >= table->size()) return;
    if (!hovering) stack_list(model, commands);
    ui::section(text::kComputed);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    measured(*model.run.snapshot, *table, row);
    ImGui::PopStyleVar();
    ImGui::Spacing();
    file_fields(*table, row);
}

} // namespace app
