#include "app/viewer/tool.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/text.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace app {

namespace {

double rounded(double deg) { return std::round(deg * 1e6) / 1e6; }

double squared(geo::Mercator a, geo::Mercator b) {
    return (a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m);
}

double squared_from_edge(geo::Mercator p, geo::Mercator a, geo::Mercator b) {
    const double length = squared(a, b);
    if (length == 0) return squared(p, a);
    const double t = ((p.x_m - a.x_m) * (b.x_m - a.x_m) + (p.y_m - a.y_m) * (b.y_m - a.y_m)) / length;
    const double s = std::clamp(t, 0.0, 1.0);
    return squared(p, {std::lerp(a.x_m, b.x_m, s), std::lerp(a.y_m, b.y_m, s)});
}

/// Douglas and Peucker (1973): marks the places of [first, last] that are farther than `reach_m` from the
/// line without them. By a stack of its own: a lasso may have thousands of places.
std::vector<bool> kept(const std::vector<geo::Mercator>& path, double reach_m) {
    std::vector<bool> keep(path.size(), false);
    if (path.empty()) return keep;
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> waiting{{0, path.size() - 1}};
    while (!waiting.empty()) {
        const auto [first, last] = waiting.back();
        waiting.pop_back();
        std::size_t farthest = first;
        double most = reach_m * reach_m;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = squared_from_edge(path[i], path[first], path[last]); d > most) {
                most = d;
                farthest = i;
            }
        if (farthest == first) continue;
        keep[farthest] = true;
        waiting.emplace_back(first, farthest);
        waiting.emplace_back(farthest, last);
    }
    return keep;
}

std::vector<geo::LonLat> simplified(const std::vector<geo::LonLat>& path, double reach_m) {
    std::vector<geo::Mercator> places;
    places.reserve(path.size());
    for (const geo::LonLat place : path) places.push_back(geo::mercator_from_lonlat(place));
    const std::vector<bool> keep = kept(places, reach_m);
    std::vector<geo::LonLat> vertices;
    for (std::size_t i = 0; i < path.size(); ++i)
        if (keep[i]) vertices.push_back({rounded(path[i].lon_deg), rounded(path[i].lat_deg)});
    if (vertices.size() > 1 && vertices.front() == vertices.back()) vertices.pop_back();
    return vertices;
}

} // namespace

geo::LonLatBox box_of(const Drawing& drawing) {
    geo::LonLatBox box;
    for (const geo::LonLat place : drawing.path) box.add({rounded(place.lon_deg), rounded(place.lat_deg)});
    return box;
}

std::vector<geo::LonLat> vertices_of(const Drawing& drawing, double metres_per_pixel) {
    std::vector<geo::LonLat> vertices;
    if (drawing.kind == Drawing::Kind::lasso) {
        vertices = simplified(drawing.path, metres_per_pixel);
    } else if (const geo::LonLatBox box = box_of(drawing); !box.empty()) {
        vertices = {
            {box.west, box.south}, {box.east, box.south}, {box.east, box.north}, {box.west, box.north}};
    }
    if (!geo::fault_of_polygon(vertices).empty()) vertices.clear();
    return vertices;
}

Measured measured(const Measuring& measuring, std::optional<geo::LonLat> pointer) {
    std::vector<geo::LonLat> line = measuring.points;
    if (!measuring.ended && pointer && !line.empty()) line.push_back(*pointer);
    Measured result;
    const bool closed = measuring.closed && line.size() > 2;
    for (std::size_t i = 0; i + 1 < line.size() + (closed ? 1 : 0); ++i) {
        result.legs_m.push_back(geo::geodesic_distance_m(line[i], line[(i + 1) % line.size()]));
        result.total_m += result.legs_m.back();
    }
    if (!closed) return result;
    result.crosses_itself = geo::crosses_itself(line);
    if (!result.crosses_itself) result.area_m2 = geo::geodesic_polygon(line).area_m2;
    return result;
}

std::string area_text(double area_m2) {
    constexpr double kSquareKilometre_m2 = 1e6;
    if (area_m2 < 1e4) return fmt::format("{:.0f} m\xc2\xb2", area_m2);
    const double km2 = area_m2 / kSquareKilometre_m2;
    if (km2 < 1) return fmt::format("{:.3f} km\xc2\xb2", km2);
    if (km2 < 1000) return fmt::format("{:.1f} km\xc2\xb2", km2);
    return count_text(static_cast<std::uint64_t>(km2 + 0.5)) + " km\xc2\xb2";
}

std::string measured_text(const Measured& measured, bool closed) {
    std::string length = length_text(measured.total_m);
    if (measured.crosses_itself) return fmt::format(text::kMeasuredCrossing, length);
    if (measured.area_m2) return fmt::format(text::kMeasuredArea, length, area_text(*measured.area_m2));
    if (closed || measured.legs_m.size() < 2) return length;
    return fmt::format(text::kMeasuredLegs, measured.legs_m.size(), length);
}

std::string measured_table(const Measuring& measuring) {
    const Measured all = measured(measuring, std::nullopt);
    std::string table = text::kMeasuredHead;
    double so_far_m = 0;
    for (std::size_t i = 0; i < measuring.points.size() + (measuring.closed ? 1 : 0); ++i) {
        const geo::LonLat place = measuring.points[i % measuring.points.size()];
        const double leg_m = i == 0 ? 0 : all.legs_m[i - 1];
        so_far_m += leg_m;
        table += fmt::format("{}\t{:.6f}\t{:.6f}\t{:.1f}\t{:.1f}\n", i % measuring.points.size() + 1,
                             place.lon_deg, place.lat_deg, leg_m, so_far_m);
    }
    if (all.area_m2) table += fmt::format("{}\t{:.0f}\n", text::kMeasuredAreaRow, *all.area_m2);
    return table;
}

} // namespace app
