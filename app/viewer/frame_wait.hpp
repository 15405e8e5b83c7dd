#pragma once

#include <optional>

namespace app {

/// What may ask for another frame though nobody touches anything.
struct FrameNeeds {
    int n_settling = 0;  ///< frames that Dear ImGui still needs after the last event
    bool flying = false; ///< the camera moves
    std::optional<double> drawing_s = std::nullopt; ///< the map is not finished: goes on in so many seconds
    bool computing = false;                         ///< progress is shown
    bool typing = false;                            ///< a text cursor blinks
    std::optional<double> keeping_s = std::nullopt; ///< changed work is to be kept in so many seconds
};

/// Seconds that the window may sleep unless something happens: 0 not at all, kForEver when it is still.
constexpr double kForEver = -1;
double wait_s(const FrameNeeds& needs);

} // namespace app
