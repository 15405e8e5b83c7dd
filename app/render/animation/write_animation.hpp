#pragma once

#include <string>
#include <vector>

#include "app/render/animation/animation_file.hpp"
#include "geo/core/progress.hpp"
#include "geo/study/playback.hpp"
#include "geo/study/snapshot.hpp"

namespace app {

/// A playback as pictures.
struct AnimationRequest {
    geo::Study study; ///< with `map`; each frame is this study with the frame's days as its time limits
    geo::PlaybackSpec playback;
    PictureOptions picture;
    AnimationTiming timing;
    std::vector<std::string> paths; ///< each a .webp or a folder (animation_file.hpp)
    unsigned threads = 0;
};

struct AnimationSummary {
    std::size_t n_frames = 0;
    double scale_top = 0; ///< of the density's colours in every frame; 0 without a density
};

constexpr std::size_t kMostFrames = 20000;

/// Draws every frame as `render` draws a picture of the same days, all with one extent and one colour scale:
/// the study's `scale_top`, or rounded up from the highest peak of all frames when it has none. `start` holds
/// the incidents (and whatever else is current). Memory: one frame, and the encoded file of a WebP. Nothing
/// is written before all frames are there; a cancel leaves nothing. Throws geo::Error, or Cancelled.
AnimationSummary write_animation(AnimationRequest request, const geo::Snapshot& start,
                                 geo::Progress& progress);

} // namespace app
