#pragma once

#include <optional>
#include <vector>

#include "app/render/camera.hpp"
#include "geo/layer/scene.hpp"
#include "geo/table/incident_table.hpp"

namespace app {

/// Incidents under the mouse: all that stand at the very place of the nearest one, the topmost first.
struct Stack {
    geo::Mercator place;
    float radius_px = 0;
    std::vector<geo::RowId> rows;
    bool operator==(const Stack&) const = default;
};

/// The nearest incident whose disc (at least `reach_px` wide around its centre) lies under the pixel.
std::optional<Stack> stack_at(const geo::PointGeometry& points, const Camera& camera, PixelSize size,
                              Pixel pixel, double reach_px);

/// The geometry of the scene's visible incidents, or nullptr. Points of other layers are no incidents.
const geo::PointGeometry* incident_points(const geo::Scene& scene);

} // namespace app
