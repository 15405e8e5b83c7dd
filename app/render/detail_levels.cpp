#include "app/render/detail_levels.hpp"

#include <algorithm>
#include <cmath>

#include "app/render/simplify.hpp"

namespace app {

void MercatorBox::add(geo::Mercator place) {
    low = {std::min(low.x_m, place.x_m), std::min(low.y_m, place.y_m)};
    high = {std::max(high.x_m, place.x_m), std::max(high.y_m, place.y_m)};
}

bool MercatorBox::touches(const MercatorBox& other) const {
    return low.x_m <= other.high.x_m && high.x_m >= other.low.x_m && low.y_m <= other.high.y_m &&
           high.y_m >= other.low.y_m;
}

bool MercatorBox::holds(const MercatorBox& other) const {
    return low.x_m <= other.low.x_m && high.x_m >= other.high.x_m && low.y_m <= other.low.y_m &&
           high.y_m >= other.high.y_m;
}

MercatorBox box_of(const View& view, double margin_px) {
    const double half_x = (view.size.width / 2.0 + margin_px) * view.camera.metres_per_pixel;
    const double half_y = (view.size.height / 2.0 + margin_px) * view.camera.metres_per_pixel;
    const geo::Mercator centre = view.camera.centre;
    return {{centre.x_m - half_x, centre.y_m - half_y}, {centre.x_m + half_x, centre.y_m + half_y}};
}

namespace {

MercatorBox box_of(std::span<const geo::Mercator> places) {
    MercatorBox box;
    for (const geo::Mercator place : places) box.add(place);
    return box;
}

DetailPath detail_path(geo::MercatorPath places) {
    DetailPath path;
    const std::span<const geo::Mercator> all(places);
    for (std::size_t first = 0; first + 1 < all.size(); first += DetailPath::kStretch) {
        path.stretches.push_back(
            box_of(all.subspan(first, std::min(DetailPath::kStretch + 1, all.size() - first))));
        path.box.add(path.stretches.back().low);
        path.box.add(path.stretches.back().high);
    }
    path.places = std::move(places);
    return path;
}

/// A small island that is less than half a pixel is no longer seen.
bool vanishes(const geo::MercatorPath& path, double metres_per_pixel) {
    if (path.size() < 2) return true;
    if (path.front() != path.back()) return false;
    const MercatorBox box = box_of(path);
    return std::max(box.high.x_m - box.low.x_m, box.high.y_m - box.low.y_m) < 0.5 * metres_per_pixel;
}

std::vector<DetailGroup> make_level(const std::vector<std::span<const geo::MercatorPath>>& groups,
                                    double resolution) {
    std::vector<DetailGroup> level(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const geo::MercatorPath& path : groups[g]) {
            if (vanishes(path, resolution)) continue;
            level[g].push_back(detail_path(simplified(path, DetailLevels::kTolerance * resolution)));
        }
    }
    return level;
}

} // namespace

namespace {

int exponent_of(double metres_per_pixel) { return static_cast<int>(std::floor(std::log2(metres_per_pixel))); }

} // namespace

bool DetailLevels::has(double metres_per_pixel) const {
    const std::lock_guard lock(mutex_);
    return levels_.contains(exponent_of(metres_per_pixel));
}

const std::vector<DetailGroup>& DetailLevels::at(double metres_per_pixel) {
    const int exponent = exponent_of(metres_per_pixel);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = levels_.find(exponent); found != levels_.end()) return found->second;
    }
    std::vector<DetailGroup> level = make_level(groups_, std::exp2(exponent));
    const std::lock_guard lock(mutex_); // who was first wins: references to it are out
    return levels_.emplace(exponent, std::move(level)).first->second;
}

} // namespace app
