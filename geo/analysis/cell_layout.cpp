#include "geo/analysis/cell_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr double kMostCells = 4e6;
const double kRoot3 = std::sqrt(3.0);

/// Width across the flats of the hexagon of a square's area, as a multiple of its side.
const double kHexagonWidth = std::sqrt(2 / kRoot3);

double squared(double x) { return x * x; }

} // namespace

std::string_view name_of(CellShape shape) { return shape == CellShape::square ? "square" : "hexagon"; }

std::optional<CellShape> cell_shape_from_name(std::string_view name) {
    if (name == "square") return CellShape::square;
    if (name == "hexagon") return CellShape::hexagon;
    return std::nullopt;
}

double CellLayout::pitch_x_m() const { return shape == CellShape::square ? cell_m : cell_m * kHexagonWidth; }
double CellLayout::pitch_y_m() const {
    return shape == CellShape::square ? cell_m : pitch_x_m() * kRoot3 / 2;
}
double CellLayout::offset_m(std::uint32_t row) const {
    return shape == CellShape::hexagon && row % 2 == 1 ? pitch_x_m() / 2 : 0;
}

Local CellLayout::centre(std::uint32_t column, std::uint32_t row) const {
    const double half_height = shape == CellShape::square ? cell_m / 2 : pitch_x_m() / kRoot3;
    return {west_m + offset_m(row) + (column + 0.5) * pitch_x_m(), south_m + half_height + row * pitch_y_m()};
}

std::vector<Local> CellLayout::corners(std::uint32_t column, std::uint32_t row) const {
    const Local c = centre(column, row);
    const double half = pitch_x_m() / 2;
    if (shape == CellShape::square)
        return {{c.x_m - half, c.y_m - half},
                {c.x_m + half, c.y_m - half},
                {c.x_m + half, c.y_m + half},
                {c.x_m - half, c.y_m + half}};
    const double tip = pitch_x_m() / kRoot3;
    return {{c.x_m, c.y_m - tip},            {c.x_m + half, c.y_m - tip / 2}, {c.x_m + half, c.y_m + tip / 2},
            {c.x_m, c.y_m + tip},            {c.x_m - half, c.y_m + tip / 2}, {c.x_m - half, c.y_m - tip / 2}};
}

std::optional<std::size_t> CellLayout::cell_of(Local place) const {
    if (std::isnan(place.x_m) || std::isnan(place.y_m)) return std::nullopt;
    const auto index = [&](double column, double row) -> std::optional<std::size_t> { // whole or not
        if (column < 0 || row < 0 || column >= n_columns || row >= n_rows) return std::nullopt;
        return static_cast<std::size_t>(row) * n_columns + static_cast<std::size_t>(column);
    };
    const double high = (place.y_m - south_m) / pitch_y_m();
    if (shape == CellShape::square) return index((place.x_m - west_m) / pitch_x_m(), high);
    const double middle = std::floor(high);
    // A hexagon is what is nearest to its centre; only the rows around can hold it.
    std::optional<std::size_t> nearest;
    double least = squared(pitch_x_m());
    for (double row = middle - 1; row <= middle + 1; ++row) {
        if (row < 0 || row >= n_rows) continue;
        const auto at = static_cast<std::uint32_t>(row);
        const double column = std::floor((place.x_m - west_m - offset_m(at)) / pitch_x_m());
        const auto cell = index(column, row);
        if (!cell) continue;
        const Local c = centre(static_cast<std::uint32_t>(column), at);
        const double distance = squared(c.x_m - place.x_m) + squared(c.y_m - place.y_m);
        if (distance > least) continue;
        least = distance;
        nearest = cell;
    }
    return nearest;
}

CellLayout cells_over(CellShape shape, double cell_m, Local low, Local high) {
    if (!(cell_m > 0)) throw Error(ErrorKind::Argument, "the cell must be above 0");
    CellLayout layout;
    layout.shape = shape;
    layout.cell_m = cell_m;
    const double x = layout.pitch_x_m(), y = layout.pitch_y_m();
    // Hexagons: one row and half a column around, for the teeth of the outermost cells; rows by twos, so that
    // odd stays odd.
    const double around = shape == CellShape::hexagon ? 1 : 0;
    const double rows = shape == CellShape::hexagon ? 2 * y : y;
    layout.west_m = (std::floor(low.x_m / x) - around) * x;
    layout.south_m = (std::floor(low.y_m / rows) - around) * rows;
    const double n_columns = std::max(1.0, std::ceil((high.x_m - layout.west_m) / x) + around);
    const double n_rows = std::max(1.0, std::ceil((high.y_m - layout.south_m) / y) + around);
    if (n_columns * n_rows > kMostCells)
        throw Error(ErrorKind::Argument, "the cell is too small: the area would have more than 4 million cells");
    layout.n_columns = static_cast<std::uint32_t>(n_columns);
    layout.n_rows = static_cast<std::uint32_t>(n_rows);
    return layout;
}

} // namespace geo
