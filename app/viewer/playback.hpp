#pragma once

#include <cstddef>
#include <optional>

#include "geo/study/playback.hpp"

namespace app {

/// The study's time range running through the period: how, and where it stands. A matter of the window, like
/// the camera; the range that it sets is the study's.
struct Playback {
    geo::PlaybackSpec spec;
    double frames_per_s = 2;
    bool loop = false;

    bool playing = false;
    bool recorded = false;   ///< this run has its undo step
    double shown_s = 0;      ///< for how long the frame has been seen
    std::size_t n_shown = 0; ///< frames of this run that were seen with their own incidents
};

struct Model;

/// The frames that playing goes through; empty without dated incidents.
geo::PlaybackFrames frames_of(const Model& model);
/// The range of the study, last day excluded; empty when the whole period is shown.
std::optional<geo::DayWindow> range_of_study(const Model& model);
/// Which frame the study's range is.
std::optional<std::size_t> frame_shown(const Model& model);

/// The window moved by a unit (back by a negative one) and kept within `limits`, its length unchanged.
geo::DayWindow moved_window(geo::DayWindow window, geo::CalendarSpan by, geo::DayWindow limits);

/// Seconds have passed: the next frame, once the one before has been seen long enough with its own incidents.
void advance_playback(Model& model, double seconds);
/// Sets the study's range within a run: the first change of a run is its one undo step.
void set_playback_range(Model& model, geo::DayWindow range);
/// Playing ends where it stands.
void stop_playback(Model& model);

} // namespace app
