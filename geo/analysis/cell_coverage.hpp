#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/analysis/density.hpp"
#include "geo/analysis/local_polygon.hpp"

namespace geo {

/// The rings of an area, exteriors counter-clockwise and holes clockwise, whatever way they came; no corner
/// repeated.
struct Outline {
    std::vector<Local> corners;
    std::vector<std::size_t> ring_end; ///< ring r: corners [ring_end[r - 1], ring_end[r])
    double area_m2 = 0;
    LocalBox box;
};

/// Rings of fewer than three corners are left out; their first corner need not be repeated. The area must be
/// valid: parts that overlap count twice. O(corners).
Outline outline_of(const LocalMultiPolygon& area);

/// Some rows of a grid in which areas are laid one after another; each cell sums amount × its share inside
/// the area.
///
/// The share is exact for straight edges: an edge adds to the cells that it crosses what they have to its
/// right, and a running sum along the row carries it on. With the sums runs a count of the areas that reach a
/// cell: where it is zero the amount is exactly zero. Cost of an area: O(cells its edges cross); of `visit`:
/// O(cells). Memory: 12 bytes a cell.
class CoverageBand {
  public:
    /// Rows [first_row, last_row) of the grid.
    CoverageBand(const GridShape& shape, std::uint32_t first_row, std::uint32_t last_row);

    /// One edge of the area that is being laid; its inside is to the left.
    void add_edge(Local from, Local to, double amount);
    /// All edges of the area are there.
    void end_area();
    void add(const Outline& outline, double amount);

    /// body(column, row, amount) for the cells with something in them, row by row.
    template <typename Body>
    void visit(Body&& body) const {
        for (std::size_t row = 0; row < n_rows_; ++row) {
            double sum = 0;
            std::int32_t n_open = 0;
            for (std::size_t column = 0; column < n_columns_; ++column) {
                const std::size_t at = row * (n_columns_ + 1) + column;
                sum += change_[at];
                n_open += opened_[at];
                if (n_open == 0) sum = 0; // nothing reaches here: forget the rounding
                if (sum > 0)
                    body(static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(first_row_ + row),
                         sum);
            }
        }
    }

  private:
    struct Reach { ///< columns that the area's edges touch in a row, `last` included
        std::int64_t first, last;
    };
    /// The piece of an edge within one row, from x_low to x_high >= x_low in cells.
    void add_piece(std::size_t row, double x_low, double x_high, double amount);

    GridShape shape_;
    std::size_t first_row_, n_rows_, n_columns_;
    std::vector<double> change_; ///< from one cell to the next, n_columns + 1 a row
    std::vector<std::int32_t> opened_;
    std::vector<Reach> reach_;
    std::size_t touched_first_, touched_last_ = 0; ///< rows with a reach
};

/// Each cell's share inside the area, row-major, 0 to 1. Corners that are no numbers are the caller's fault.
/// The same for any number of threads (0: all of the machine). Test: cell_coverage_test.cpp against counting
/// fine points.
std::vector<double> shares_inside(const LocalMultiPolygon& area, const GridShape& shape, unsigned threads,
                                  Progress& progress);

} // namespace geo
