#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/core/civil.hpp"

namespace geo {

/// Incidents in squares of space and stretches of time that are so small that all incidents of one cell are
/// neighbours of each other: squares of side eps/√2, and stretches of eps_time + 1 days. Squares come by row,
/// then column; the cells of a square by time; the places of a cell are its distinct coordinates, and each
/// place has its distinct days. So an incident's neighbours are in the 25 squares and 3 stretches around it,
/// the days within reach at one place are one search, and thousands of incidents at one coordinate are one
/// place.
///
/// Each list ends with a sentinel: the members of item i are [first(i), first(i + 1)) of the next list.
class SpaceTimeCells {
  public:
    struct Square {
        std::uint32_t row, column;
        std::uint32_t first_cell;
    };
    struct Cell {
        std::uint32_t stretch;
        std::uint32_t first_place;
    };
    struct Place {
        double x_m, y_m;
        std::uint32_t first_day;
    };
    struct PlaceDay {
        DayNumber day; ///< 0 where time does not count
        std::uint32_t first_row;
    };

    /// `eps_time_days` empty: time does not count, one stretch and one day. Spans of one length, finite.
    SpaceTimeCells(std::span<const double> x_m, std::span<const double> y_m, std::span<const DayNumber> day,
                   double eps_m, std::optional<int> eps_time_days);

    std::size_t n_squares() const { return squares_.size() - 1; }
    std::size_t n_cells() const { return cells_.size() - 1; }
    std::size_t n_days() const { return days_.size() - 1; }
    std::size_t n_rows() const { return rows_.size(); }

    const Square& square(std::size_t i) const { return squares_[i]; }
    const Cell& cell(std::size_t i) const { return cells_[i]; }
    const Place& place(std::size_t i) const { return places_[i]; }
    const PlaceDay& day(std::size_t i) const { return days_[i]; }
    std::span<const PlaceDay> days() const { return days_; }
    std::uint32_t row(std::size_t i) const { return rows_[i]; } ///< of the spans given

    /// Half-open ranges of days (of all places) and of rows in one cell.
    std::size_t first_day_of_cell(std::size_t c) const { return places_[cells_[c].first_place].first_day; }
    std::size_t first_row_of_cell(std::size_t c) const { return days_[first_day_of_cell(c)].first_row; }
    std::size_t n_rows_of_cell(std::size_t c) const {
        return first_row_of_cell(c + 1) - first_row_of_cell(c);
    }

  private:
    struct Record;
    void keep(std::span<const Record> cell);

    std::vector<Square> squares_;
    std::vector<Cell> cells_;
    std::vector<Place> places_;
    std::vector<PlaceDay> days_;
    std::vector<std::uint32_t> rows_;
};

/// Half-open.
struct CellRange {
    std::uint32_t first, last;
};

/// For each cell of the squares [first, last) in order: which cells can hold neighbours of its incidents, as
/// up to 25 ranges, the nearest squares first, its own before all. `see(cell, ranges)`.
template <typename See>
void for_each_cell_and_around(const SpaceTimeCells& cells, std::size_t first, std::size_t last, See&& see);

/// Squares at most two rows and columns away from one, found by five pointers that only move forward.
class SquaresAround {
  public:
    SquaresAround(const SpaceTimeCells& cells, std::size_t first);
    /// Of `square`, which must not come before that of the call before. The nearest first.
    std::span<const std::uint32_t> of(std::size_t square);

  private:
    const SpaceTimeCells& cells_;
    std::array<std::size_t, 5> at_{};
    std::array<std::uint32_t, 25> found_{};
};

template <typename See>
void for_each_cell_and_around(const SpaceTimeCells& cells, std::size_t first, std::size_t last, See&& see) {
    SquaresAround squares(cells, first);
    std::array<CellRange, 25> ranges{};
    std::array<std::uint32_t, 25> at{};
    for (std::size_t square = first; square < last; ++square) {
        const std::span<const std::uint32_t> around = squares.of(square);
        for (std::size_t k = 0; k < around.size(); ++k) at[k] = cells.square(around[k]).first_cell;
        for (std::uint32_t c = cells.square(square).first_cell; c < cells.square(square + 1).first_cell;
             ++c) {
            const std::uint32_t stretch = cells.cell(c).stretch;
            std::size_t n = 0;
            for (std::size_t k = 0; k < around.size(); ++k) {
                const std::uint32_t end = cells.square(around[k] + std::size_t{1}).first_cell;
                while (at[k] < end && cells.cell(at[k]).stretch + 1 < stretch) ++at[k];
                std::uint32_t to = at[k];
                while (to < end && cells.cell(to).stretch <= stretch + 1) ++to;
                if (to > at[k]) ranges[n++] = {at[k], to};
            }
            see(std::size_t{c}, std::span<const CellRange>(ranges.data(), n));
        }
    }
}

} // namespace geo
