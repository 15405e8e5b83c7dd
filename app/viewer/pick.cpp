#include "app/viewer/pick.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "app/render/point_aggregate.hpp"
#include "geo/layer/point_index.hpp"

namespace app {

namespace {

constexpr double kLargestDisc_px = 16; // no radius is larger (geo/layer/color_points)

/// Calls `visit` with the index of every disc that may lie within `reach_m` of the place.
template <typename Visit>
void visit_near(const geo::PointGeometry& points, geo::Mercator place, double reach_m, Visit visit) {
    if (points.index) {
        points.index->visit({place.x_m - reach_m, place.y_m - reach_m},
                            {place.x_m + reach_m, place.y_m + reach_m},
                            [&](const geo::PointIndex::Disc& disc) { visit(std::size_t{disc.at}); });
        return;
    }
    for (std::size_t i = 0; i < points.places.size(); ++i) visit(i);
}

} // namespace

std::optional<Stack> stack_at(const geo::PointGeometry& points, const Camera& camera, PixelSize size,
                              Pixel pixel, double reach_px) {
    const geo::Mercator mouse = mercator_from_pixel(camera, size, pixel);
    std::optional<std::size_t> nearest;
    double nearest_px = std::numeric_limits<double>::infinity();
    const double widest_m = std::max(reach_px, kLargestDisc_px) * camera.metres_per_pixel;
    visit_near(points, mouse, widest_m, [&](std::size_t i) {
        const double dx = (points.places[i].x_m - mouse.x_m) / camera.metres_per_pixel;
        const double dy = (points.places[i].y_m - mouse.y_m) / camera.metres_per_pixel;
        const double reach = std::max(reach_px, double{points.radius_px[i]});
        const double squared = dx * dx + dy * dy;
        if (squared > reach * reach || squared > nearest_px) return;
        if (squared == nearest_px && i < *nearest) return; // later ones are drawn on top: they win a tie
        nearest_px = squared;
        nearest = i;
    });
    if (!nearest) return std::nullopt;
    Stack stack{points.places[*nearest], points.radius_px[*nearest], {}};
    std::vector<std::size_t> here;
    const double hair_m = 0.01; // an index rounds places
    visit_near(points, stack.place, hair_m, [&](std::size_t i) {
        if (points.places[i] != stack.place) return;
        here.push_back(i);
        stack.radius_px = std::max(stack.radius_px, points.radius_px[i]);
    });
    stack.n = here.size();
    std::sort(here.begin(), here.end(), std::greater<>());
    here.resize(std::min(here.size(), kMostListed));
    for (const std::size_t i : here) stack.rows.push_back(points.row[i]);
    return stack;
}

std::optional<Stack> disc_at(const geo::PointGeometry& points, const Camera& camera, PixelSize size,
                             double scale, Pixel pixel, double reach_px) {
    const double cell_px = kAggregateCell_px * scale;
    auto disc = disc_of_many_at(points, View{camera, size}, cell_px, pixel, reach_px, kMostListed);
    if (!disc) return std::nullopt;
    return Stack{disc->place, static_cast<float>(kAggregateCell_px / 2), std::move(disc->rows), disc->n,
                 false};
}

const geo::PointGeometry* incident_points(const geo::Scene& scene) {
    for (const geo::Layer& layer : scene.layers)
        if (const auto* points = std::get_if<geo::PointLayer>(&layer.body);
            points && layer.visible && layer.id == "incidents")
            return points->geometry.get();
    return nullptr;
}

} // namespace app
