#include "geo/analysis/contours.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/analysis/contour_tracer.hpp"
#include "geo/core/error.hpp"

namespace geo {

namespace {

bool inside(const LocalRing& ring, Local p) {
    bool odd = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Local a = ring[i], b = ring[i + 1];
        if ((a.y_m > p.y_m) == (b.y_m > p.y_m)) continue;
        if (p.x_m < a.x_m + (p.y_m - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m)) odd = !odd;
    }
    return odd;
}

struct Exterior {
    double area;
    double west, south, east, north;
    LocalPolygon polygon;
    bool may_hold(Local p) const {
        return west <= p.x_m && p.x_m <= east && south <= p.y_m && p.y_m <= north;
    }
};

Exterior exterior_from(LocalRing ring, double area) {
    Exterior e{area, ring[0].x_m, ring[0].y_m, ring[0].x_m, ring[0].y_m, {}};
    for (const Local p : ring) {
        e.west = std::min(e.west, p.x_m);
        e.east = std::max(e.east, p.x_m);
        e.south = std::min(e.south, p.y_m);
        e.north = std::max(e.north, p.y_m);
    }
    e.polygon.exterior = std::move(ring);
    return e;
}

/// Rings with the band on their left: counter-clockwise ones are exteriors, the others holes of the smallest
/// around.
std::vector<LocalPolygon> polygons_from(std::vector<LocalRing> rings) {
    std::vector<Exterior> exteriors;
    std::vector<LocalRing> holes;
    for (LocalRing& ring : rings) {
        const double area = signed_area_m2(ring);
        if (area > 0)
            exteriors.push_back(exterior_from(std::move(ring), area));
        else if (area < 0)
            holes.push_back(std::move(ring));
    }
    for (LocalRing& hole : holes) {
        Exterior* around = nullptr;
        for (Exterior& e : exteriors)
            if ((!around || e.area < around->area) && e.may_hold(hole[0]) &&
                inside(e.polygon.exterior, hole[0]))
                around = &e;
        if (around) around->polygon.holes.push_back(std::move(hole));
    }
    std::vector<LocalPolygon> polygons;
    polygons.reserve(exteriors.size());
    for (Exterior& e : exteriors) polygons.push_back(std::move(e.polygon));
    return polygons;
}

} // namespace

std::vector<ContourBand> contour_bands(const GridShape& shape, std::span<const double> values,
                                       std::span<const double> levels) {
    if (values.size() != shape.size())
        throw Error(ErrorKind::Argument, "the raster's values differ in number from its cells");
    if (std::adjacent_find(levels.begin(), levels.end(), [](double a, double b) { return !(a < b); }) !=
        levels.end())
        throw Error(ErrorKind::Argument, "contour levels must ascend");
    std::vector<ContourBand> bands;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double max = i + 1 < levels.size() ? levels[i + 1] : std::numeric_limits<double>::infinity();
        bands.push_back({levels[i], max, polygons_from(band_rings(shape, values, levels[i], max))});
    }
    return bands;
}

std::vector<double> contour_levels(double peak, unsigned wanted) {
    if (!(peak > 0) || !std::isfinite(peak) || wanted == 0) return {};
    const double least_step = peak / wanted;
    int exponent = static_cast<int>(std::floor(std::log10(least_step)));
    double digit = 1;
    const auto times_power = [&](double v) {
        return exponent < 0 ? v / std::pow(10, -exponent) : v * std::pow(10, exponent);
    };
    for (const double next : {2.0, 5.0, 10.0})
        if (times_power(digit) < least_step * (1 - 1e-12)) digit = next;
    std::vector<double> levels;
    for (unsigned i = 1; times_power(digit * i) <= peak * (1 + 1e-12) && levels.size() < wanted; ++i)
        levels.push_back(times_power(digit * i));
    return levels;
}

} // namespace geo
