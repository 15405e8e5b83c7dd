#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// From how many incidents on software GL draws discs that stand for several: there a point costs more than
/// a picture has time for.
constexpr std::size_t kManyPoints = 200'000;
constexpr double kAggregateCell_px = 8; ///< at scale 1: as wide as the largest of these discs
inline bool are_many(const geo::PointGeometry& points) { return points.places.size() > kManyPoints; }

/// Discs that stand for several incidents each, for when there are more than a picture can show one by one.
struct PointAggregate {
    std::shared_ptr<const geo::PointGeometry>
        discs;                         ///< one per cell that holds something; row: the first of them
    std::vector<std::uint32_t> counts; ///< incidents of each disc; they sum to `n`
    std::size_t n = 0;                 ///< incidents inside the view with its margin
};

/// Bins the incidents in sight by a grid of `cell_px` that is fixed to the map, not to the screen, so that
/// panning moves the discs and never reshuffles them. A disc lies at the mean place of its incidents, has the
/// colour most of them have (of a scale, their mean one), is hollow when most of them are, and its area is
/// proportional to their number, at most `cell_px` across; the fullest cell that is not in the view's spare
/// part has the largest. Linear in the incidents in sight when the geometry has an index, else in all;
/// deterministic.
PointAggregate aggregated(const geo::PointGeometry& points, const View& view, double cell_px);

/// One of these discs with what it stands for.
struct DiscOfMany {
    geo::Mercator place;
    std::uint64_t n = 0;
    std::vector<std::uint32_t> rows; ///< the first `most` of them, those drawn last first
};
/// The disc whose middle is nearest to the pixel, at most `reach_px` from it.
std::optional<DiscOfMany> disc_of_many_at(const geo::PointGeometry& points, const View& view, double cell_px,
                                          Pixel pixel, double reach_px, std::size_t most);

/// The scene with the words that its legend owes the reader when discs stand for several incidents each:
/// when any of its layers shows many points and `in_software` draws them.
void announce_aggregate(geo::Scene& scene, bool in_software);

} // namespace app
