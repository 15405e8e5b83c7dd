#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "geo/analysis/adaptive_density.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/study/density_contributions.hpp"
#include "geo/study/stages.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

constexpr double kMostCells = 2e8; // 1.6 GB of doubles

LonLatBox extent_of(const AreaSet& area) {
    LonLatBox box;
    for (const Area& part : area.areas)
        for (const Polygon& polygon : part.polygons)
            for (LonLat place : polygon.exterior) box.add(place);
    return box;
}

/// The area's box in the analysis CRS, out to whole cells from the origin: a small change of the outline does not move
/// the grid.
GridShape grid_over(const AreaSet& area, const AnalysisCrs& crs, double cell_m) {
    const Transformer transformer(crs);
    const LocalBox box = local_box_of(area, transformer);
    GridShape shape;
    shape.cell_m = cell_m;
    shape.west_m = std::floor(box.low.x_m / cell_m) * cell_m;
    shape.south_m = std::floor(box.low.y_m / cell_m) * cell_m;
    const double columns = std::max(1.0, std::ceil((box.high.x_m - shape.west_m) / cell_m));
    const double rows = std::max(1.0, std::ceil((box.high.y_m - shape.south_m) / cell_m));
    if (columns * rows > kMostCells)
        throw Error(ErrorKind::Argument,
                    fmt::format("a cell of {} km gives {:.0f} million cells over the area; at most {:.0f} million fit: "
                                "take a larger cell",
                                short_number(cell_m / 1000), columns * rows / 1e6, kMostCells / 1e6));
    shape.n_columns = static_cast<std::uint32_t>(columns);
    shape.n_rows = static_cast<std::uint32_t>(rows);
    return shape;
}

std::uint64_t count_inside(const DensityContributions& from, const GridShape& shape, double reach_m) {
    const double east = shape.west_m + shape.cell_m * shape.n_columns;
    const double north = shape.south_m + shape.cell_m * shape.n_rows;
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < from.x_m.size(); ++i)
        n += from.x_m[i] - reach_m >= shape.west_m && from.x_m[i] + reach_m <= east &&
             from.y_m[i] - reach_m >= shape.south_m && from.y_m[i] + reach_m <= north;
    return n;
}

ColorScale scale_for(const DensitySpec& spec, double peak) {
    ColorScale scale;
    scale.top = spec.scale_top.value_or(round_scale_top(peak));
    constexpr int kBands = 10;
    for (int i = 0; i < kBands; ++i) scale.breaks.push_back(scale.top * std::max(0.2, double(i)) / kBands);
    scale.breaks.push_back(scale.top);
    if (peak > scale.top) scale.breaks.push_back(round_scale_top(peak)); // what is above the scale has its own contour
    scale.unit = unit_in_words(spec);
    return scale;
}

DensityParams params_of(const DensitySpec& spec, unsigned threads) {
    return {spec.kernel, spec.bandwidth.value, threads};
}

/// A sum over the window as a rate; a window of no length has none.
double per_unit(DensityUnit unit, double years) {
    if (unit == DensityUnit::per_km2) return 1;
    const double periods = unit == DensityUnit::per_km2_month ? 12 * years : years;
    return periods > 0 ? 1 / periods : 0;
}

/// Vague places laid over where they may lie, where that is asked for.
SpreadPlaces places_of(DensityContributions from, const std::vector<LocalMultiPolygon>& areas,
                       const GridShape& shape, double reach_m, unsigned threads, Progress& progress) {
    if (!from.support.empty())
        return spread_supports(from.x_m, from.y_m, from.weight, from.support, areas, shape, reach_m, threads,
                               progress);
    SpreadPlaces places;
    places.n_points = from.x_m.size();
    places.mass = static_cast<double>(from.x_m.size());
    if (!from.weight.empty()) places.mass = std::accumulate(from.weight.begin(), from.weight.end(), 0.0);
    places.x_m = std::move(from.x_m);
    places.y_m = std::move(from.y_m);
    places.weight = std::move(from.weight);
    return places;
}

/// The grid of the surface and what was laid on it.
void smooth(DensityContributions from, const std::vector<LocalMultiPolygon>& areas, const DensitySpec& spec,
            const EdgeWindow* window, const GridShape& shape, const DensityParams& params,
            DensitySurface& surface, Progress& progress) {
    const double most = spec.adaptive ? kMostAdaptive : 1;
    const double reach_m = most * kernel_reach(spec.kernel, spec.bandwidth.value);
    SpreadPlaces places = places_of(std::move(from), areas, shape, reach_m, params.threads, progress);
    surface.mass = places.mass;
    surface.share_spread = places.share_spread();
    if (window) only_inside(*window, places);
    const auto& [x_m, y_m, weight] = std::tie(places.x_m, places.y_m, places.weight);
    if (spec.adaptive) {
        const auto bandwidth_m = abramson_bandwidths(x_m, y_m, weight, shape, params, progress);
        for (const double h_m : bandwidth_m) {
            if (std::isnan(h_m)) continue;
            surface.narrowest_m = surface.narrowest_m > 0 ? std::min(surface.narrowest_m, h_m) : h_m;
            surface.widest_m = std::max(surface.widest_m, h_m);
        }
        surface.grid = adaptive_density(x_m, y_m, weight, bandwidth_m, shape, params, progress);
    } else if (window) {
        surface.grid = density_within(x_m, y_m, weight, *window, spec.edge, shape, params, progress);
    } else {
        surface.grid = density(x_m, y_m, weight, shape, params, progress);
    }
    surface.sum = window ? integral_within(surface.grid, *window) : integral(surface.grid);
}

} // namespace

double round_scale_top(double value) {
    if (!(value > 0)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (double step : {1.0, 2.0, 5.0})
        if (step * power >= value * (1 - 1e-12)) return step * power;
    return 10 * power;
}

LocalBox local_box_of(const AreaSet& area, const Transformer& transformer) {
    LocalBox box;
    for (const Area& part : area.areas)
        for (const Polygon& polygon : part.polygons)
            for (const LonLat place : polygon.exterior) box.add(transformer.local_from_lonlat(place));
    return box;
}

AnalysisCrs crs_for(const AreaSet& area) { return equal_area_crs_for(extent_of(area)); }

LocalPlaces local_places(const IncidentTable& table, const AnalysisCrs& crs, unsigned threads) {
    LocalPlaces local;
    local.x_m.resize(table.size());
    local.y_m.resize(table.size());
    local_from_lonlat(crs, table.lon_deg, table.lat_deg, local.x_m, local.y_m, threads);
    return local;
}

EdgeWindow compute_edge_window(const AreaSet& area, const AnalysisCrs& crs, const DensitySpec& spec,
                               unsigned threads, Progress& progress) {
    return {local_polygons(area, crs), grid_over(area, crs, spec.cell.value), params_of(spec, threads),
            progress};
}

DensitySurface compute_density(const IncidentTable& table, const LocationSupports& supports,
                               const Selected& selected, const LocalPlaces& local, const AreaSet& area,
                               const AnalysisCrs& crs, const DensitySpec& spec, const EdgeWindow* window,
                               const RowFlags* in_area, unsigned threads, Progress& progress) {
    DensitySurface surface;
    DensityContributions from = density_contributions(table, supports, selected, local, spec, in_area);
    const GridShape shape = grid_over(area, crs, spec.cell.value);
    surface.crs = crs.definition;
    surface.sigma_equivalent_m = sigma_equivalent(spec.kernel, spec.bandwidth.value);
    surface.n_incidents = from.x_m.size();
    surface.n_left_out = from.n_left_out;
    surface.n_without_weight = from.n_without_weight;
    surface.n_vague = from.n_vague;
    surface.n_outside = from.n_outside;
    surface.n_not_stated = from.n_not_stated;
    const double reach_m = spec.kernel == Kernel::gaussian ? 4 * spec.bandwidth.value : spec.bandwidth.value;
    surface.n_inside = count_inside(from, shape, reach_m);
    const double vague_weight = from.vague_weight;
    std::vector<LocalMultiPolygon> areas;
    if (spec.vague == VaguePlaces::spread) areas = local_supports(supports, crs);
    smooth(std::move(from), areas, spec, window, shape, params_of(spec, threads), surface, progress);
    if (surface.mass > 0) surface.share_vague = vague_weight / surface.mass;
    finish_surface(surface, spec, selected.window);
    return surface;
}

void add_surface(DensitySurface& sum, const DensitySurface& part) {
    const auto weighted = [&](double ours, double theirs) {
        const double mass = sum.mass + part.mass;
        return mass > 0 ? (ours * sum.mass + theirs * part.mass) / mass : 0;
    };
    sum.share_vague = weighted(sum.share_vague, part.share_vague);
    sum.share_spread = weighted(sum.share_spread, part.share_spread);
    sum.mass += part.mass;
    for (std::size_t i = 0; i < part.grid.per_km2.size(); ++i) sum.grid.per_km2[i] += part.grid.per_km2[i];
    sum.n_incidents += part.n_incidents;
    sum.n_left_out += part.n_left_out;
    sum.n_inside += part.n_inside;
    sum.n_without_weight += part.n_without_weight;
    sum.n_vague += part.n_vague;
    sum.n_outside += part.n_outside;
    sum.n_not_stated += part.n_not_stated;
    sum.sum += part.sum;
}

void finish_surface(DensitySurface& surface, const DensitySpec& spec, DayWindow window) {
    surface.years = window.days() / kDaysPerYear;
    surface.per_unit = per_unit(spec.unit, surface.years);
    const auto highest = std::max_element(surface.grid.per_km2.begin(), surface.grid.per_km2.end());
    surface.peak = (highest == surface.grid.per_km2.end() ? 0 : *highest) * surface.per_unit;
    surface.scale = scale_for(spec, surface.peak);
}

GridGeometry mesh_of(const DensitySurface& surface, const AnalysisCrs& crs) {
    const GridShape& shape = surface.grid.shape;
    GridGeometry mesh;
    mesh.n_columns = shape.n_columns;
    mesh.n_rows = shape.n_rows;
    mesh.values.reserve(shape.size());
    for (double value : surface.grid.per_km2) mesh.values.push_back(static_cast<float>(value * surface.per_unit));
    // Between nodes 1/48 of the grid apart the projections differ by less than a tenth of a cell.
    mesh.mesh_columns = mesh.mesh_rows = 49;
    const Transformer transformer(crs);
    for (std::uint32_t row = 0; row < mesh.mesh_rows; ++row)
        for (std::uint32_t column = 0; column < mesh.mesh_columns; ++column) {
            const double u = double(column) / (mesh.mesh_columns - 1), v = double(row) / (mesh.mesh_rows - 1);
            const Local local{shape.west_m + u * shape.n_columns * shape.cell_m,
                              shape.south_m + v * shape.n_rows * shape.cell_m};
            mesh.mesh.push_back(mercator_from_lonlat(transformer.lonlat_from_local(local)));
        }
    return mesh;
}

} // namespace geo
