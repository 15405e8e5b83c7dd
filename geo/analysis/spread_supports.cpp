#include "geo/analysis/spread_supports.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kSides = 96;
constexpr std::size_t kRows =
    64; // of a band: few enough for the caches, many enough that a disc lies in few bands

/// Discs and areas to lay, each once.
struct Disc {
    double x_m, y_m, radius_m, weight;
};
struct AreaWeight {
    double weight = 0;
    Outline outline;
};
struct Supports {
    std::vector<Disc> discs;
    std::vector<AreaWeight> areas;
};

/// Corners of a regular polygon of the unit disc's area, counter-clockwise.
std::array<Local, kSides> unit_disc() {
    const double step = 2 * std::numbers::pi / static_cast<double>(kSides);
    const double radius = std::sqrt(step / std::sin(step));
    std::array<Local, kSides> corners{};
    for (std::size_t i = 0; i < kSides; ++i) {
        const double angle = step * static_cast<double>(i);
        corners[i] = {radius * std::cos(angle), radius * std::sin(angle)};
    }
    return corners;
}

/// Equal discs become one with their weights' sum.
void collapse(std::vector<Disc>& discs) {
    const auto place = [](const Disc& disc) { return std::tuple(disc.y_m, disc.x_m, disc.radius_m); };
    std::stable_sort(discs.begin(), discs.end(),
                     [&](const Disc& a, const Disc& b) { return place(a) < place(b); });
    std::size_t kept = 0;
    for (const Disc& disc : discs) {
        if (kept > 0 && place(discs[kept - 1]) == place(disc))
            discs[kept - 1].weight += disc.weight;
        else
            discs[kept++] = disc;
    }
    discs.resize(kept);
}

/// What is as small as a point is one.
bool stays_point(double radius_m, double cell_m) { return !(radius_m > 0.5 * cell_m); }

void add_disc(const Disc& disc, const std::array<Local, kSides>& unit, double cell_m, CoverageBand& band) {
    const auto corner = [&](std::size_t i) {
        return Local{disc.x_m + disc.radius_m * unit[i % kSides].x_m,
                     disc.y_m + disc.radius_m * unit[i % kSides].y_m};
    };
    const double amount = disc.weight * cell_m * cell_m / (std::numbers::pi * disc.radius_m * disc.radius_m);
    for (std::size_t i = 0; i < kSides; ++i) band.add_edge(corner(i), corner(i + 1), amount);
    band.end_area();
}

/// One band of the widened grid with everything that reaches it.
SpreadPlaces lay(const Supports& supports, const GridShape& wide, std::size_t first_row,
                 std::size_t last_row) {
    static const std::array<Local, kSides> unit = unit_disc();
    CoverageBand band(wide, static_cast<std::uint32_t>(first_row), static_cast<std::uint32_t>(last_row));
    const double south_m = wide.south_m + static_cast<double>(first_row) * wide.cell_m;
    const double north_m = wide.south_m + static_cast<double>(last_row) * wide.cell_m;
    constexpr double kCorner = 1.001; // corners lie a little farther out than the disc
    for (const Disc& disc : supports.discs)
        if (disc.y_m + kCorner * disc.radius_m > south_m && disc.y_m - kCorner * disc.radius_m < north_m)
            add_disc(disc, unit, wide.cell_m, band);
    for (const AreaWeight& area : supports.areas)
        if (area.weight > 0 && area.outline.box.high.y_m > south_m && area.outline.box.low.y_m < north_m)
            band.add(area.outline, area.weight * wide.cell_m * wide.cell_m / area.outline.area_m2);
    SpreadPlaces laid;
    band.visit([&](std::uint32_t column, std::uint32_t row, double mass) {
        const Local centre = wide.centre(column, row);
        laid.x_m.push_back(centre.x_m);
        laid.y_m.push_back(centre.y_m);
        laid.weight.push_back(mass);
    });
    return laid;
}

void append(const SpreadPlaces& more, SpreadPlaces& places) {
    places.x_m.insert(places.x_m.end(), more.x_m.begin(), more.x_m.end());
    places.y_m.insert(places.y_m.end(), more.y_m.begin(), more.y_m.end());
    places.weight.insert(places.weight.end(), more.weight.begin(), more.weight.end());
}

void lay_all(const Supports& supports, const GridShape& wide, unsigned threads, Progress& progress,
             SpreadPlaces& places) {
    std::vector<SpreadPlaces> bands((wide.n_rows + kRows - 1) / kRows);
    parallel_for(wide.n_rows, kRows, threads, [&](std::size_t first, std::size_t last) {
        progress.at(first, wide.n_rows);
        bands[first / kRows] = lay(supports, wide, first, last);
    });
    double laid = 0;
    for (const SpreadPlaces& band : bands) {
        for (const double mass : band.weight) laid += mass;
        append(band, places);
    }
    places.mass_beyond = std::max(0.0, places.mass_spread - laid);
    if (places.mass_beyond < 1e-9 * places.mass_spread) places.mass_beyond = 0; // rounding
}

Supports areas_from(std::span<const LocalMultiPolygon> areas) {
    Supports supports;
    for (const LocalMultiPolygon& area : areas) supports.areas.push_back({0, outline_of(area)});
    return supports;
}

} // namespace

GridShape widened(const GridShape& shape, double reach_m) {
    const auto more = static_cast<std::uint32_t>(std::ceil(reach_m / shape.cell_m)) + 1;
    GridShape wide = shape;
    wide.west_m -= more * shape.cell_m;
    wide.south_m -= more * shape.cell_m;
    wide.n_columns += 2 * more;
    wide.n_rows += 2 * more;
    return wide;
}

SpreadPlaces spread_supports(std::span<const double> x_m, std::span<const double> y_m,
                             std::span<const double> weight, std::span<const SupportShape> support,
                             std::span<const LocalMultiPolygon> areas, const GridShape& shape, double reach_m,
                             unsigned threads, Progress& progress) {
    if (x_m.size() != y_m.size() || support.size() != x_m.size() ||
        (!weight.empty() && weight.size() != x_m.size()))
        throw Error(ErrorKind::Argument, "coordinates, weights and supports differ in length");
    Supports supports = areas_from(areas);
    SpreadPlaces places;
    for (std::size_t i = 0; i < x_m.size(); ++i) {
        if (std::isnan(x_m[i]) || std::isnan(y_m[i])) continue;
        const double w = weight.empty() ? 1 : weight[i];
        const SupportShape& shape_of = support[i];
        places.mass += w;
        AreaWeight* area = nullptr;
        if (shape_of.area != SupportShape::kNoArea) {
            if (shape_of.area >= areas.size())
                throw Error(ErrorKind::Argument, "there is no area of that index");
            area = &supports.areas[shape_of.area];
        }
        const double radius_m =
            area ? std::sqrt(area->outline.area_m2 / std::numbers::pi) : shape_of.radius_m;
        if (stays_point(radius_m, shape.cell_m)) {
            places.x_m.push_back(x_m[i]);
            places.y_m.push_back(y_m[i]);
            places.weight.push_back(w);
            continue;
        }
        places.mass_spread += w;
        if (area)
            area->weight += w;
        else
            supports.discs.push_back({x_m[i], y_m[i], radius_m, w});
    }
    places.n_points = places.x_m.size();
    collapse(supports.discs);
    places.n_supports = supports.discs.size();
    for (const AreaWeight& area : supports.areas) places.n_supports += area.weight > 0;
    if (places.n_supports > 0) lay_all(supports, widened(shape, reach_m), threads, progress, places);
    return places;
}

} // namespace geo
