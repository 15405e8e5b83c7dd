#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/analysis/density.hpp"

namespace geo {

/// The incidents that can be felt within `reach` cells of a grid, in cells: the centre of cell (column, row)
/// is at (column, row). Sorted by row, then roughly by x; incidents at one coordinate are one place with
/// their weights' sum.
struct DensityPlaces {
    std::vector<double> x, y, weight;
    std::vector<std::size_t> row_start; ///< places of row r: [row_start[r + reach], row_start[r + reach + 1])
    std::int64_t reach = 0;             ///< rows kept on either side of the grid

    struct Range {
        std::size_t first, last;
    };
    /// Places in rows within `reach` of `row`.
    Range near(std::int64_t row) const {
        return {row_start[static_cast<std::size_t>(row)],
                row_start[static_cast<std::size_t>(row + 2 * reach + 1)]};
    }
};

DensityPlaces density_places(std::span<const double> x_m, std::span<const double> y_m,
                             std::span<const double> weight, const GridShape& shape, double reach_cells);

} // namespace geo
