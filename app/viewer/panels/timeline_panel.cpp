#include <fmt/format.h>

#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

struct Plot {
    TimelineAxis axis;
    float top, bottom;
    float x(geo::Day day) const { return static_cast<float>(axis.x_from_day(day)); }
};

/// The range shown, both days included.
std::pair<geo::Day, geo::Day> range_of(const Model& model) {
    const geo::DayWindow window = model.timeline.window;
    return {model.study.filter.from.value_or(window.first),
            model.study.filter.to.value_or(window.last - days{1})};
}

void typed_date(const char* name, std::optional<geo::Day> day, bool last, const Model& model,
                Commands& commands) {
    const geo::DayWindow period = model.timeline.period;
    const std::string end = geo::iso_from_day(last ? period.last - days{1} : period.first);
    const auto typed = ui::text_field(name, day ? geo::iso_from_day(*day) : "", end.c_str(), px(108));
    if (!typed) return;
    const auto window = geo::window_from_text(*typed);
    if (!typed->empty() && !window) {
        commands.emplace_back(Tell{{fmt::format(text::kNotADate, *typed), true}});
        return;
    }
    std::optional<geo::Day> wanted;
    if (window) wanted = last ? window->last - days{1} : window->first;
    const geo::Filter& filter = model.study.filter;
    commands.emplace_back(last ? SetTimeRange{filter.from, wanted} : SetTimeRange{wanted, filter.to});
    commands.emplace_back(Tell{});
}

void header(const Model& model, Commands& commands) {
    const geo::Filter& filter = model.study.filter;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{px(8), px(3)});
    ImGui::AlignTextToFramePadding();
    ui::section(text::kTimeline);
    ImGui::SameLine(0, px(12));
    if (ImGui::GetContentRegionAvail().x > px(520)) {
        ui::caption(text::kPerBin[static_cast<int>(model.timeline.unit)]);
        ImGui::SameLine();
    }
    const bool limited = filter.from || filter.to;
    const float fields = px(2 * 108 + 92) + (limited ? px(24) : 0);
    ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), ImGui::GetContentRegionMax().x - fields));
    ui::caption(text::kFrom);
    ImGui::SameLine(0, px(6));
    typed_date("from", filter.from, false, model, commands);
    ImGui::SameLine(0, px(8));
    ui::caption(text::kTo);
    ImGui::SameLine(0, px(6));
    typed_date("to", filter.to, true, model, commands);
    ImGui::PopStyleVar();
    if (limited) {
        ImGui::SameLine(0, px(2));
        if (ui::icon_button("whole period", icon_or(icon::close, "x"), text::kWholePeriod))
            commands.emplace_back(SetTimeRange{});
    }
}

void bars(const Model& model, const Plot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = plot.bottom - plot.top;
    const auto top = static_cast<float>(std::max<std::uint64_t>(model.timeline.top, 1));
    for (const TimeBin& bin : model.timeline.bins) {
        const float left = plot.x(bin.days.first);
        const float right = std::max(left + 1, plot.x(bin.days.last) - px(1));
        const auto bar = [&](std::uint64_t n, geo::Rgba tint) {
            if (n == 0) return;
            const float h = std::max(px(1), height * static_cast<float>(n) / top);
            list.AddRectFilled({left, plot.bottom - h}, {right, plot.bottom}, color(tint));
        };
        bar(bin.n_all, palette().bars_faint);
        bar(bin.n_shown, palette().bars);
    }
    // What the highest bar stands for.
    const std::string most = count_text(model.timeline.top);
    ui::text_at(list, ui_fonts().caption, {static_cast<float>(plot.axis.left_px) + px(8), plot.top},
                color(palette().faint), most);
    list.AddLine({static_cast<float>(plot.axis.left_px), plot.bottom},
                 {static_cast<float>(plot.axis.left_px + plot.axis.width_px), plot.bottom},
                 color(palette().line));
}

void ticks(const Plot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float end = static_cast<float>(plot.axis.left_px + plot.axis.width_px);
    for (const TimeTick& tick : timeline_ticks(plot.axis, double{px(56)})) {
        const float x = plot.x(tick.day);
        if (x + ui::text_size(ui_fonts().caption, tick.text).x > end) continue;
        list.AddLine({x, plot.bottom}, {x, plot.bottom + px(4)}, color(palette().faint));
        ui::text_at(list, ui_fonts().caption, {x, plot.bottom + px(4)}, color(palette().faint), tick.text);
    }
}

void brush_shape(const Model& model, const Plot& plot) {
    const auto [from, to] = range_of(model);
    const float left = plot.x(from), right = plot.x(to + days{1});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({left, plot.top}, {right, plot.bottom}, color(palette().accent, 0.10f));
    for (const float x : {left, right}) {
        list.AddLine({x, plot.top}, {x, plot.bottom}, color(palette().accent), px(1));
        const float middle = (plot.top + plot.bottom) / 2;
        list.AddRectFilled({x - px(3), middle - px(10)}, {x + px(3), middle + px(10)},
                           color(palette().accent), px(3));
    }
}

BrushPart part_at(const Model& model, const Plot& plot, float x) {
    const auto [from, to] = range_of(model);
    const float left = plot.x(from), right = plot.x(to + days{1}), reach = px(6);
    if (std::abs(x - right) <= reach) return BrushPart::to_handle;
    if (std::abs(x - left) <= reach) return BrushPart::from_handle;
    const bool whole = !model.study.filter.from && !model.study.filter.to;
    return !whole && x > left && x < right ? BrushPart::middle : BrushPart::fresh;
}

void brush_mouse(const Model& model, const Plot& plot, Commands& commands) {
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
        const auto [from, to] = range_of(model);
        commands.emplace_back(GrabBrush{{part_at(model, plot, x), day, from, to}});
    } else if (ImGui::IsItemDeactivated()) {
        commands.emplace_back(ReleaseBrush{});
    } else if (ImGui::IsItemActive() && model.view.brush &&
               ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(3))) {
        commands.emplace_back(MoveBrush{day});
    }
}

void bin_tooltip(const Model& model, const Plot& plot) {
    if (!ImGui::IsItemHovered() || model.view.brush) return;
    const double x = static_cast<double>(ImGui::GetIO().MousePos.x);
    for (const TimeBin& bin : model.timeline.bins) {
        if (x < plot.axis.x_from_day(bin.days.first) || x >= plot.axis.x_from_day(bin.days.last)) continue;
        ui::tooltip(fmt::format(text::kBinTip, geo::iso_from_day(bin.days.first),
                                geo::iso_from_day(bin.days.last - days{1}), count_text(bin.n_shown),
                                count_text(bin.n_all))
                        .c_str());
    }
}

} // namespace

void timeline_panel(const Model& model, Commands& commands) {
    if (!model.table()) return;
    if (model.timeline.bins.empty()) {
        ui::section(text::kTimeline);
        ui::hint(text::kNoDates);
        return;
    }
    const float below = ImGui::GetCursorPosY() + px(32);
    header(model, commands);
    ImGui::SetCursorPosY(below);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    if (size.x < px(40) || size.y < px(30)) return;
    const float margin = px(4); // room for the handles
    const Plot plot{{model.timeline.window, double{at.x + margin}, double{size.x - 2 * margin}},
                    at.y,
                    at.y + size.y - px(20)};
    ImGui::InvisibleButton("timeline", {size.x, plot.bottom - plot.top});
    ui::name_box("timeline", {at.x + margin, plot.top}, {at.x + size.x - margin, plot.bottom});
    bars(model, plot);
    brush_shape(model, plot);
    ticks(plot);
    brush_mouse(model, plot, commands);
    bin_tooltip(model, plot);
}

} // namespace app
