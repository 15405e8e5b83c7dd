#include "geo/analysis/grid_value.hpp"

#include <array>
#include <limits>

namespace geo {

namespace {

/// Lagrange's cubics for the nodes at -1, 0, 1, 2.
std::array<double, 4> cubic_weights(double f) {
    return {-f * (f - 1) * (f - 2) / 6, (f + 1) * (f - 1) * (f - 2) / 2, -(f + 1) * f * (f - 2) / 2,
            (f + 1) * f * (f - 1) / 6};
}

} // namespace

double value_at(const DensityGrid& grid, Local place) {
    const GridShape& shape = grid.shape;
    const double x = (place.x_m - shape.west_m) / shape.cell_m - 0.5;
    const double y = (place.y_m - shape.south_m) / shape.cell_m - 0.5;
    if (!(x >= 1 && x < shape.n_columns - 2.0 && y >= 1 && y < shape.n_rows - 2.0))
        return std::numeric_limits<double>::quiet_NaN();
    const auto column = static_cast<std::size_t>(x), row = static_cast<std::size_t>(y);
    const auto across = cubic_weights(x - static_cast<double>(column));
    const auto up = cubic_weights(y - static_cast<double>(row));
    double sum = 0;
    for (std::size_t r = 0; r < 4; ++r)
        for (std::size_t c = 0; c < 4; ++c)
            sum += up[r] * across[c] * grid.per_km2[(row + r - 1) * shape.n_columns + column + c - 1];
    return sum;
}

} // namespace geo
