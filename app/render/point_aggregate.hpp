#pragma once

#include <cstdint>
#include <vector>

#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Discs that stand for several incidents each, for when there are more than a picture can show one by one.
struct PointAggregate {
    std::shared_ptr<const geo::PointGeometry>
        discs;                         ///< one per cell that holds something; row: the first of them
    std::vector<std::uint32_t> counts; ///< incidents of each disc; they sum to `n`
    std::size_t n = 0;                 ///< incidents inside the view with its margin
};

/// Bins the incidents in sight by a grid of `cell_px` that is fixed to the map, not to the screen, so that
/// panning moves the discs and never reshuffles them. A disc lies at the mean place of its incidents, has the
/// colour most of them have, is hollow when most of them are, and its area is proportional to their number,
/// at most `cell_px` across. O(n); deterministic.
PointAggregate aggregated(const geo::PointGeometry& points, const View& view, double cell_px);

} // namespace app
