#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Mercator bounds.
struct MercatorBox {
    geo::Mercator low{1e300, 1e300}, high{-1e300, -1e300};
    void add(geo::Mercator place);
    bool touches(const MercatorBox& other) const;
    bool holds(const MercatorBox& other) const;
};
/// What a view shows, with a margin in pixels around it.
MercatorBox box_of(const View& view, double margin_px);

/// A path of one level, cut into stretches with a box each so that what is out of sight costs nothing.
struct DetailPath {
    geo::MercatorPath places;
    MercatorBox box;
    std::vector<MercatorBox> stretches; ///< stretch i covers segments [i * kStretch, (i + 1) * kStretch)
    static constexpr std::size_t kStretch = 128;
};

/// The paths of one group (a polygon's rings, a line layer's lines) at one level.
using DetailGroup = std::vector<DetailPath>;

/// A geometry simplified for the zoom, made when first seen at a zoom and kept. Levels are powers of two of
/// the resolution; a line strays from the original by at most kTolerance pixels, so that it is neither noisy
/// nor wrong. May be asked by several threads.
class DetailLevels {
  public:
    /// `groups`: borrowed, must outlive this object. Closed paths shorter than half a pixel vanish.
    explicit DetailLevels(std::vector<std::span<const geo::MercatorPath>> groups)
        : groups_(std::move(groups)) {}
    /// Made now if need be: some 30 ms for all countries of the neighbourhood.
    const std::vector<DetailGroup>& at(double metres_per_pixel);
    bool has(double metres_per_pixel) const;

    static constexpr double kTolerance = 0.6;

  private:
    std::vector<std::span<const geo::MercatorPath>> groups_;
    mutable std::mutex mutex_; // guards the map; a level stays where it is once made
    std::map<int, std::vector<DetailGroup>> levels_;
};

} // namespace app
