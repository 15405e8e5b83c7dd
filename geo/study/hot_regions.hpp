#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "geo/crs/analysis_crs.hpp"
#include "geo/study/hot_spots.hpp"

namespace geo {

/// Cells touch when their centres are no farther apart than those of cells that share an edge or a corner.
class Touching {
  public:
    /// Cells have a column and a row. Borrows the layout.
    template <typename Cell>
    Touching(const CellLayout& layout, const std::vector<Cell>& cells) : layout_(layout), at_(layout.size(), -1) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            at_[std::size_t{cells[i].row} * layout_.n_columns + cells[i].column] = static_cast<std::int64_t>(i);
    }
    /// Calls `visit` with the index of each cell that touches this one, itself too.
    template <typename Cell, typename Visit>
    void visit(const Cell& cell, Visit&& visit) const {
        const Local centre = layout_.centre(cell.column, cell.row);
        const double reach = std::hypot(layout_.pitch_x_m(), layout_.pitch_y_m()) * 1.001;
        const double hexagon_reach = layout_.pitch_x_m() * 1.001;
        for (std::int64_t row = std::int64_t{cell.row} - 1; row <= std::int64_t{cell.row} + 1; ++row)
            for (std::int64_t column = std::int64_t{cell.column} - 1; column <= std::int64_t{cell.column} + 1;
                 ++column) {
                if (row < 0 || column < 0 || row >= layout_.n_rows || column >= layout_.n_columns) continue;
                const std::int64_t other = at_[static_cast<std::size_t>(row * layout_.n_columns + column)];
                if (other < 0) continue;
                const Local there =
                    layout_.centre(static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row));
                const double apart = std::hypot(there.x_m - centre.x_m, there.y_m - centre.y_m);
                if (apart <= (layout_.shape == CellShape::hexagon ? hexagon_reach : reach))
                    visit(static_cast<std::size_t>(other));
            }
    }

  private:
    const CellLayout& layout_;
    std::vector<std::int64_t> at_; ///< index into cells, -1 where there is none
};

/// Fills `spots.regions`: hot cells that touch, the highest z first, each named by a place near its peak. O(cells).
void find_regions(HotSpots& spots, const Transformer& transformer, const std::vector<ReferencePlace>& places);

} // namespace geo
