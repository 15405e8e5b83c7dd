#include "app/viewer/playback.hpp"

#include <algorithm>

#include "app/viewer/model.hpp"
#include "geo/study/evaluate.hpp"

namespace app {

using std::chrono::days;

geo::PlaybackFrames frames_of(const Model& model) {
    return {model.view.playback.spec, model.timeline.period};
}

std::optional<geo::DayWindow> range_of_study(const Model& model) {
    const geo::Filter& filter = model.study.filter;
    const geo::DayWindow period = model.timeline.period;
    if (!filter.from && !filter.to) return std::nullopt;
    return geo::DayWindow{filter.from.value_or(period.first), filter.to ? *filter.to + days{1} : period.last};
}

std::optional<std::size_t> frame_shown(const Model& model) {
    const auto range = range_of_study(model);
    return range ? frames_of(model).index_of(*range) : std::nullopt;
}

geo::DayWindow moved_window(geo::DayWindow window, geo::CalendarSpan by, geo::DayWindow limits) {
    days shift = geo::day_after(window.first, by) - window.first;
    shift = std::min(shift, limits.last - window.last);
    shift = std::max(shift, limits.first - window.first);
    return {window.first + shift, window.last + shift};
}

namespace {

bool has_failed(const Model& model) {
    return !model.run.busy && (!model.run.error.empty() || model.run.cancelled);
}

/// The incidents on the map are those of the study's range, and a frame with them has been drawn.
bool is_seen(const Model& model) {
    return model.selection_current && model.run.snapshot &&
           geo::selection_is_current(model.study, *model.run.snapshot);
}

} // namespace

void stop_playback(Model& model) { model.view.playback.playing = false; }

void advance_playback(Model& model, double seconds) {
    Playback& playback = model.view.playback;
    if (!playback.playing) return;
    if (has_failed(model)) return stop_playback(model);
    if (!is_seen(model)) return;
    if (playback.shown_s == 0 && seconds > 0) ++playback.n_shown;
    playback.shown_s += seconds;
    if (playback.shown_s * playback.frames_per_s < 1) return;
    const geo::PlaybackFrames frames = frames_of(model);
    const auto now = frame_shown(model);
    if (!now || frames.empty()) return stop_playback(model);
    if (*now + 1 >= frames.size() && !playback.loop) return stop_playback(model);
    set_playback_range(model, frames[(*now + 1) % frames.size()]);
}

} // namespace app
