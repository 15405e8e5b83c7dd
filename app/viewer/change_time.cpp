#include <algorithm>

#include "app/viewer/change.hpp"
#include "geo/study/stages.hpp"

namespace app {

namespace {

using std::chrono::days;

void set_range(Model& model, geo::DayWindow range) {
    model.study.filter.from = range.first;
    model.study.filter.to = range.last - days{1};
}

/// Where playing begins: it goes on from a frame that is shown, else from the range's beginning, else anew.
std::size_t first_frame(const Model& model, const geo::PlaybackFrames& frames) {
    const auto range = range_of_study(model);
    if (!range) return 0;
    const std::size_t at = frames.first_not_before(*range);
    return at + 1 >= frames.size() ? 0 : at;
}

void keep_mark_in_order(geo::TimeMark& mark) {
    if (mark.last < mark.first) std::swap(mark.first, mark.last);
}

} // namespace

void set_playback_range(Model& model, geo::DayWindow range) {
    Playback& playback = model.view.playback;
    playback.shown_s = 0;
    const geo::Study before = model.study;
    set_range(model, range);
    if (model.study == before || playback.recorded) return;
    playback.recorded = true; // one step for the whole run
    model.history.end_step();
    model.history.changed_from(before);
    model.history.end_step();
}

void change(Model& model, const PlayPause&) {
    Playback& playback = model.view.playback;
    if (playback.playing) return stop_playback(model);
    const geo::PlaybackFrames frames = frames_of(model);
    if (!model.table() || frames.empty()) return;
    playback.playing = true;
    playback.recorded = false;
    playback.n_shown = 0;
    set_playback_range(model, frames[first_frame(model, frames)]);
}

void change(Model& model, const StepTime& step) {
    stop_playback(model);
    const geo::PlaybackFrames frames = frames_of(model);
    if (!model.table() || frames.empty()) return;
    const auto range = range_of_study(model);
    const auto last = static_cast<long>(frames.size()) - 1;
    if (!range) return set_range(model, frames[step.steps > 0 ? 0 : frames.size() - 1]);
    if (const auto at = frames.index_of(*range)) {
        const long next = std::clamp(static_cast<long>(*at) + step.steps, 0L, last);
        return set_range(model, frames[static_cast<std::size_t>(next)]);
    }
    const geo::PlaybackSpec& spec = model.view.playback.spec;
    if (spec.cumulative) {
        const auto after = static_cast<long>(frames.first_not_before(*range));
        const long next = std::clamp(step.steps > 0 ? after : after - 1, 0L, last);
        return set_range(model, frames[static_cast<std::size_t>(next)]);
    }
    set_range(model, moved_window(*range, {step.steps, spec.step}, frames.period()));
}

void change(Model& model, const ShowEnd& end) {
    stop_playback(model);
    const geo::PlaybackFrames frames = frames_of(model);
    if (!model.table() || frames.empty()) return;
    const auto range = range_of_study(model);
    if (!range || frames.index_of(*range)) return set_range(model, frames[end.last ? frames.size() - 1 : 0]);
    const geo::DayWindow period = frames.period();
    const days length = range->last - range->first;
    set_range(model, end.last ? geo::DayWindow{std::max(period.first, period.last - length), period.last}
                              : geo::DayWindow{period.first, std::min(period.last, period.first + length)});
}

void change(Model& model, const SetPlayback& set) {
    Playback& playback = model.view.playback;
    // Another speed is no reason to stop; another way to go through the period is.
    if (!(playback.spec == set.spec)) stop_playback(model);
    playback.spec = set.spec;
    playback.frames_per_s = std::clamp(set.frames_per_s, 0.1, 30.0);
    playback.loop = set.loop;
}

void change(Model& model, const ShowEvents& show) { model.study.timeline.show_events = show.shown; }

void change(Model& model, const AddMark& add) {
    if (add.mark.text.empty()) return;
    auto& marks = model.study.timeline.marks;
    marks.push_back(add.mark);
    keep_mark_in_order(marks.back());
    std::stable_sort(marks.begin(), marks.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    model.view.mark_draft = {};
}

void change(Model& model, const EditMark& edit) {
    auto& marks = model.study.timeline.marks;
    if (edit.index >= marks.size() || edit.mark.text.empty()) return;
    marks[edit.index] = edit.mark;
    keep_mark_in_order(marks[edit.index]);
}

void change(Model& model, const RemoveMark& remove) {
    auto& marks = model.study.timeline.marks;
    if (remove.index < marks.size()) marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(remove.index));
}

void change(Model& model, const DraftMark& draft) { model.view.mark_draft = {draft.days, draft.text}; }
void change(Model& model, const EventsRead& read) { model.events = read.events; }

void change(Model& model, const FitScale&) {
    if (!model.density_current || !model.study.density || !model.run.snapshot) return;
    const auto& surface = model.run.snapshot->density.value;
    if (surface && surface->peak > 0) model.study.density->scale_top = geo::round_scale_top(surface->peak);
}

} // namespace app
