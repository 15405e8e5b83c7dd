#include "geo/analysis/adaptive_density.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

#include "geo/analysis/clones.hpp"
#include "geo/analysis/grid_value.hpp"
#include "geo/analysis/spread_supports.hpp"
#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kRows = 16; // a block of rows for one thread

/// In cells: the centre of cell (column, row) is at (column, row).
struct AdaptivePlace {
    double x, y, radius, weight; ///< radius: h, or σ
};

/// The kernel's value at its place, per km².
double kernel_at_zero(Kernel kernel, double bandwidth_m) {
    const double h2_km2 = bandwidth_m * bandwidth_m / 1e6;
    if (kernel == Kernel::gaussian) return 1 / (2 * std::numbers::pi * h2_km2);
    return (static_cast<double>(kernel) + 1) / (std::numbers::pi * h2_km2);
}

std::vector<AdaptivePlace> distinct_places(std::span<const double> x_m, std::span<const double> y_m,
                                           std::span<const double> weight,
                                           std::span<const double> bandwidth_m, const GridShape& shape) {
    std::vector<AdaptivePlace> places;
    for (std::size_t i = 0; i < x_m.size(); ++i) {
        if (std::isnan(x_m[i]) || std::isnan(y_m[i]) || std::isnan(bandwidth_m[i])) continue;
        if (!(bandwidth_m[i] > 0)) throw Error(ErrorKind::Argument, "a bandwidth is not positive");
        places.push_back({(x_m[i] - shape.west_m) / shape.cell_m - 0.5,
                          (y_m[i] - shape.south_m) / shape.cell_m - 0.5, bandwidth_m[i] / shape.cell_m,
                          weight.empty() ? 1 : weight[i]});
    }
    const auto key = [](const AdaptivePlace& p) { return std::tie(p.y, p.x, p.radius); };
    std::stable_sort(places.begin(), places.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
    std::size_t kept = 0;
    for (const AdaptivePlace& place : places) {
        if (kept > 0 && key(places[kept - 1]) == key(place))
            places[kept - 1].weight += place.weight;
        else
            places[kept++] = place;
    }
    places.resize(kept);
    return places;
}

/// out[column] += peak (a - ((column - x)/r)²)^m for the cells where that is not negative.
template <int m>
GEO_INLINE void add_chord(double x, double per_radius, double a, double peak, std::int64_t first,
                          std::int64_t last, double* out) {
    for (std::int64_t column = first; column <= last; ++column) {
        const double s = (static_cast<double>(column) - x) * per_radius;
        const double q = std::max(a - s * s, 0.0);
        double value = peak;
        for (int power = 0; power < m; ++power) value *= q;
        out[column] += value;
    }
}

GEO_CLONES void add_polynomial_row(int m, double x, double per_radius, double a, double peak,
                                   std::int64_t first, std::int64_t last, double* out) {
    if (m == 0) add_chord<0>(x, per_radius, a, peak, first, last, out);
    if (m == 1) add_chord<1>(x, per_radius, a, peak, first, last, out);
    if (m == 2) add_chord<2>(x, per_radius, a, peak, first, last, out);
    if (m == 3) add_chord<3>(x, per_radius, a, peak, first, last, out);
}

void add_gaussian_row(double x, double per_radius, double dy, double peak, std::int64_t first,
                      std::int64_t last, double* out) {
    const double here = peak * std::exp(-dy * dy / 2);
    for (std::int64_t column = first; column <= last; ++column) {
        const double s = (static_cast<double>(column) - x) * per_radius;
        out[column] += here * std::exp(-s * s / 2);
    }
}

/// What one place adds to rows [first_row, last_row).
void add_place(const AdaptivePlace& place, Kernel kernel, std::int64_t first_row, std::int64_t last_row,
               DensityGrid& grid) {
    const double reach = kernel_reach(kernel, place.radius), per_radius = 1 / place.radius;
    const double peak = place.weight * kernel_at_zero(kernel, place.radius * grid.shape.cell_m);
    const auto low = std::max(first_row, static_cast<std::int64_t>(std::ceil(place.y - reach)));
    const auto high = std::min(last_row - 1, static_cast<std::int64_t>(std::floor(place.y + reach)));
    const auto n_columns = std::int64_t{grid.shape.n_columns};
    for (std::int64_t row = low; row <= high; ++row) {
        const double dy = static_cast<double>(row) - place.y;
        const double half = std::sqrt(std::max(0.0, reach * reach - dy * dy));
        const auto first = static_cast<std::int64_t>(std::ceil(std::max(0.0, place.x - half)));
        const auto last = static_cast<std::int64_t>(
            std::floor(std::min(static_cast<double>(n_columns - 1), place.x + half)));
        double* const out = grid.per_km2.data() + row * n_columns;
        const double s = dy * per_radius;
        if (kernel == Kernel::gaussian)
            add_gaussian_row(place.x, per_radius, s, peak, first, last, out);
        else
            add_polynomial_row(static_cast<int>(kernel), place.x, per_radius, 1 - s * s, peak, first, last,
                               out);
    }
}

} // namespace

std::vector<double> abramson_bandwidths(std::span<const double> x_m, std::span<const double> y_m,
                                        std::span<const double> weight, const GridShape& shape,
                                        const DensityParams& params, Progress& progress) {
    const double h0 = params.bandwidth_m;
    const GridShape wide = widened(shape, kMostAdaptive * kernel_reach(params.kernel, h0) + 2 * shape.cell_m);
    const DensityGrid pilot = density(x_m, y_m, weight, wide, params, progress);
    std::vector<double> values(x_m.size(), std::numeric_limits<double>::quiet_NaN());
    double log_sum = 0, weight_sum = 0;
    for (std::size_t i = 0; i < x_m.size(); ++i) {
        const double w = weight.empty() ? 1 : weight[i];
        const double value = value_at(pilot, {x_m[i], y_m[i]});
        if (std::isnan(value) || w == 0) continue;
        values[i] = std::max(value, w * kernel_at_zero(params.kernel, h0));
        log_sum += w * std::log(values[i]);
        weight_sum += w;
    }
    const double g = weight_sum > 0 ? std::exp(log_sum / weight_sum) : 1;
    const double least = std::max(kLeastAdaptive * h0, std::min(h0, kLeastAdaptiveCells * shape.cell_m));
    for (double& value : values)
        if (!std::isnan(value)) value = std::clamp(h0 / std::sqrt(value / g), least, kMostAdaptive * h0);
    return values;
}

DensityGrid adaptive_density(std::span<const double> x_m, std::span<const double> y_m,
                             std::span<const double> weight, std::span<const double> bandwidth_m,
                             const GridShape& shape, const DensityParams& params, Progress& progress) {
    if (x_m.size() != y_m.size() || bandwidth_m.size() != x_m.size() ||
        (!weight.empty() && weight.size() != x_m.size()))
        throw Error(ErrorKind::Argument, "coordinates, weights and bandwidths differ in length");
    const std::vector<AdaptivePlace> places = distinct_places(x_m, y_m, weight, bandwidth_m, shape);
    double most = 0;
    for (const AdaptivePlace& place : places)
        most = std::max(most, kernel_reach(params.kernel, place.radius));
    DensityGrid grid{shape, std::vector<double>(shape.size(), 0.0)};
    parallel_for(shape.n_rows, kRows, params.threads, [&](std::size_t first, std::size_t last) {
        progress.at(first, shape.n_rows);
        const auto below = [](const AdaptivePlace& place, double y) { return place.y < y; };
        const auto from =
            std::lower_bound(places.begin(), places.end(), static_cast<double>(first) - most, below);
        const auto to = std::lower_bound(from, places.end(), static_cast<double>(last) + most, below);
        for (auto place = from; place != to; ++place)
            add_place(*place, params.kernel, static_cast<std::int64_t>(first),
                      static_cast<std::int64_t>(last), grid);
    });
    return grid;
}

} // namespace geo
