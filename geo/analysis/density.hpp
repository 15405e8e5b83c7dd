#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
    bool operator==(const GridShape&) const = default;
};

struct DensityGrid {
    GridShape shape;
    std::vector<double> per_km2; ///< row-major, south to north: incidents per km² (sum over the selection)
};

struct DensityParams {
    Kernel kernel = Kernel::quartic;
    double bandwidth_m = 25000; ///< radius h of the kernel's support; σ for the Gaussian
    unsigned threads = 0;
};

} // namespace geo
