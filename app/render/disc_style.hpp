#pragma once

namespace app {

// How incidents are drawn, in pixels at scale 1: the same in pixels and in vectors.

constexpr float kRimWidth = 0.75F;  ///< outside the disc
constexpr float kRingWidth = 1.75F; ///< of a hollow disc, inside its radius
constexpr float kHollowFill =
    0.16F; ///< what a hollow disc keeps of its alpha; shaders/point.frag says it too

} // namespace app
