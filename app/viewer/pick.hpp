#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/render/camera.hpp"
#include "geo/layer/scene.hpp"
#include "geo/table/incident_table.hpp"

namespace app {

/// Incidents under the mouse: all that stand at the very place of the nearest one, or that one disc stands
/// for. The topmost first.
struct Stack {
    geo::Mercator place;
    float radius_px = 0;
    std::vector<geo::RowId> rows; ///< the first kMostListed
    std::uint64_t n = 0;          ///< all of them
    bool one_place = true;        ///< false: near each other, shown as one disc
    bool operator==(const Stack&) const = default;
};
constexpr std::size_t kMostListed = 1000; ///< more than anybody pages through

/// The nearest incident whose disc (at least `reach_px` wide around its centre) lies under the pixel. Looks
/// only at those near it when the geometry has an index.
std::optional<Stack> stack_at(const geo::PointGeometry& points, const Camera& camera, PixelSize size,
                              Pixel pixel, double reach_px);

/// The same where discs stand for several incidents each (app/render/point_aggregate.hpp).
std::optional<Stack> disc_at(const geo::PointGeometry& points, const Camera& camera, PixelSize size,
                             double scale, Pixel pixel, double reach_px);

/// The geometry of the scene's visible incidents, or nullptr. Points of other layers are no incidents.
const geo::PointGeometry* incident_points(const geo::Scene& scene);

} // namespace app
