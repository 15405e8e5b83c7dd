#pragma once

#include <optional>

#include "app/render/animation/animation_file.hpp"
#include "geo/study/playback.hpp"

namespace CLI {
class App;
}

namespace app {

class TerminalProgress;
struct Arguments;

/// What --animate and the options that go with it said.
struct AnimationArguments {
    bool wanted = false;
    geo::PlaybackSpec playback;
    std::optional<geo::CalendarSpan> window; ///< --window; empty: one step
    AnimationTiming timing;
};

/// --animate, --window, --cumulative, --frame-time, --loop.
void add_animation_options(CLI::App& command, AnimationArguments& animation);

/// Draws the frames of the study in `arguments` to its -o paths and says so on standard error.
void animate(Arguments& arguments, TerminalProgress& progress);

} // namespace app
