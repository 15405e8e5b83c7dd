#include "geo/analysis/space_time_cells.hpp"

#include <algorithm>
#include <cstdlib>
#include <numbers>
#include <tuple>

#include "geo/analysis/radix_sort.hpp"
#include "geo/core/error.hpp"

namespace geo {

namespace {

/// Rows sorted by stretch of time within column within row of the grid.
struct Grid {
    std::vector<std::uint32_t> column, row, stretch; ///< of each incident; stretch empty: time does not count

    std::vector<std::uint64_t> sorted() const {
        std::vector<std::uint64_t> keyed(column.size());
        for (std::size_t i = 0; i < keyed.size(); ++i) keyed[i] = i;
        for (const auto* key : {&stretch, &column, &row}) {
            if (key->empty()) continue;
            for (std::uint64_t& k : keyed) {
                const std::uint64_t i = k & 0xffffffffu;
                k = std::uint64_t{(*key)[i]} << 32 | i;
            }
            sort_by_upper_key(keyed);
        }
        return keyed;
    }
};

std::vector<std::uint32_t> steps(std::span<const double> values, double side) {
    const double low = *std::min_element(values.begin(), values.end());
    std::vector<std::uint32_t> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        result[i] = static_cast<std::uint32_t>((values[i] - low) / side);
    return result;
}

std::vector<std::uint32_t> stretches(std::span<const DayNumber> day, int eps_time_days) {
    const std::int64_t low = *std::min_element(day.begin(), day.end()),
                       length = std::int64_t{eps_time_days} + 1;
    std::vector<std::uint32_t> result(day.size());
    for (std::size_t i = 0; i < day.size(); ++i)
        result[i] = static_cast<std::uint32_t>((day[i] - low) / length);
    return result;
}

/// A hair under eps/√2, so that rounding never puts two incidents into one square that are further apart than
/// eps.
double side_of(std::span<const double> x_m, std::span<const double> y_m, double eps_m) {
    constexpr double kMostSquares = 1e9,
                     kRoom = 1e-6; // of a row; a double's rounding there is 2e-7 of a square
    for (const auto& values : {x_m, y_m}) {
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        if (!(*high - *low < eps_m * kMostSquares))
            throw Error(ErrorKind::Argument, "clusters: eps is too small for an extent this large");
    }
    return eps_m * (1 - kRoom) / std::numbers::sqrt2;
}

} // namespace

struct SpaceTimeCells::Record {
    double x_m, y_m;
    DayNumber day;
    std::uint32_t row;
    bool operator<(const Record& o) const {
        return std::tie(x_m, y_m, day, row) < std::tie(o.x_m, o.y_m, o.day, o.row);
    }
};

SpaceTimeCells::SpaceTimeCells(std::span<const double> x_m, std::span<const double> y_m,
                               std::span<const DayNumber> day, double eps_m,
                               std::optional<int> eps_time_days) {
    const std::size_t n = x_m.size();
    if (n > 0) {
        const double side = side_of(x_m, y_m, eps_m);
        Grid grid{steps(x_m, side), steps(y_m, side), {}};
        if (eps_time_days) grid.stretch = stretches(day, *eps_time_days);
        const std::vector<std::uint64_t> sorted = grid.sorted();
        const auto stretch = [&](std::size_t i) { return grid.stretch.empty() ? 0 : grid.stretch[i]; };
        rows_.reserve(n);
        days_.reserve(n + 1);
        places_.reserve(n + 1);
        std::vector<Record> cell;
        for (std::size_t at = 0; at < n;) {
            const std::size_t lead = sorted[at] & 0xffffffffu;
            const std::uint32_t row = grid.row[lead], column = grid.column[lead];
            if (squares_.empty() || squares_.back().row != row || squares_.back().column != column)
                squares_.push_back({row, column, static_cast<std::uint32_t>(cells_.size())});
            cells_.push_back({stretch(lead), static_cast<std::uint32_t>(places_.size())});
            for (cell.clear(); at < n; ++at) {
                const std::size_t i = sorted[at] & 0xffffffffu;
                if (grid.row[i] != row || grid.column[i] != column || stretch(i) != stretch(lead)) break;
                cell.push_back({x_m[i], y_m[i], eps_time_days ? day[i] : 0, static_cast<std::uint32_t>(i)});
            }
            std::sort(cell.begin(), cell.end());
            keep(cell);
        }
    }
    squares_.push_back({0, 0, static_cast<std::uint32_t>(cells_.size())});
    cells_.push_back({0, static_cast<std::uint32_t>(places_.size())});
    places_.push_back({0, 0, static_cast<std::uint32_t>(days_.size())});
    days_.push_back({0, static_cast<std::uint32_t>(rows_.size())});
}

void SpaceTimeCells::keep(std::span<const Record> cell) {
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const Record& r = cell[i];
        const bool new_place = i == 0 || r.x_m != cell[i - 1].x_m || r.y_m != cell[i - 1].y_m;
        if (new_place) places_.push_back({r.x_m, r.y_m, static_cast<std::uint32_t>(days_.size())});
        if (new_place || r.day != cell[i - 1].day)
            days_.push_back({r.day, static_cast<std::uint32_t>(rows_.size())});
        rows_.push_back(r.row);
    }
}

SquaresAround::SquaresAround(const SpaceTimeCells& cells, std::size_t first) : cells_(cells) {
    const auto row = std::int64_t{cells.square(first).row}, column = std::int64_t{cells.square(first).column};
    for (std::size_t k = 0; k < at_.size(); ++k) {
        const std::pair wanted{row + static_cast<std::int64_t>(k) - 2, column - 2};
        std::size_t low = 0, high = cells.n_squares();
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            const SpaceTimeCells::Square& s = cells.square(middle);
            const bool before = std::pair<std::int64_t, std::int64_t>{s.row, s.column} < wanted;
            (before ? low : high) = before ? middle + 1 : middle;
        }
        at_[k] = low;
    }
}

std::span<const std::uint32_t> SquaresAround::of(std::size_t square) {
    const auto row = std::int64_t{cells_.square(square).row},
               column = std::int64_t{cells_.square(square).column};
    std::array<std::uint32_t, 16> far{};
    std::size_t n_near = 1, n_far = 0;
    found_[0] = static_cast<std::uint32_t>(square);
    for (std::size_t k = 0; k < at_.size(); ++k) {
        const std::int64_t wanted = row + static_cast<std::int64_t>(k) - 2;
        const auto row_of = [&](std::size_t i) { return std::int64_t{cells_.square(i).row}; };
        const auto column_of = [&](std::size_t i) { return std::int64_t{cells_.square(i).column}; };
        std::size_t& at = at_[k];
        while (at < cells_.n_squares() &&
               (row_of(at) < wanted || (row_of(at) == wanted && column_of(at) < column - 2)))
            ++at;
        for (std::size_t i = at; i < cells_.n_squares() && row_of(i) == wanted && column_of(i) <= column + 2;
             ++i) {
            if (i == square) continue;
            const bool near = std::abs(wanted - row) <= 1 && std::abs(column_of(i) - column) <= 1;
            (near ? found_[n_near++] : far[n_far++]) = static_cast<std::uint32_t>(i);
        }
    }
    std::copy_n(far.begin(), n_far, found_.begin() + static_cast<std::ptrdiff_t>(n_near));
    return {found_.data(), n_near + n_far};
}

} // namespace geo
