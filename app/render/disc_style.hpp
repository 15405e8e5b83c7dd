#pragma once

#include <cstddef>

namespace app {

// How incidents are drawn, in pixels at scale 1: the same in pixels and in vectors.

constexpr float kRimWidth = 0.75F;  ///< outside the disc
constexpr float kRingWidth = 1.75F; ///< of a hollow disc, inside its radius
constexpr float kHollowFill =
    0.16F; ///< what a hollow disc keeps of its alpha; shaders/point.frag says it too
constexpr double kAggregateCell = 8;         ///< side of the cells of an aggregate (point_aggregate.hpp)
constexpr std::size_t kManyPoints = 200'000; ///< beyond, an aggregate is drawn (but by a GPU)

} // namespace app
