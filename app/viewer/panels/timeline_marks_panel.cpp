#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/timeline_marks.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

/// Title, days, what it was, who says so.
std::string words_of(const TimelineMark& mark) {
    std::string words = mark.title + "\n" + mark_days_text(mark.days);
    for (const std::string& part : {mark.note, mark.source, mark.url})
        if (!part.empty()) words += "\n" + part;
    if (mark.own) words += std::string("\n") + text::kOwnMark;
    return words;
}

void line_of(const TimelineMark& mark, const TimelinePlot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto within = [&](geo::Day day) { return std::clamp(plot.x(day), plot.left(), plot.right()); };
    const float left = within(mark.days.first), right = within(mark.days.last);
    const ImU32 tint = color(mark.own ? palette().text : palette().faint, 0.8f);
    if (right - left > px(3))
        list.AddRectFilled({left, plot.top}, {right, plot.bottom}, color(palette().faint, 0.14f));
    list.AddLine({left, plot.labels_top + px(3)}, {left, plot.bottom}, tint, px(1));
    // A mark without room for its words is still seen: a small flag at its head, filled for the user's own.
    const ImVec2 flag[] = {{left, plot.labels_top + px(3)}, {left + px(6), plot.labels_top + px(6)}, {left, plot.labels_top + px(9)}};
    if (mark.own)
        list.AddTriangleFilled(flag[0], flag[1], flag[2], tint);
    else
        list.AddTriangle(flag[0], flag[1], flag[2], tint, px(1));
}

bool is_hit(const TimelineMark& mark, const TimelinePlot& plot, std::optional<double> label, float label_width) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (mouse.y < plot.labels_top || mouse.y > plot.bottom) return false;
    if (std::abs(mouse.x - plot.x(mark.days.first)) <= px(4)) return true;
    if (mouse.y >= plot.top) return false;
    const auto left = label ? static_cast<float>(*label) : plot.x(mark.days.first);
    const float right = label ? left + label_width : plot.x(mark.days.last);
    return mouse.x >= left && mouse.x <= right;
}

} // namespace

bool timeline_marks_on(const Model& model, const TimelinePlot& plot, bool hovered) {
    const std::vector<TimelineMark> marks = marks_shown(model);
    ImFont* font = ui_fonts().caption;
    std::vector<LabelWish> wishes;
    const double most = std::min(220.0 * double{px(1)}, plot.axis.width_px / 2);
    std::vector<std::string> labels;
    ImGui::PushFont(font);
    for (const TimelineMark& mark : marks) {
        labels.push_back(ui::fitted(mark.title, static_cast<float>(most)));
        wishes.push_back({std::max(double{plot.x(mark.days.first)}, plot.axis.left_px),
                          double{ui::text_size(font, labels.back()).x}, mark.own.has_value()});
    }
    ImGui::PopFont();
    const auto places = placed_labels(wishes, plot.axis.left_px, plot.axis.left_px + plot.axis.width_px, double{px(8)});
    std::string told;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        line_of(marks[i], plot);
        if (places[i])
            ui::text_at(*ImGui::GetWindowDrawList(), font, {static_cast<float>(*places[i]), plot.labels_top},
                        color(marks[i].own ? palette().text : palette().faint), labels[i]);
        const float x = plot.x(marks[i].days.first);
        ui::name_box("mark/" + marks[i].title, {x - px(2), plot.labels_top}, {x + px(2), plot.top});
        if (hovered && is_hit(marks[i], plot, places[i], static_cast<float>(wishes[i].width)))
            told += (told.empty() ? "" : "\n\n") + words_of(marks[i]);
    }
    if (told.empty()) return false;
    ui::tooltip(told.c_str());
    return true;
}

} // namespace app
