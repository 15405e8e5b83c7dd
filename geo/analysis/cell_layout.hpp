#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

enum class CellShape { square, hexagon };

/// "square", "hexagon", as on the command line.
std::string_view name_of(CellShape shape);
std::optional<CellShape> cell_shape_from_name(std::string_view name);

/// Rows of equal cells in the plane of the analysis CRS, row 0 southernmost. Squares of the side `cell_m`, or
/// regular hexagons of the same area, a corner to the north, each odd row half a cell to the east.
struct CellLayout {
    CellShape shape = CellShape::square;
    double cell_m = 0; ///< side of the square of a cell's area
    double west_m = 0; ///< left edge of the first cell of row 0
    double south_m = 0; ///< lower edge (of hexagons: the lowest corner) of row 0
    std::uint32_t n_columns = 0, n_rows = 0;

    std::size_t size() const { return std::size_t{n_columns} * n_rows; }
    double area_m2() const { return cell_m * cell_m; }
    double pitch_x_m() const; ///< from centre to centre along a row
    double pitch_y_m() const; ///< from row to row
    double offset_m(std::uint32_t row) const; ///< of a row's first cell to the east
    Local centre(std::uint32_t column, std::uint32_t row) const;
    /// Counter-clockwise, the first corner not repeated.
    std::vector<Local> corners(std::uint32_t column, std::uint32_t row) const;
    /// Index row * n_columns + column of the cell that holds the place; on an edge the one to the north or east.
    std::optional<std::size_t> cell_of(Local place) const;
    bool operator==(const CellLayout&) const = default;
};

/// Whole cells over a box, counted from the origin of the plane, so that a small change of the box does not
/// move them. Throws Argument when `cell_m` is not positive or more than 4e6 cells would be needed.
CellLayout cells_over(CellShape shape, double cell_m, Local low, Local high);

} // namespace geo
