#include "geo/analysis/space_time_cells.hpp"

#include <algorithm>
#include <cstdlib>
#include <numbers>
#include <numeric>
#include <tuple>

#include "geo/analysis/radix_sort.hpp"
#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr std::size_t kAhead = 16; // incidents come in the order of their dates: far apart in memory

struct Steps {
    std::uint32_t row, column;
    bool operator==(const Steps&) const = default;
};

/// Where each incident lies in a grid over all of them.
std::vector<Steps> steps(std::span<const double> x_m, std::span<const double> y_m, double side) {
    const double west = *std::min_element(x_m.begin(), x_m.end());
    const double south = *std::min_element(y_m.begin(), y_m.end());
    std::vector<Steps> result(x_m.size());
    for (std::size_t i = 0; i < x_m.size(); ++i)
        result[i] = {static_cast<std::uint32_t>((y_m[i] - south) / side),
                     static_cast<std::uint32_t>((x_m[i] - west) / side)};
    return result;
}

/// Time in stretches; all in the first one where it does not count.
class Stretches {
  public:
    Stretches(std::span<const DayNumber> day, std::optional<int> eps_time_days)
        : day_(day), low_(*std::min_element(day.begin(), day.end())),
          length_(eps_time_days ? std::int64_t{*eps_time_days} + 1 : std::int64_t{1} << 33) {}
    std::uint32_t of(std::size_t i) const { return static_cast<std::uint32_t>((day_[i] - low_) / length_); }

  private:
    std::span<const DayNumber> day_;
    std::int64_t low_, length_;
};

/// Sorts by the lower half's `key_of`, stable.
template <typename KeyOf>
void sort_by(std::vector<std::uint64_t>& keyed, KeyOf&& key_of) {
    for (std::uint64_t& k : keyed) {
        const std::size_t i = k & 0xffffffffu;
        k = std::uint64_t{key_of(i)} << 32 | i;
    }
    sort_by_upper_key(keyed);
}

/// Incidents by row, column and stretch.
std::vector<std::uint64_t> sorted(const std::vector<Steps>& at, const Stretches& stretches, bool timed) {
    std::vector<std::uint64_t> keyed(at.size());
    std::iota(keyed.begin(), keyed.end(), std::uint64_t{0});
    if (timed) sort_by(keyed, [&](std::size_t i) { return stretches.of(i); });
    std::uint64_t n_rows = 0, n_columns = 0;
    for (const Steps& s : at) {
        n_rows = std::max(n_rows, std::uint64_t{s.row} + 1);
        n_columns = std::max(n_columns, std::uint64_t{s.column} + 1);
    }
    if (n_rows * n_columns <= std::uint64_t{1} << 32) {
        sort_by(keyed, [&](std::size_t i) {
            return static_cast<std::uint32_t>(at[i].row * n_columns + at[i].column);
        });
        return keyed;
    }
    sort_by(keyed, [&](std::size_t i) { return at[i].column; });
    sort_by(keyed, [&](std::size_t i) { return at[i].row; });
    return keyed;
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
        const std::vector<Steps> at = steps(x_m, y_m, side_of(x_m, y_m, eps_m));
        const Stretches stretches(day, eps_time_days);
        const std::vector<std::uint64_t> order = sorted(at, stretches, eps_time_days.has_value());
        rows_.reserve(n);
        days_.reserve(n + 1);
        places_.reserve(n + 1);
        std::vector<Record> cell;
        for (std::size_t next = 0; next < n;) {
            const std::size_t lead = order[next] & 0xffffffffu;
            const auto [row, column] = at[lead];
            const std::uint32_t stretch = stretches.of(lead);
            if (squares_.empty() || squares_.back().row != row || squares_.back().column != column)
                squares_.push_back({row, column, static_cast<std::uint32_t>(cells_.size())});
            cells_.push_back({stretch, static_cast<std::uint32_t>(places_.size())});
            for (cell.clear(); next < n; ++next) {
                const std::size_t i = order[next] & 0xffffffffu;
                if (at[i] != at[lead] || stretches.of(i) != stretch) break;
                cell.push_back({x_m[i], y_m[i], eps_time_days ? day[i] : 0, static_cast<std::uint32_t>(i)});
                if (next + kAhead >= n) continue;
                const std::size_t soon = order[next + kAhead] & 0xffffffffu;
                __builtin_prefetch(&x_m[soon]);
                __builtin_prefetch(&y_m[soon]);
                __builtin_prefetch(&day[soon]);
                __builtin_prefetch(&at[soon]);
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
