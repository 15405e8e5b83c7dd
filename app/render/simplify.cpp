#include "app/render/simplify.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace app {

namespace {

double squared_distance(geo::Mercator p, geo::Mercator a, geo::Mercator b) {
    const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m;
    const double length2 = dx * dx + dy * dy;
    const double along = (p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy;
    const double t = length2 > 0 ? std::clamp(along / length2, 0.0, 1.0) : 0.0;
    const double ex = p.x_m - a.x_m - t * dx, ey = p.y_m - a.y_m - t * dy;
    return ex * ex + ey * ey;
}

struct Farthest {
    std::size_t index;
    double squared;
};

Farthest farthest_between(std::span<const geo::Mercator> path, std::size_t first, std::size_t last) {
    Farthest found{first, -1};
    for (std::size_t i = first + 1; i < last; ++i) {
        const double squared = squared_distance(path[i], path[first], path[last]);
        if (squared > found.squared) found = {i, squared};
    }
    return found;
}

} // namespace

geo::MercatorPath simplified(std::span<const geo::Mercator> path, double tolerance_m) {
    if (path.size() <= 2) return {path.begin(), path.end()};
    std::vector<char> kept(path.size(), 0);
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, path.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        const Farthest split = farthest_between(path, first, last);
        if (split.squared <= tolerance_m * tolerance_m) continue;
        kept[split.index] = 1;
        open.emplace_back(first, split.index);
        open.emplace_back(split.index, last);
    }
    geo::MercatorPath result;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (kept[i]) result.push_back(path[i]);
    }
    return result;
}

} // namespace app
