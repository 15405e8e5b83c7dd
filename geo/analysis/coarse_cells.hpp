#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace geo {

struct CoarseCellParams {
    double side = 1; ///< of a cell, in the unit of the coordinates; above 0
    int merge_under =
        0;             ///< fewer items than that are not shown as a cell of their own; 0 and 1: every cell is
    int doublings = 3; ///< how often a side is doubled to gather enough; at least 0
};

/// What each item of the input becomes, by its index.
struct CoarseCells {
    std::vector<double> x, y;          ///< the cell's centre; NaN: withheld
    std::vector<std::uint8_t> doubled; ///< how often the side was doubled: side * 2^doubled
    std::size_t n_merged = 0;          ///< of those shown, in cells larger than asked for
    std::size_t n_withheld = 0;        ///< in no cell of enough items
    std::size_t n_unplaced = 0;        ///< without coordinates; not among those withheld
};

/// Places snapped to the centres of a fixed grid of square cells, so that nobody can tell where in the cell
/// an item was; with `merge_under` = k, nobody is shown in a group of fewer than k.
///
/// Cell of x: floor(x / side), [i * side, (i + 1) * side); a place within 1e-9 of a cell below an edge counts
/// as on it, so that 70.3 with a side of 0.1 is in the cell that begins there, whatever its last bit. The
/// grid begins at 0 for every input: two files that are coarsened apart cannot be laid over each other to see
/// more.
///
/// Merging: cells of k items or more are shown. The items of the others are gathered in cells of twice the
/// side (2 × 2 cells, without those already shown), and shown at the centre of that cell when they are k or
/// more together; else once more, `doublings` times. What is left is withheld. Every group that is shown then
/// has k items or more, and a larger cell stands for at least two cells asked for, because each of them has
/// fewer than k.
///
/// Result: as long as the input. NaN coordinates stay NaN and are counted as unplaced. Empty input: empty
/// result. O(n log n), 24 bytes an item beside the result. Throws Argument for spans of different lengths, a
/// side that is not above 0 or so small that a cell has no number of 31 bits. Checked against a brute force
/// in tests/unit/analysis/coarse_cells_test.cpp.
CoarseCells coarse_cells(std::span<const double> x, std::span<const double> y,
                         const CoarseCellParams& params);

} // namespace geo
