#include "app/viewer/timeline_marks.hpp"

#include <algorithm>

#include "app/viewer/model.hpp"
#include "geo/core/calendar.hpp"

namespace app {

namespace {

using std::chrono::days;

bool touch(geo::DayWindow a, geo::DayWindow b) { return a.first < b.last && b.first < a.last; }

struct Taken {
    double from, to;
};

bool is_free(const std::vector<Taken>& taken, double from, double to, double gap) {
    return std::none_of(taken.begin(), taken.end(),
                        [&](const Taken& other) { return from < other.to + gap && other.from < to + gap; });
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

std::vector<std::optional<double>> placed_labels(std::span<const LabelWish> wishes, double left, double right,
                                                 double gap) {
    std::vector<std::optional<double>> places(wishes.size());
    std::vector<Taken> taken;
    for (const bool own : {true, false})
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            const LabelWish& wish = wishes[i];
            if (wish.own != own) continue;
            for (const double from : {wish.x + gap, wish.x - gap - wish.width}) {
                if (from < left || from + wish.width > right) continue;
                if (!is_free(taken, from, from + wish.width, gap)) continue;
                taken.push_back({from, from + wish.width});
                places[i] = from;
                break;
            }
        }
    return places;
}

std::string mark_days_text(geo::DayWindow window) {
    const geo::Day last = window.last - days{1};
    const std::string first_text = geo::iso_from_day(window.first);
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
