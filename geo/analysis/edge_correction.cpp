#include "geo/analysis/edge_correction.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/analysis/grid_value.hpp"

namespace geo {

namespace {

constexpr std::array<std::string_view, 3> kNames{"none", "uniform", "jones-diggle"};
constexpr std::uint32_t kRim = 2; // cells around the grid, for cubics
constexpr double kLeast = 1e-4;

GridShape with_rim(GridShape shape) {
    shape.west_m -= kRim * shape.cell_m;
    shape.south_m -= kRim * shape.cell_m;
    shape.n_columns += 2 * kRim;
    shape.n_rows += 2 * kRim;
    return shape;
}

/// The cells of W as weighted points: their area in W, km².
SpreadPlaces cells_of(const std::vector<double>& share, const GridShape& shape) {
    SpreadPlaces cells;
    const double cell_km2 = shape.cell_m * shape.cell_m / 1e6;
    for (std::uint32_t row = 0; row < shape.n_rows; ++row)
        for (std::uint32_t column = 0; column < shape.n_columns; ++column) {
            const double here = share[std::size_t{row} * shape.n_columns + column];
            if (here == 0) continue;
            const Local centre = shape.centre(column, row);
            cells.x_m.push_back(centre.x_m);
            cells.y_m.push_back(centre.y_m);
            cells.weight.push_back(here * cell_km2);
        }
    return cells;
}

} // namespace

std::string_view name_of(EdgeCorrection edge) { return kNames[static_cast<std::size_t>(edge)]; }

std::optional<EdgeCorrection> edge_correction_from_name(std::string_view name) {
    const auto* const it = std::find(kNames.begin(), kNames.end(), name);
    if (it == kNames.end()) return std::nullopt;
    return static_cast<EdgeCorrection>(it - kNames.begin());
}

EdgeWindow::EdgeWindow(const LocalMultiPolygon& window, const GridShape& shape, const DensityParams& params,
                       Progress& progress)
    : wide_(with_rim(shape)), area_m2_(outline_of(window).area_m2) {
    // W may go on beyond the grid: as far as kernels reach it is felt.
    const GridShape reaching = widened(wide_, kernel_reach(params.kernel, params.bandwidth_m));
    const SpreadPlaces cells = cells_of(shares_inside(window, reaching, params.threads, progress), reaching);
    inside_ = density(cells.x_m, cells.y_m, cells.weight, wide_, params, progress);
    share_ = shares_inside(window, wide_, params.threads, progress);
}

std::size_t EdgeWindow::at(std::uint32_t column, std::uint32_t row) const {
    return std::size_t{row + kRim} * wide_.n_columns + column + kRim;
}

double EdgeWindow::kernel_inside(std::uint32_t column, std::uint32_t row) const {
    return std::max(inside_.per_km2[at(column, row)], kLeast);
}

double EdgeWindow::share_at(Local place) const {
    const double column = std::floor((place.x_m - wide_.west_m) / wide_.cell_m);
    const double row = std::floor((place.y_m - wide_.south_m) / wide_.cell_m);
    if (!(column >= 0 && column < wide_.n_columns && row >= 0 && row < wide_.n_rows)) return 0;
    return share_[static_cast<std::size_t>(row) * wide_.n_columns + static_cast<std::size_t>(column)];
}

double EdgeWindow::kernel_inside(Local place) const {
    const double inside = value_at(inside_, place);
    return inside > kLeast ? inside : kLeast; // NaN too
}

DensityGrid density_within(std::span<const double> x_m, std::span<const double> y_m,
                           std::span<const double> weight, const EdgeWindow& window, EdgeCorrection edge,
                           const GridShape& shape, const DensityParams& params, Progress& progress) {
    if (edge == EdgeCorrection::none) return density(x_m, y_m, weight, shape, params, progress);
    std::vector<double> corrected;
    if (edge == EdgeCorrection::jones_diggle && x_m.size() == y_m.size()) {
        corrected.assign(weight.begin(), weight.end());
        if (weight.empty()) corrected.assign(x_m.size(), 1.0);
        for (std::size_t i = 0; i < std::min(corrected.size(), x_m.size()); ++i)
            corrected[i] /= window.kernel_inside(Local{x_m[i], y_m[i]});
        weight = corrected;
    }
    DensityGrid grid = density(x_m, y_m, weight, shape, params, progress);
    for (std::uint32_t row = 0; row < shape.n_rows; ++row)
        for (std::uint32_t column = 0; column < shape.n_columns; ++column) {
            double& value = grid.per_km2[std::size_t{row} * shape.n_columns + column];
            if (window.share(column, row) == 0)
                value = 0;
            else if (edge == EdgeCorrection::uniform)
                value /= window.kernel_inside(column, row);
        }
    return grid;
}

void only_inside(const EdgeWindow& window, SpreadPlaces& places) {
    if (places.n_points == places.x_m.size())
        return; // nothing is spread; without weights there is nothing to shorten
    std::size_t kept = places.n_points;
    for (std::size_t i = places.n_points; i < places.weight.size(); ++i) {
        const double share = window.share_at({places.x_m[i], places.y_m[i]});
        if (share == 0) continue;
        places.x_m[kept] = places.x_m[i];
        places.y_m[kept] = places.y_m[i];
        places.weight[kept++] = places.weight[i] * share;
    }
    for (auto* column : {&places.x_m, &places.y_m, &places.weight}) column->resize(kept);
}

double integral_within(const DensityGrid& grid, const EdgeWindow& window) {
    const double cell_km2 = grid.shape.cell_m * grid.shape.cell_m / 1e6;
    double sum = 0;
    for (std::uint32_t row = 0; row < grid.shape.n_rows; ++row)
        for (std::uint32_t column = 0; column < grid.shape.n_columns; ++column)
            sum += grid.per_km2[std::size_t{row} * grid.shape.n_columns + column] * window.share(column, row);
    return sum * cell_km2;
}

} // namespace geo
