#include "geo/analysis/density_gaussian.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <numbers>

#include "geo/analysis/clones.hpp"
#include "geo/analysis/density_places.hpp"
#include "geo/core/parallel.hpp"

// Incidents are spread over the 3 x 3 cell centres around them with the weights of the quadratic B-spline
// (triangular-shaped cloud), then smoothed along rows and columns. Those weights keep the mean and add the
// same variance, a quarter of a cell, wherever in its cell a place lies, so that it can be taken off the
// kernel's (cloud-in-cell weights add f(1-f), which can be taken off on average but not for a town that a
// thousand incidents share).

namespace geo {

namespace {

constexpr double kTail = 5;       // in σ
constexpr double kFewCells = 4.5; // a narrower σ is summed term by term
constexpr std::size_t kRows = 16;
constexpr std::size_t kStencil = 3;
constexpr double kStencilVariance = 0.25; // cells²

struct Bins {
    std::size_t n_columns = 0, n_rows = 0;
    std::size_t margin = 0; ///< cells around the grid
    std::vector<double> mass;
};

using Four = double __attribute__((vector_size(32)));

/// Weights of the cells at -1, 0, 1 for a place at d in [-0.5, 0.5), and nothing for the one at 2.
GEO_INLINE void set_weights(double d, Four& weights) {
    constexpr Four c0{0.125, 0.75, 0.125, 0}, c1{-0.5, 0, 0.5, 0}, c2{0.5, -1, 0.5, 0};
    weights = (c2 * d + c1) * d + c0;
}

constexpr std::size_t kAhead = 8;

GEO_CLONES void add_to_bins(std::span<const double> x_m, std::span<const double> y_m,
                            std::span<const double> weight, const GridShape& shape, Bins& bins) {
    double* const mass = bins.mass.data();
    const std::size_t stride = bins.n_columns;
    const double per_cell = 1 / shape.cell_m;
    const double west = static_cast<double>(bins.margin) - 0.5 - shape.west_m * per_cell;
    const double south = static_cast<double>(bins.margin) - 0.5 - shape.south_m * per_cell;
    const double right = static_cast<double>(bins.n_columns) - 3, top = static_cast<double>(bins.n_rows) - 3;
    // Places come in no order of space: their cells are fetched while those before them are added.
    std::array<double*, kAhead> cell{};
    std::array<Four, kAhead> across{}, down{};
    const auto add = [&](std::size_t slot) {
        double* at = cell[slot];
        for (std::size_t r = 0; at && r < kStencil; ++r, at += stride) {
            Four sum;
            std::memcpy(&sum, at, sizeof sum);
            sum += across[slot] * down[slot][r];
            std::memcpy(at, &sum, sizeof sum);
        }
        cell[slot] = nullptr;
    };
    for (std::size_t i = 0; i < x_m.size(); ++i) {
        const std::size_t slot = i % kAhead;
        add(slot);
        const double x = x_m[i] * per_cell + west, y = y_m[i] * per_cell + south;
        if (!(x >= 1 && x < right && y >= 1 && y < top)) continue; // NaN too
        const auto column = static_cast<std::size_t>(x + 0.5), row = static_cast<std::size_t>(y + 0.5);
        set_weights(x - static_cast<double>(column), across[slot]);
        set_weights(y - static_cast<double>(row), down[slot]);
        if (!weight.empty()) across[slot] *= weight[i];
        cell[slot] = mass + (row - 1) * stride + column - 1;
        for (std::size_t r = 0; r < kStencil; ++r) __builtin_prefetch(cell[slot] + r * stride, 1);
    }
    for (std::size_t i = 0; i < kAhead; ++i) add((x_m.size() + i) % kAhead);
}

/// Half of the kernel's row, from its middle outwards, with sum (both halves) 1.
std::vector<float> taps_of(double sigma) {
    std::vector<double> taps(static_cast<std::size_t>(std::ceil(kTail * sigma)) + 1);
    double sum = 0;
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const double d = static_cast<double>(i) / sigma;
        taps[i] = std::exp(-d * d / 2);
        sum += i == 0 ? taps[i] : 2 * taps[i];
    }
    std::vector<float> scaled;
    scaled.reserve(taps.size());
    for (const double tap : taps) scaled.push_back(static_cast<float>(tap / sum));
    return scaled;
}

constexpr std::size_t kLane = 64; // cells summed at a time: they stay in registers and the first cache

/// out[i] = Σ taps[k] (in[i - k stride] + in[i + k stride]) for n cells.
GEO_CLONES void smooth(const float* in, std::size_t stride, const float* taps, std::size_t n_taps, float* out,
                       std::size_t n) {
    for (std::size_t first = 0; first < n; first += kLane) {
        float sum[kLane];
        const std::size_t m = std::min(kLane, n - first);
        const float* here = in + first;
        if (m == kLane) {
            for (std::size_t i = 0; i < kLane; ++i) sum[i] = taps[0] * here[i];
            for (std::size_t k = 1; k < n_taps; ++k) {
                const float *before = here - k * stride, *after = here + k * stride;
                for (std::size_t i = 0; i < kLane; ++i) sum[i] += taps[k] * (before[i] + after[i]);
            }
        } else {
            for (std::size_t i = 0; i < m; ++i) sum[i] = taps[0] * here[i];
            for (std::size_t k = 1; k < n_taps; ++k) {
                const float *before = here - k * stride, *after = here + k * stride;
                for (std::size_t i = 0; i < m; ++i) sum[i] += taps[k] * (before[i] + after[i]);
            }
        }
        std::copy_n(sum, m, out + first);
    }
}

void add_by_bins(std::span<const double> x_m, std::span<const double> y_m, std::span<const double> weight,
                 double sigma, unsigned threads, DensityGrid& grid, Progress& progress) {
    const GridShape& shape = grid.shape;
    const std::vector<float> taps = taps_of(std::sqrt(sigma * sigma - kStencilVariance));
    Bins bins;
    bins.margin = taps.size() + kStencil + 1;
    bins.n_columns = shape.n_columns + 2 * bins.margin;
    bins.n_rows = shape.n_rows + 2 * bins.margin;
    bins.mass.assign(bins.n_columns * bins.n_rows, 0.0);
    add_to_bins(x_m, y_m, weight, shape, bins);

    std::vector<float> along_rows(bins.n_rows * shape.n_columns);
    parallel_for(bins.n_rows, kRows, threads, [&](std::size_t first, std::size_t last) {
        std::vector<float> row(bins.n_columns);
        for (std::size_t r = first; r < last; ++r) {
            const double* mass = bins.mass.data() + r * bins.n_columns;
            std::transform(mass, mass + bins.n_columns, row.begin(),
                           [](double v) { return static_cast<float>(v); });
            smooth(row.data() + bins.margin, 1, taps.data(), taps.size(),
                   along_rows.data() + r * shape.n_columns, shape.n_columns);
        }
        progress.at(0, shape.n_rows);
    });
    const double per_cell_km2 = 1e6 / (shape.cell_m * shape.cell_m);
    std::atomic<std::uint64_t> done{0};
    parallel_for(shape.n_rows, kRows, threads, [&](std::size_t first, std::size_t last) {
        std::vector<float> row(shape.n_columns);
        for (std::size_t r = first; r < last; ++r) {
            smooth(along_rows.data() + (r + bins.margin) * shape.n_columns, shape.n_columns, taps.data(),
                   taps.size(), row.data(), shape.n_columns);
            std::transform(row.begin(), row.end(), grid.per_km2.data() + r * shape.n_columns,
                           [&](float v) { return std::max(static_cast<double>(v), 0.0) * per_cell_km2; });
        }
        progress.at(done += last - first, shape.n_rows);
    });
}

/// One row of one place: exp(-(x - x0)²/2σ²) by its ratio from cell to cell, which itself has a constant
/// ratio.
void add_row(double x, double per_2sigma2, double reach, double factor, std::span<double> out) {
    const double west = std::ceil(std::max(x - reach, 0.0));
    const double east = std::floor(std::min(x + reach, static_cast<double>(out.size()) - 1));
    if (west > east) return;
    const double d = west - x;
    double value = factor * std::exp(-d * d * per_2sigma2);
    double ratio = std::exp(-(2 * d + 1) * per_2sigma2);
    const double ratio_of_ratios = std::exp(-2 * per_2sigma2);
    for (auto column = static_cast<std::size_t>(west); column <= static_cast<std::size_t>(east); ++column) {
        out[column] += value;
        value *= ratio;
        ratio *= ratio_of_ratios;
    }
}

void add_term_by_term(std::span<const double> x_m, std::span<const double> y_m,
                      std::span<const double> weight, double sigma, unsigned threads, DensityGrid& grid,
                      Progress& progress) {
    const GridShape& shape = grid.shape;
    const double reach = kTail * sigma, per_2sigma2 = 1 / (2 * sigma * sigma);
    const DensityPlaces places = density_places(x_m, y_m, weight, shape, reach);
    const double cell_km = shape.cell_m / 1000;
    const double scale = 1 / (2 * std::numbers::pi * sigma * sigma * cell_km * cell_km);
    std::atomic<std::uint64_t> done{0};
    parallel_for(shape.n_rows, kRows, threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            const std::span<double> out(grid.per_km2.data() + row * shape.n_columns, shape.n_columns);
            const auto [from, to] = places.near(static_cast<std::int64_t>(row));
            for (std::size_t i = from; i < to; ++i) {
                const double dy = static_cast<double>(row) - places.y[i];
                const double half2 = reach * reach - dy * dy;
                if (half2 < 0) continue;
                const double factor = scale * places.weight[i] * std::exp(-dy * dy * per_2sigma2);
                add_row(places.x[i], per_2sigma2, std::sqrt(half2), factor, out);
            }
        }
        progress.at(done += last - first, shape.n_rows);
    });
}

} // namespace

void add_gaussian_density(std::span<const double> x_m, std::span<const double> y_m,
                          std::span<const double> weight, const DensityParams& params, DensityGrid& grid,
                          Progress& progress) {
    const double sigma = params.bandwidth_m / grid.shape.cell_m;
    (sigma < kFewCells ? add_term_by_term : add_by_bins)(x_m, y_m, weight, sigma, params.threads, grid,
                                                         progress);
}

} // namespace geo
