#include "geo/analysis/density_polynomial.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstring>
#include <numbers>

#include "geo/analysis/clones.hpp"
#include "geo/analysis/density_places.hpp"
#include "geo/core/parallel.hpp"

// In one grid row an incident's kernel is a polynomial of degree 2m over the chord that the row cuts out of
// its disc. Its coefficients are added where the chord begins and taken off where it ends (events); a running
// sum along the row then holds the polynomial of everything that covers a cell. A row is cut into tiles of at
// about twice a disc's width, each with its origin in its middle and a running sum that starts at zero, so that
// (x/h)^2m never gets large and no rounding is carried far: a chord over a tile's end begins again in the
// next. A disc that holds one cell at most has tiles of that one cell. With the coefficients runs a count of the open chords: where it is zero the density is exactly zero.

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

/// Where the row cuts the discs of some places: cells [begin, end), none where they are equal.
struct Chords {
    static constexpr std::size_t kMost = 256; // they stay in the first cache
    std::array<double, kMost> a;              ///< 1 - (dy/h)²
    std::array<std::int32_t, kMost> begin, end;
};

GEO_INLINE void cut_chords(const double* x, const double* y, std::size_t n, double row, double radius,
                           int n_columns, Chords& chords) {
    const double radius2 = radius * radius, per_radius2 = 1 / radius2, last = n_columns - 1;
    for (std::size_t i = 0; i < n; ++i) { // no branches: four at a time on AVX2
        const double dy = row - y[i];
        const double half2 = radius2 - dy * dy;
        const double half = std::sqrt(half2 > 0 ? half2 : 0);
        const double west = x[i] - half, east = x[i] + half;
        const double west_in = west > 0 ? west : 0, east_in = east < last ? east : last;
        const auto whole = static_cast<std::int32_t>(west_in);
        const std::int32_t begin = whole + (west_in > whole ? 1 : 0);
        const std::int32_t end = static_cast<std::int32_t>(east_in) + 1;
        const bool some = (half2 >= 0) & (east_in >= 0) & (begin < end);
        chords.a[i] = half2 * per_radius2;
        chords.begin[i] = begin;
        chords.end[i] = some ? end : begin;
    }
}

using Pair = double __attribute__((vector_size(16)));

template <int m, bool plus>
GEO_INLINE void add_event(double* at, const double* c) {
    for (int k = 0; k < kEvent<m>; k += 2) {
        Pair sum;
        std::memcpy(&sum, at + k, sizeof sum);
        const Pair change{c[k], c[k + 1]};
        sum = plus ? sum + change : sum - change;
        std::memcpy(at + k, &sum, sizeof sum);
    }
}

template <int m>
GEO_INLINE void add_events(const RowSweep& s) {
    constexpr int n = kEvent<m>;
    const int tile_mask = (1 << s.tile_bits) - 1;
    const double per_radius = 1 / s.radius, middle = 0.5 * tile_mask;
    double* const events = s.events;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled as far as it is read
    Chords chords;
    for (std::size_t block = s.first; block < s.last; block += Chords::kMost) {
        const std::size_t n_chords = std::min(Chords::kMost, s.last - block);
        const double *const x = s.x + block, *const weight = s.weight + block;
        cut_chords(x, s.y + block, n_chords, s.row, s.radius, s.n_columns, chords);
        for (std::size_t i = 0; i < n_chords; ++i) {
            const int begin = chords.begin[i], end = chords.end[i];
            if (begin == end) continue;
            const double a = chords.a[i], u = x[i] - middle, w = weight[i];
            const int tile = begin & ~tile_mask, last_tile = (end - 1) & ~tile_mask;
            double c[n];
            chord_polynomial<m>(a, (u - tile) * per_radius, w, c);
            add_event<m, true>(events + std::ptrdiff_t{begin} * n, c);
            if (last_tile != tile) {
                chord_polynomial<m>(a, (u - last_tile) * per_radius, w, c);
                add_event<m, true>(events + std::ptrdiff_t{last_tile} * n, c);
            }
            if ((end & tile_mask) != 0) // else the tile ends with the chord
                add_event<m, false>(events + std::ptrdiff_t{end} * n, c);
        }
    }
}

/// Running sums of the events, evaluated cell by cell; leaves the events zero.
template <int m>
GEO_INLINE void sum_events(const RowSweep& s) {
    constexpr int n = kEvent<m>;
    const int tile_cells = 1 << s.tile_bits;
    const double per_radius = 1 / s.radius, middle = 0.5 * (tile_cells - 1);
    for (int tile = 0; tile < s.n_columns; tile += tile_cells) {
        double sum[n] = {};
        const int end = std::min(tile + tile_cells, s.n_columns);
        for (int column = tile; column < end; ++column) {
            double* event = s.events + std::ptrdiff_t{column} * n;
            for (int k = 0; k < n; ++k) {
                sum[k] += event[k];
                event[k] = 0;
            }
            const double u = (column - tile - middle) * per_radius;
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
    const auto tile = std::bit_ceil(static_cast<unsigned>(std::clamp(4 * radius, 1.0, 1e6)));

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
