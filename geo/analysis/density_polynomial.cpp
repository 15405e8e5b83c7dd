#include "geo/analysis/density_polynomial.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <numbers>

#include "geo/analysis/clones.hpp"
#include "geo/analysis/density_places.hpp"
#include "geo/core/parallel.hpp"

// In one grid row an incident's kernel is a polynomial of degree 2m over the chord that the row cuts out of
// its disc. Its coefficients are added where the chord begins and taken off where it ends (events); a running
// sum along the row then holds the polynomial of everything that covers a cell. A row is cut into tiles of at
// least twice a disc's width, each with its own origin and a running sum that starts at zero, so that
// (x/h)^2m never gets large and no rounding is carried far: a chord over a tile's end begins again in the
// next. With the coefficients runs a count of the open chords: where it is zero the density is exactly zero.

namespace geo {

namespace {

constexpr std::size_t kRows = 16; // a block of rows for one thread

/// One row of the sweep. Lengths are in cells.
struct RowSweep {
    const double* x;
    const double* y;
    const double* weight;
    std::size_t first, last; ///< places that may reach the row
    double row;
    double radius;
    int n_columns;
    int tile_bits;
    double* events; ///< (n_columns + 1) times kEvent<m>: count, then coefficients; zero before and after
    double* out;
    double scale;
};

template <int m>
constexpr int kEvent = 2 * m + 2;

/// Coefficients in s = (x - origin)/h of weight (a - (s - u)²)^m, lowest first, after a count of 1.
template <int m>
GEO_INLINE void chord_polynomial(double a, double u, double weight, double* c) {
    const double p0 = a - u * u, p1 = 2 * u; // a - (s - u)² = p0 + p1 s - s²
    c[0] = 1;
    if constexpr (m == 0) {
        c[1] = weight;
    } else if constexpr (m == 1) {
        c[1] = weight * p0;
        c[2] = weight * p1;
        c[3] = -weight;
    } else if constexpr (m == 2) {
        c[1] = weight * p0 * p0;
        c[2] = weight * 2 * p0 * p1;
        c[3] = weight * (p1 * p1 - 2 * p0);
        c[4] = weight * -2 * p1;
        c[5] = weight;
    } else {
        c[1] = weight * p0 * p0 * p0;
        c[2] = weight * 3 * p0 * p0 * p1;
        c[3] = weight * 3 * p0 * (p1 * p1 - p0);
        c[4] = weight * p1 * (p1 * p1 - 6 * p0);
        c[5] = weight * 3 * (p0 - p1 * p1);
        c[6] = weight * 3 * p1;
        c[7] = -weight;
    }
}

template <int m>
GEO_INLINE void add_events(const RowSweep& s) {
    constexpr int n = kEvent<m>;
    const double radius2 = s.radius * s.radius, per_radius = 1 / s.radius;
    const int tile_mask = (1 << s.tile_bits) - 1;
    const double half_tile = 0.5 * (tile_mask + 1);
    for (std::size_t i = s.first; i < s.last; ++i) {
        const double dy = s.row - s.y[i];
        const double half2 = radius2 - dy * dy;
        if (half2 < 0) continue;
        const double half = std::sqrt(half2);
        const double west = std::max(s.x[i] - half, 0.0), east = s.x[i] + half;
        if (east < 0) continue;
        int begin = static_cast<int>(west);
        begin += begin < west;
        const int end = std::min(static_cast<int>(east) + 1, s.n_columns);
        if (begin >= end) continue;

        const double a = half2 * per_radius * per_radius;
        double c[n];
        const int tile = begin & ~tile_mask, last_tile = (end - 1) & ~tile_mask;
        chord_polynomial<m>(a, (s.x[i] - tile - half_tile) * per_radius, s.weight[i], c);
        double* at = s.events + std::ptrdiff_t{begin} * n;
        for (int k = 0; k < n; ++k) at[k] += c[k];
        if (last_tile != tile) {
            chord_polynomial<m>(a, (s.x[i] - last_tile - half_tile) * per_radius, s.weight[i], c);
            at = s.events + std::ptrdiff_t{last_tile} * n;
            for (int k = 0; k < n; ++k) at[k] += c[k];
        }
        if ((end & tile_mask) == 0) continue; // the tile ends with the chord
        at = s.events + std::ptrdiff_t{end} * n;
        for (int k = 0; k < n; ++k) at[k] -= c[k];
    }
}

/// Running sums of the events, evaluated cell by cell; leaves the events zero.
template <int m>
GEO_INLINE void sum_events(const RowSweep& s) {
    constexpr int n = kEvent<m>;
    const int tile_cells = 1 << s.tile_bits;
    const double per_radius = 1 / s.radius;
    for (int tile = 0; tile < s.n_columns; tile += tile_cells) {
        double sum[n] = {};
        const int end = std::min(tile + tile_cells, s.n_columns);
        for (int column = tile; column < end; ++column) {
            double* event = s.events + std::ptrdiff_t{column} * n;
            for (int k = 0; k < n; ++k) {
                sum[k] += event[k];
                event[k] = 0;
            }
            const double u = (column - tile - 0.5 * tile_cells) * per_radius;
            double value = sum[n - 1];
            for (int k = n - 2; k > 0; --k) value = value * u + sum[k];
            if (sum[0] == 0) // nothing open: forget the rounding
                for (int k = 0; k < n; ++k) sum[k] = 0;
            s.out[column] = sum[0] == 0 ? 0 : std::max(value, 0.0) * s.scale;
        }
    }
    std::fill_n(s.events + std::ptrdiff_t{s.n_columns} * n, n, 0.0);
}

template <int m>
GEO_INLINE void sweep(const RowSweep& s) {
    add_events<m>(s);
    sum_events<m>(s);
}

GEO_CLONES void sweep_uniform(const RowSweep& s) { sweep<0>(s); }
GEO_CLONES void sweep_epanechnikov(const RowSweep& s) { sweep<1>(s); }
GEO_CLONES void sweep_quartic(const RowSweep& s) { sweep<2>(s); }
GEO_CLONES void sweep_triweight(const RowSweep& s) { sweep<3>(s); }

constexpr std::array kSweeps{sweep_uniform, sweep_epanechnikov, sweep_quartic, sweep_triweight};

} // namespace

void add_polynomial_density(std::span<const double> x_m, std::span<const double> y_m,
                            std::span<const double> weight, const DensityParams& params, DensityGrid& grid,
                            Progress& progress) {
    const GridShape& shape = grid.shape;
    const auto m =
        static_cast<std::size_t>(params.kernel); // kernels are declared in the order of their power
    const double radius = params.bandwidth_m / shape.cell_m;
    const DensityPlaces places = density_places(x_m, y_m, weight, shape, radius);
    const double h_km = params.bandwidth_m / 1000;
    const double scale = (static_cast<double>(m) + 1) / (std::numbers::pi * h_km * h_km);
    const auto tile = std::bit_ceil(static_cast<unsigned>(std::clamp(4 * radius, 2.0, 1e6)));

    std::atomic<std::uint64_t> done{0};
    parallel_for(shape.n_rows, kRows, params.threads, [&](std::size_t first, std::size_t last) {
        std::vector<double> events((std::size_t{shape.n_columns} + 1) * (2 * m + 2), 0.0);
        for (std::size_t row = first; row < last; ++row) {
            const auto [from, to] = places.near(static_cast<std::int64_t>(row));
            kSweeps[m]({places.x.data(), places.y.data(), places.weight.data(), from, to,
                        static_cast<double>(row), radius, static_cast<int>(shape.n_columns),
                        std::countr_zero(tile), events.data(), grid.per_km2.data() + row * shape.n_columns,
                        scale});
        }
        progress.at(done += last - first, shape.n_rows);
    });
}

} // namespace geo
