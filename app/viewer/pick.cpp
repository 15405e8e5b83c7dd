#include "app/viewer/pick.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

std::optional<Stack> stack_at(const geo::PointGeometry& points, const Camera& camera, PixelSize size,
                              Pixel pixel, double reach_px) {
    const geo::Mercator mouse = mercator_from_pixel(camera, size, pixel);
    std::optional<std::size_t> nearest;
    double nearest_px = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < points.places.size(); ++i) {
        const double dx = (points.places[i].x_m - mouse.x_m) / camera.metres_per_pixel;
        const double dy = (points.places[i].y_m - mouse.y_m) / camera.metres_per_pixel;
        const double reach = std::max(reach_px, double{points.radius_px[i]});
        const double squared = dx * dx + dy * dy;
        if (squared > reach * reach || squared > nearest_px) continue;
        nearest_px = squared;
        nearest = i; // later ones are drawn on top: they win a tie
    }
    if (!nearest) return std::nullopt;
    Stack stack{points.places[*nearest], points.radius_px[*nearest], {}};
    for (std::size_t i = points.places.size(); i-- > 0;)
        if (points.places[i] == stack.place) {
            stack.rows.push_back(points.row[i]);
            stack.radius_px = std::max(stack.radius_px, points.radius_px[i]);
        }
    return stack;
}

const geo::PointGeometry* incident_points(const geo::Scene& scene) {
    for (const geo::Layer& layer : scene.layers)
        if (const auto* points = std::get_if<geo::PointLayer>(&layer.body);
            points && layer.visible && layer.id == "incidents")
            return points->geometry.get();
    return nullptr;
}

} // namespace app
