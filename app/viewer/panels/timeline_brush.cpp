#include <algorithm>
#include <cmath>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

void shape(const Model& model, const TimelinePlot& plot) {
    const geo::DayWindow range = timeline_range(model);
    const auto within = [&](geo::Day day) { return std::clamp(plot.x(day), plot.left(), plot.right()); };
    const float left = within(range.first), right = within(range.last);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({left, plot.top}, {right, plot.strip_bottom}, color(palette().accent, 0.10f));
    for (const float x : {left, right}) {
        list.AddLine({x, plot.top}, {x, plot.strip_bottom}, color(palette().accent), px(1));
        const float middle = (plot.top + plot.bottom) / 2;
        list.AddRectFilled({x - px(3), middle - px(10)}, {x + px(3), middle + px(10)},
                           color(palette().accent), px(3));
    }
}

BrushPart part_at(const Model& model, const TimelinePlot& plot, float x) {
    const geo::DayWindow range = timeline_range(model);
    const float left = plot.x(range.first), right = plot.x(range.last), reach = px(6);
    if (std::abs(x - right) <= reach) return BrushPart::to_handle;
    if (std::abs(x - left) <= reach) return BrushPart::from_handle;
    const bool whole = !model.study.filter.from && !model.study.filter.to;
    return !whole && x > left && x < right ? BrushPart::middle : BrushPart::fresh;
}

void mouse(const Model& model, const TimelinePlot& plot, Commands& commands) {
    const float x = ImGui::GetIO().MousePos.x;
    const geo::Day day = plot.axis.day_from_x(static_cast<double>(x));
    if (ImGui::IsItemHovered() && part_at(model, plot, x) != BrushPart::fresh)
        ImGui::SetMouseCursor(part_at(model, plot, x) == BrushPart::middle ? ImGuiMouseCursor_Hand
                                                                           : ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        commands.emplace_back(ReleaseBrush{});
        commands.emplace_back(SetTimeRange{});
        return;
    }
    if (ImGui::IsItemActivated()) {
        const geo::DayWindow range = timeline_range(model);
        commands.emplace_back(GrabBrush{{part_at(model, plot, x), day, range.first, range.last - days{1}}});
    } else if (ImGui::IsItemDeactivated()) {
        commands.emplace_back(ReleaseBrush{});
    } else if (ImGui::IsItemActive() && model.view.brush &&
               ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(3))) {
        commands.emplace_back(MoveBrush{day});
    }
}

} // namespace

void timeline_handles(const Model& model, const TimelinePlot& plot, Commands& commands) {
    const geo::DayWindow range = timeline_range(model);
    const auto handle = [&](const char* name, geo::Day day, bool last) {
        const float x = std::clamp(plot.x(day), plot.left(), plot.right());
        const bool ring = ui::key_stop(name, {x - px(6), plot.top, px(12), plot.strip_bottom - plot.top});
        ui::name_item(name);
        const int steps = ui::arrow_steps(true);
        if (steps != 0) commands.emplace_back(MoveRangeEnd{last, steps, ImGui::GetIO().KeyShift});
        const geo::Day shown = last ? day - days{1} : day;
        if (ring)
            ui::text_at(*ImGui::GetWindowDrawList(), ui_fonts().caption, {x + px(10), plot.top + px(2)},
                        color(palette().text), geo::iso_from_day(shown));
    };
    handle("range from", range.first, false);
    handle("range to", range.last, true);
}

void timeline_brush(const Model& model, const TimelinePlot& plot, Commands& commands) {
    shape(model, plot);
    mouse(model, plot, commands);
}

} // namespace app
