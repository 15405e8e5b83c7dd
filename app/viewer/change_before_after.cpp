#include <fmt/format.h>

#include "app/viewer/change.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/timeline_marks.hpp"

namespace app {

geo::BeforeAfterSpec usual_before_after(const Model& model) {
    constexpr std::chrono::days kSeason{91};
    geo::BeforeAfterSpec spec;
    const auto file = model.table() ? model.table()->period() : std::nullopt;
    if (!file) return spec;
    spec.date = file->first + std::chrono::days{file->days() / 2};
    for (const TimelineMark& mark : marks_shown(model))
        if (mark.days.first - kSeason >= file->first && mark.days.first + kSeason <= file->last)
            spec.date = mark.days.first;
    return spec;
}

void change(Model& model, const SetBeforeAfter& set) {
    model.study.before_after = set.spec;
    if (!set.spec) return;
    if (!model.study.map) model.study.map.emplace();
    model.study.map->show_change = true;
}

void change(Model& model, const TypeDateOfChange& type) {
    if (!model.study.before_after) return;
    const auto window = geo::window_from_text(type.text); // of a month or a year the first day
    if (!window) {
        model.notice = {fmt::format(text::kNoSuchDate, type.text), true};
        return;
    }
    model.study.before_after->date = window->first;
    model.notice = {}; // of a text before that was none
}

} // namespace app
