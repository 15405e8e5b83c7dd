#include "app/viewer/timeline_marks.hpp"

#include <algorithm>

#include "app/viewer/model.hpp"
#include "geo/core/calendar.hpp"

namespace app {

namespace {

using std::chrono::days;

bool touch(geo::DayWindow a, geo::DayWindow b) { return a.first < b.last && b.first < a.last; }

/// Where labels may stand: [left, right] without what is taken.
struct LabelRow {
    double left, right, gap;
    std::vector<PlacedLabel> taken;

    /// Room for a label that begins at x, or (leftwards) ends there.
    double room(double x, bool leftwards) const {
        double end = leftwards ? left : right;
        for (const PlacedLabel& other : taken) {
            const double from = other.x - gap, to = other.x + other.width + gap;
            if (from < x && x < to) return 0;
            if (leftwards && to <= x) end = std::max(end, to);
            if (!leftwards && from >= x) end = std::min(end, from);
        }
        return std::max(0.0, leftwards ? x - end : end - x);
    }
};

std::optional<PlacedLabel> place_in(const LabelRow& row, const MarkWish& wish, double least) {
    const double after = wish.x + row.gap, before = wish.x - row.gap;
    const double right = after < row.left ? 0 : row.room(after, false), left = row.room(before, true);
    if (wish.width <= right) return PlacedLabel{after, wish.width};
    if (wish.width <= left) return PlacedLabel{before - wish.width, wish.width};
    if (std::max(left, right) < least) return std::nullopt;
    return right >= left ? PlacedLabel{after, right} : PlacedLabel{before - left, left};
}

} // namespace

std::vector<TimelineMark> marks_shown(const Model& model) {
    const geo::TimelineSpec& spec = model.study.timeline;
    std::vector<TimelineMark> marks;
    for (std::size_t i = 0; i < spec.marks.size(); ++i)
        marks.push_back(
            {{spec.marks[i].first, spec.marks[i].last + days{1}}, spec.marks[i].text, "", "", "", i});
    if (spec.show_events)
        for (const geo::TimelineEvent& event : model.events)
            marks.push_back(
                {{event.first, event.last + days{1}}, event.title, event.note, event.source, event.url, {}});
    std::erase_if(marks, [&](const TimelineMark& mark) { return !touch(mark.days, model.timeline.window); });
    std::stable_sort(marks.begin(), marks.end(),
                     [](const auto& a, const auto& b) { return a.days.first < b.days.first; });
    return marks;
}

std::vector<std::optional<PlacedLabel>> placed_labels(std::span<const MarkWish> wishes, double left,
                                                      double right, double gap, double least) {
    std::vector<std::optional<PlacedLabel>> places(wishes.size());
    LabelRow row{left, right, gap, {}};
    for (const bool own : {true, false})
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (wishes[i].own != own) continue;
            places[i] = place_in(row, wishes[i], least);
            if (places[i]) row.taken.push_back(*places[i]);
        }
    return places;
}

std::string mark_days_text(geo::DayWindow window) {
    const geo::Day last = window.last - days{1};
    std::string first_text = geo::iso_from_day(window.first);
    if (last == window.first) return first_text;
    for (const auto& [unit, length] : {std::pair{geo::CalendarUnit::month, 7}, {geo::CalendarUnit::year, 4}})
        if (geo::unit_start(window.first, unit) == window.first &&
            geo::next_unit(window.first, unit) == window.last)
            return first_text.substr(0, static_cast<std::size_t>(length));
    return first_text + " to " + geo::iso_from_day(last);
}

std::optional<geo::DayWindow> mark_days_from(const std::string& text) {
    const std::size_t between = text.find(" to ");
    const auto first = geo::window_from_text(text.substr(0, between));
    const auto last = between == std::string::npos ? first : geo::window_from_text(text.substr(between + 4));
    if (!first || !last || last->last <= first->first) return std::nullopt;
    return geo::DayWindow{first->first, last->last};
}

} // namespace app
