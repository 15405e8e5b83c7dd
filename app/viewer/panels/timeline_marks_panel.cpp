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
    if (!mark.note.empty()) words += "\n" + mark.note;
    if (!mark.source.empty()) words += std::string("\n") + text::kSource + mark.source;
    if (!mark.url.empty()) words += "\n" + mark.url;
    if (mark.own) words += std::string("\n") + text::kOwnMark;
    return words;
}

void line_of(const TimelineMark& mark, const TimelinePlot& plot, bool below_words) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto within = [&](geo::Day day) { return std::clamp(plot.x(day), plot.left(), plot.right()); };
    const float left = within(mark.days.first), right = within(mark.days.last);
    const ImU32 tint = color(mark.own ? palette().text : palette().faint, 0.8f);
    if (right - left > px(3))
        list.AddRectFilled({left, plot.top}, {right, plot.bottom}, color(palette().faint, 0.14f));
    const float head = below_words ? plot.top : plot.labels_top + px(3);
    list.AddLine({left, head}, {left, plot.bottom}, tint, px(1));
    // A mark without room for its words is still seen: a small flag at its head, filled for the user's own.
    const ImVec2 tip{left + px(6), head + px(3)}, foot{left, head + px(6)};
    if (mark.own)
        list.AddTriangleFilled({left, head}, tip, foot, tint);
    else
        list.AddTriangle({left, head}, tip, foot, tint, px(1));
}

bool is_hit(const TimelineMark& mark, const TimelinePlot& plot, const std::optional<PlacedLabel>& label) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (mouse.y < plot.labels_top || mouse.y > plot.bottom) return false;
    if (std::abs(mouse.x - plot.x(mark.days.first)) <= px(4)) return true;
    if (mouse.y >= plot.top || !label) return false;
    const auto x = static_cast<double>(mouse.x);
    return x >= label->x && x <= label->x + label->width;
}

std::vector<std::optional<PlacedLabel>> labels_of(const std::vector<TimelineMark>& marks,
                                                  const TimelinePlot& plot) {
    const double most = std::min(double{px(240)}, plot.axis.width_px / 2);
    std::vector<MarkWish> wishes;
    wishes.reserve(marks.size());
    for (const TimelineMark& mark : marks)
        wishes.push_back({std::max(double{plot.x(mark.days.first)}, plot.axis.left_px),
                          std::min(most, double{ui::text_size(ui_fonts().caption, mark.title).x} + 1),
                          mark.own.has_value()});
    return placed_labels(wishes, double{plot.labels_left}, double{plot.right()}, double{px(8)},
                         double{px(56)});
}

void label_of(const TimelineMark& mark, const TimelinePlot& plot, const PlacedLabel& label) {
    ImGui::PushFont(ui_fonts().caption);
    const std::string words = ui::fitted(mark.title, static_cast<float>(label.width));
    ImGui::PopFont();
    ui::text_at(*ImGui::GetWindowDrawList(), ui_fonts().caption,
                {static_cast<float>(label.x), plot.labels_top},
                color(mark.own ? palette().text : palette().faint), words);
}

} // namespace

bool timeline_marks_on(const Model& model, const TimelinePlot& plot, bool hovered) {
    const std::vector<TimelineMark> marks = marks_shown(model);
    const auto labels = labels_of(marks, plot);
    std::string told;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const float x = plot.x(marks[i].days.first);
        // Not through the words of another mark or of the bars.
        const bool covered = std::any_of(labels.begin(), labels.end(), [&](const auto& label) {
            return label && double{x} >= label->x && double{x} <= label->x + label->width;
        });
        line_of(marks[i], plot, covered || x < plot.labels_left);
        if (labels[i]) label_of(marks[i], plot, *labels[i]);
        ui::name_box("mark/" + marks[i].title, {x - px(2), plot.top}, {x + px(2), plot.top + px(8)});
        if (hovered && is_hit(marks[i], plot, labels[i]))
            told += (told.empty() ? "" : "\n\n") + words_of(marks[i]);
    }
    if (told.empty()) return false;
    tooltip_above(plot, told);
    return true;
}

} // namespace app
