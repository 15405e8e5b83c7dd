#include <algorithm>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr float kLabels = 18, kStrip = 9, kTicks = 20;

TimelinePlot plot_at(const Model& model, ImVec2 at, ImVec2 size) {
    const float margin = px(4); // room for the handles
    const bool vague = model.run.summary && model.run.summary->n_vague > 0;
    TimelinePlot plot;
    plot.axis = {model.timeline.window, double{at.x + margin}, double{size.x - 2 * margin}};
    plot.labels_top = at.y;
    plot.top = at.y + px(kLabels);
    plot.strip_bottom = at.y + size.y - px(kTicks);
    plot.bottom = plot.strip_bottom - (vague ? px(kStrip) : 0);
    return plot;
}

/// A right click begins a mark at that day.
void context_menu(const Model& model, const TimelinePlot& plot, Commands& commands) {
    if (!ImGui::IsItemHovered() || !ImGui::IsMouseClicked(ImGuiMouseButton_Right)) return;
    const geo::Day day = plot.axis.day_from_x(static_cast<double>(ImGui::GetIO().MousePos.x));
    commands.emplace_back(DraftMark{geo::iso_from_day(day), model.view.mark_draft.text});
    ImGui::OpenPopup(kMarksMenu);
}

} // namespace

void menu_above(float width) {
    const ImVec2 item = ImGui::GetItemRectMin();
    const float x = std::min(item.x, ImGui::GetIO().DisplaySize.x - width - px(8));
    ImGui::SetNextWindowPos({std::max(0.0f, x), item.y - px(4)}, ImGuiCond_Always, {0, 1});
}

void tooltip_above(const TimelinePlot& plot, const std::string& words) {
    if (!ImGui::IsItemHovered()) return;
    const float x = ImGui::GetIO().MousePos.x;
    ImGui::SetNextWindowPos({x, plot.labels_top - px(6)}, ImGuiCond_Always,
                            {x / ImGui::GetIO().DisplaySize.x, 1});
    ui::tooltip(words.c_str());
}

void close_on_escape() {
    if (ImGui::GetIO().WantTextInput || !ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) return;
    ImGui::CloseCurrentPopup();
}

geo::DayWindow timeline_range(const Model& model) {
    return range_of_study(model).value_or(model.timeline.window);
}

void timeline_panel(const Model& model, Commands& commands) {
    if (!model.table()) return;
    if (model.timeline.bins.empty()) {
        ui::section(text::kTimeline);
        ui::hint(text::kNoDates);
        return;
    }
    const float below = ImGui::GetCursorPosY() + px(32);
    timeline_header(model, commands);
    ImGui::SetCursorPosY(below);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    if (size.x < px(40) || size.y < px(60)) return;
    TimelinePlot plot = plot_at(model, at, size);
    {
        const ui::MouseOnly mouse_only;
        ImGui::InvisibleButton("timeline", {size.x, plot.strip_bottom - plot.labels_top});
    }
    ui::name_box("timeline", {plot.left(), plot.top}, {plot.right(), plot.bottom});
    const bool hovered = ImGui::IsItemHovered() && !model.view.brush;
    timeline_bars(model, plot);
    plot.labels_left = timeline_captions(model, plot);
    timeline_brush(model, plot, commands);
    context_menu(model, plot, commands);
    timeline_ticks_below(plot);
    if (!timeline_marks_on(model, plot, hovered) && hovered) timeline_bars_tooltip(model, plot);
    timeline_handles(model, plot, commands);
}

} // namespace app
