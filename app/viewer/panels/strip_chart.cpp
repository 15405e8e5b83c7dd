#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/render/picture/axis_step.hpp"
#include "app/viewer/format.hpp"
#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/panels/strip_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_scale.hpp"
#include "geo/layer/date_scale.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr float kLeastHeight = 300, kKmAxis = 40, kDistanceAxis = 20, kBelow = 84, kReach_px = 7;
constexpr float kBetweenNames = 30;

struct Plot {
    ImVec2 low, high; ///< upper left and lower right
    double length_m = 0, reach_m = 0;

    float x(double signed_m) const {
        return low.x + static_cast<float>((signed_m + reach_m) / (2 * reach_m)) * (high.x - low.x);
    }
    float y(double along_m) const {
        return high.y - static_cast<float>(along_m / length_m) * (high.y - low.y);
    }
    ImVec2 at(const geo::StripMark& mark) const { return {x(mark.signed_m), y(mark.along_m)}; }
};

void axes(const Plot& plot, const geo::MapColors& colors, bool has_sides) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    list.AddRectFilled(plot.low, {plot.x(0), plot.high.y},
                       color(has_sides ? colors.land : colors.study_land));
    list.AddRectFilled({plot.x(0), plot.low.y}, plot.high, color(colors.study_land));
    const double km_step = axis_step(plot.length_m, std::max(2.0f, (plot.high.y - plot.low.y) / px(48)));
    for (double along = 0; along <= plot.length_m; along += km_step) {
        const float y = plot.y(along);
        list.AddLine({plot.low.x, y}, {plot.high.x, y}, color(colors.graticule));
        const std::string words = count_text(static_cast<std::uint64_t>(std::llround(along / 1000)));
        ui::text_at(list, font, {plot.low.x - ui::text_size(font, words).x - px(5), y - px(8)},
                    color(palette().faint), words);
    }
    const double step = axis_step(plot.reach_m, 2);
    for (double distance = 0; distance <= plot.reach_m * (1 + 1e-9); distance += step)
        for (const double sign : {-1.0, 1.0}) {
            if (distance == 0 && sign > 0) continue;
            const float x = plot.x(sign * distance);
            if (distance > 0) list.AddLine({x, plot.low.y}, {x, plot.high.y}, color(colors.graticule));
            const std::string words = geo::short_number(distance / 1000);
            const float width = ui::text_size(font, words).x;
            ui::text_at(list, font,
                        {std::clamp(x - width / 2, plot.low.x, plot.high.x - width), plot.high.y + px(3)},
                        color(palette().faint), words);
        }
    list.AddLine({plot.x(0), plot.low.y}, {plot.x(0), plot.high.y}, color(colors.border_casing), px(4));
    list.AddLine({plot.x(0), plot.low.y}, {plot.x(0), plot.high.y}, color(colors.border), px(2));
}

float radius_of(const geo::StripDisc& disc) {
    return px(2.4f) * (1 + 0.25f * static_cast<float>(std::log2(static_cast<double>(disc.n))));
}

void discs(const geo::BorderStrip& strip, std::size_t line, const Plot& plot, const geo::MapColors& colors) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::vector<geo::Rgba> days = geo::date_colors();
    for (const geo::StripDisc& disc : strip.discs) {
        if (disc.mark.line != line) continue;
        const ImVec2 at = plot.at(disc.mark);
        const float radius = radius_of(disc);
        const ImU32 fill = color(days[disc.mark.step]);
        if (disc.mark.undetermined) {
            list.AddCircleFilled(at, radius, color(colors.study_land, 0.5f), 10);
            list.AddCircle(at, radius, fill, 10, px(1.3f));
        } else {
            list.AddCircleFilled(at, radius, fill, 10);
        }
    }
}

/// Beside a diamond where the place lies, the best known first; what would touch another is left out.
void places(const geo::StripLine& line, const Plot& plot, const geo::MapColors& colors) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    std::vector<float> taken[2]; // heights of names on either side
    const float high = px(15), between = px(kBetweenNames);
    for (const geo::StripPlace& place : line.places) {
        const bool near_side = place.signed_m >= 0;
        const float x = plot.x(place.signed_m), y = plot.y(place.along_m);
        auto& rows = taken[near_side ? 1 : 0];
        if (y < plot.low.y + high || y > plot.high.y - high ||
            std::any_of(rows.begin(), rows.end(), [&](float other) { return std::abs(other - y) < between; }))
            continue;
        const float width = ui::text_size(font, place.name).x;
        const bool right = near_side ? x + px(7) + width < plot.high.x : x - px(7) - width < plot.low.x;
        const float left = right ? x + px(6) : x - px(6) - width;
        if (left < plot.low.x || left + width > plot.high.x || (near_side && left < plot.x(0)) ||
            (!near_side && left + width > plot.x(0)))
            continue;
        rows.push_back(y);
        list.AddRectFilled({left - px(2), y - px(7)}, {left + width + px(2), y + px(8)},
                           color(colors.halo, 0.75f), px(3));
        list.AddNgonFilled({x, y}, px(4.5f), color(colors.halo), 4);
        list.AddNgonFilled({x, y}, px(3.2f), color(colors.text), 4);
        ui::text_at(list, font, {left, y - px(8)}, color(colors.text), place.name);
    }
}

/// What the colours mean: a ramp between the first and the last day of the file.
void date_ramp(const geo::DateScale& dates, float left) {
    constexpr int kSteps = 48;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x, high = px(8);
    const float step = (right - left) / kSteps;
    for (int i = 0; i < kSteps; ++i) {
        const float x = left + static_cast<float>(i) * step;
        list.AddRectFilled({x, at.y}, {x + step + 0.5f, at.y + high},
                           color(geo::date_color(dates.one_day() ? 1 : (i + 0.5) / kSteps)));
    }
    ImFont* font = ui_fonts().caption;
    const std::string first = geo::iso_from_day(dates.first), last = geo::iso_from_day(dates.last);
    ui::text_at(list, font, {left, at.y + high + px(2)}, color(palette().faint), first);
    if (!dates.one_day())
        ui::text_at(list, font, {right - ui::text_size(font, last).x, at.y + high + px(2)},
                    color(palette().faint), last);
    ImGui::Dummy({right - at.x, high + px(20)});
    ui::name_box("strip dates", {left, at.y}, {right, at.y + high});
}

const geo::StripDisc* disc_under(const geo::BorderStrip& strip, std::size_t line, const Plot& plot,
                                 ImVec2 mouse) {
    const geo::StripDisc* nearest = nullptr;
    float least = px(kReach_px);
    for (const geo::StripDisc& disc : strip.discs) {
        if (disc.mark.line != line) continue;
        const ImVec2 at = plot.at(disc.mark);
        const float apart = std::hypot(at.x - mouse.x, at.y - mouse.y);
        if (apart > least) continue;
        least = apart;
        nearest = &disc;
    }
    return nearest;
}

std::string words_of(const geo::IncidentTable& table, const geo::StripDisc& disc, bool has_sides) {
    const geo::StripMark& mark = disc.mark;
    const geo::DayNumber day = table.first_day[mark.row];
    const std::string date =
        day == geo::kNoDay ? text::kStripNoDate : geo::iso_from_day(geo::day_from_number(day));
    const std::string distance = length_text(std::abs(mark.signed_m));
    std::string side = mark.signed_m < 0 ? text::kStripFarSide : text::kStripNearSide;
    if (mark.undetermined) side = has_sides ? text::kStripUncertain : "";
    if (disc.n > 1)
        return fmt::format(text::kStripMany, count_text(disc.n), date, mark.along_m / 1000, distance, side);
    return fmt::format(text::kStripOne, date, mark.along_m / 1000, distance, side);
}

/// The picked incident, where it stands on this line.
void picked(const Model& model, const geo::BorderStrip& strip, std::size_t line, const Plot& plot) {
    if (!model.view.picked || model.view.picked->stack.rows.empty()) return;
    const geo::RowId row = model.view.picked->row();
    const auto mark = std::find_if(strip.marks.begin(), strip.marks.end(),
                                   [&](const geo::StripMark& m) { return m.row == row; });
    if (mark == strip.marks.end() || mark->line != line) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircle(plot.at(*mark), px(7), color(palette().panel, 0.9f), 0, px(4));
    list.AddCircle(plot.at(*mark), px(7), color(palette().accent), 0, px(2));
}

} // namespace

void strip_chart(const Model& model, const geo::BorderStrip& strip, Commands& commands) {
    const std::size_t shown = strip_line_shown(model, strip);
    const geo::StripLine& line = strip.lines[shown];
    const geo::MapColors colors =
        geo::map_colors(model.study.map ? model.study.map->theme : geo::Theme::light);
    if (strip.has_sides) { // whose side is which, over the chart
        ui::caption(neighbour_name(line.neighbour));
        const float own = ImGui::CalcTextSize(strip.own_side.c_str()).x;
        ImGui::SameLine(std::max(0.0f, ImGui::GetContentRegionMax().x - own));
        ui::caption(strip.own_side);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height =
        std::max(px(kLeastHeight), ImGui::GetContentRegionAvail().y - px(kDistanceAxis + kBelow));
    const Plot plot{{at.x + px(kKmAxis), at.y}, {at.x + width, at.y + height}, line.length_m, strip.reach_m};
    bool clicked = false;
    {
        const ui::MouseOnly mouse_only;
        clicked = ImGui::InvisibleButton("strip chart", {width, height + px(kDistanceAxis)});
    }
    ui::name_box("strip chart", plot.low, plot.high);
    const bool hovered = ImGui::IsItemHovered();
    axes(plot, colors, strip.has_sides);
    ImGui::PushClipRect(plot.low, plot.high, true);
    discs(strip, shown, plot, colors);
    places(line, plot, colors);
    picked(model, strip, shown, plot);
    ImGui::PopClipRect();
    ImGui::GetWindowDrawList()->AddRect(plot.low, plot.high, color(palette().line));
    if (strip.dates) date_ramp(*strip.dates, plot.low.x);
    ui::hint(text::kStripAxis);
    if (!hovered || !model.table()) return;
    const geo::StripDisc* disc = disc_under(strip, shown, plot, ImGui::GetIO().MousePos);
    if (!disc) return;
    ImGui::GetWindowDrawList()->AddCircle(plot.at(disc->mark), radius_of(*disc) + px(2),
                                          color(palette().accent), 0, px(2));
    ImGui::SetTooltip("%s", words_of(*model.table(), *disc, strip.has_sides).c_str());
    if (clicked) commands.emplace_back(PickOnStrip{disc->mark.row});
}

} // namespace app
