#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"

namespace geo {

enum class Kernel { uniform, epanechnikov, quartic, triweight, gaussian };

/// A raster of square cells in the analysis CRS. Row 0 is the southernmost; cell (column, row) is centred at
/// (west_m + (column + ½) cell_m, south_m + (row + ½) cell_m).
struct GridShape {
    double west_m = 0;
    double south_m = 0;
    double cell_m = 0;
    std::uint32_t n_columns = 0;
    std::uint32_t n_rows = 0;
    std::size_t size() const { return std::size_t{n_columns} * n_rows; }
    Local centre(std::uint32_t column, std::uint32_t row) const {
        return {west_m + (column + 0.5) * cell_m, south_m + (row + 0.5) * cell_m};
    }
    bool operator==(const GridShape&) const = default;
};

struct DensityGrid {
    GridShape shape;
    std::vector<double> per_km2; ///< row-major, south to north: incidents per km² (sum over the selection)
};

struct DensityParams {
    Kernel kernel = Kernel::quartic;
    double bandwidth_m = 25000; ///< radius h of the kernel's support; σ for the Gaussian; > 0
    unsigned threads = 0;       ///< 0: all of the machine; the result is the same for any number
    bool operator==(const DensityParams&) const = default;
};

/// Kernel density at the cell centres: Σᵢ wᵢ k(distance to incident i), per km².
///
///   k(d) = (m+1)/(π h²) (1 - d²/h²)^m for d <= h: uniform m = 0, Epanechnikov 1, quartic 2, triweight 3;
///   k(d) = exp(-d²/2σ²)/(2πσ²): Gaussian. Each integrates to 1.
///
/// Result: `shape`, with values >= 0 that are exactly 0 beyond every kernel's support.
///
/// Error against the sum taken term by term: 1e-10 of the peak for the polynomial kernels; at most 4e-4 of
/// the peak for the Gaussian (6e-5 at σ = 7 cells, as 0.14 (cell/σ)⁴; its tail ends at 5σ, 4e-6 of its mass).
///
/// Edges: incidents outside the grid count where their kernels reach into it; there is no edge correction. No
/// incident gives zeros; identical ones are added once with their weights' sum. Incidents with a NaN
/// coordinate are left out. Values are taken at cell centres, so the sum times a cell's area is Σwᵢ only
/// within about 1e-5 (quartic), 4e-4 (Epanechnikov), 6e-6 (Gaussian, its tail) at h = 17 cells; a bandwidth
/// below some 5 cells is too coarse a grid.
///
/// Cost, polynomial: O(n h/cell + cells); Gaussian: O(n + cells
/// σ/cell), below 4.5 cells O(n (σ/cell)²). Memory: the grid, 28 bytes an incident and some rows for each
/// thread (Gaussian: two grids more).
///
/// `weight` is empty (all 1) or as long as `x_m` and `y_m`. Throws
/// Argument when lengths differ, when bandwidth or cell is not positive, or when a weight is negative or not
/// a number. Cancelled by `progress`.
///
/// Source: row sums of polynomial kernels as Chan, U, Choi, Xu, "SLAM:
/// Efficient Sweep Line Algorithms for Kernel Density Visualization" (SIGMOD 2022; not opened) do by
/// sweeping; ours was derived here. Tests: density_test.cpp against density_brute.hpp.
DensityGrid density(std::span<const double> x_m, std::span<const double> y_m, std::span<const double> weight,
                    const GridShape& shape, const DensityParams& params, Progress& progress);

/// σ of the Gaussian that smooths as much: h / sqrt(2m + 4), the kernel's standard deviation along one axis.
double sigma_equivalent(Kernel kernel, double bandwidth_m);

/// Beyond this distance a kernel adds nothing: h, or 5σ of the Gaussian (4e-6 of its mass lies farther out).
double kernel_reach(Kernel kernel, double bandwidth_m);

/// "uniform", "epanechnikov", ... as on the command line.
std::string_view name_of(Kernel kernel);
std::optional<Kernel> kernel_from_name(std::string_view name);

/// Sum of the cells times a cell's area: the number of incidents (or weight) in the grid.
double integral(const DensityGrid& grid);

} // namespace geo
