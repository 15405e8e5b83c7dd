#include "geo/analysis/gi_star.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr double kRoom = 1 + 1e-9;  // of the radius: cells at exactly that distance are neighbours
constexpr double kRounding = 1e-12; // of the mean: less is no difference between values

struct Sums {
    double values = 0;
    std::uint32_t n = 0;
};

void find_mean(GiStar& result, std::span<const double> values, std::span<const std::uint8_t> included) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!included.empty() && included[i] == 0) continue;
        ++result.n;
        sum += values[i];
    }
    if (result.n == 0) return;
    result.mean = sum / static_cast<double>(result.n);
    double squares = 0; // about the mean: the same as Σx²/n - X², without its cancellation
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!included.empty() && included[i] == 0) continue;
        squares += (values[i] - result.mean) * (values[i] - result.mean);
    }
    result.deviation = std::sqrt(squares / static_cast<double>(result.n));
    if (result.deviation <= kRounding * std::abs(result.mean))
        result.deviation = 0; // equal rates, but for rounding
}

void put(GiStar& result, std::size_t cell, Sums sums) {
    const auto n = static_cast<double>(result.n), w = static_cast<double>(sums.n);
    result.n_neighbours[cell] = sums.n;
    result.in_sight[cell] = sums.values;
    result.expected[cell] = result.mean * w;
    const double under = n > 1 ? (n * w - w * w) / (n - 1) : 0;
    if (result.deviation > 0 && under > 0)
        result.z[cell] = (sums.values - result.expected[cell]) / (result.deviation * std::sqrt(under));
}

GiStar empty_result(std::size_t size) {
    GiStar result;
    result.z.assign(size, std::numeric_limits<double>::quiet_NaN());
    result.expected.assign(size, 0);
    result.in_sight.assign(size, 0);
    result.n_neighbours.assign(size, 0);
    return result;
}

/// Sums of each row up to a column, so that a stretch of a row is one difference.
class RowSums {
  public:
    RowSums(const CellLayout& layout, std::span<const double> values, std::span<const std::uint8_t> included)
        : width_(std::size_t{layout.n_columns} + 1), values_(width_ * layout.n_rows), n_(values_.size()) {
        for (std::size_t row = 0; row < layout.n_rows; ++row)
            for (std::size_t column = 0; column < layout.n_columns; ++column) {
                const std::size_t cell = row * layout.n_columns + column, at = row * width_ + column;
                const bool counts = included[cell] != 0;
                values_[at + 1] = values_[at] + (counts ? values[cell] : 0);
                n_[at + 1] = n_[at] + (counts ? 1 : 0);
            }
    }
    void add(std::size_t row, std::size_t first, std::size_t last, Sums& sums) const {
        const std::size_t from = row * width_ + first, to = row * width_ + last + 1;
        sums.values += values_[to] - values_[from];
        sums.n += n_[to] - n_[from];
    }

  private:
    std::size_t width_;
    std::vector<double> values_;
    std::vector<std::uint32_t> n_;
};

/// The neighbourhood of a cell as a chord of each row: columns from `first` to `last` relative to its own.
struct Chord {
    std::int64_t row, first, last;
};

/// Of cells in even or odd rows.
std::vector<Chord> chords(const CellLayout& layout, double radius_m, std::uint32_t parity) {
    const double x = layout.pitch_x_m(), y = layout.pitch_y_m(), reach = radius_m * kRoom;
    const auto n_rows = static_cast<std::int64_t>(std::min(reach / y, 1e7));
    std::vector<Chord> result;
    for (std::int64_t row = -n_rows; row <= n_rows; ++row) {
        const double high = static_cast<double>(row) * y;
        const double half = std::sqrt(std::max(0.0, reach * reach - high * high));
        const auto other = static_cast<std::uint32_t>((static_cast<std::int64_t>(parity) + row) & 1);
        const double shift = layout.offset_m(other) - layout.offset_m(parity);
        const auto first = static_cast<std::int64_t>(std::ceil((-half - shift) / x));
        const auto last = static_cast<std::int64_t>(std::floor((half - shift) / x));
        if (first <= last) result.push_back({row, first, last});
    }
    return result;
}

} // namespace

GiStar gi_star(const CellLayout& layout, std::span<const double> values,
               std::span<const std::uint8_t> included, double radius_m) {
    if (values.size() != layout.size() || included.size() != layout.size())
        throw Error(ErrorKind::Argument, "Gi*: as many values as cells are needed");
    if (!(radius_m >= 0)) throw Error(ErrorKind::Argument, "Gi*: the radius must not be negative");
    GiStar result = empty_result(layout.size());
    find_mean(result, values, included);
    if (result.n == 0) return result;
    const RowSums rows(layout, values, included);
    const std::vector<Chord> by_parity[2] = {chords(layout, radius_m, 0), chords(layout, radius_m, 1)};
    const auto n_rows = static_cast<std::int64_t>(layout.n_rows),
               last_column = std::int64_t{layout.n_columns} - 1;
    for (std::int64_t row = 0; row < n_rows; ++row)
        for (std::int64_t column = 0; column <= last_column; ++column) {
            const auto cell = static_cast<std::size_t>(row * (last_column + 1) + column);
            if (included[cell] == 0) continue;
            Sums sums;
            for (const Chord& chord : by_parity[row % 2]) {
                const std::int64_t first = std::max<std::int64_t>(0, column + chord.first);
                const std::int64_t last = std::min(last_column, column + chord.last);
                if (row + chord.row < 0 || row + chord.row >= n_rows || first > last) continue;
                rows.add(static_cast<std::size_t>(row + chord.row), static_cast<std::size_t>(first),
                         static_cast<std::size_t>(last), sums);
            }
            put(result, cell, sums);
        }
    return result;
}

GiStar gi_star(const NeighbourLists& neighbours, std::span<const double> values,
               std::span<const std::uint8_t> included) {
    if (values.size() != neighbours.size() || included.size() != neighbours.size())
        throw Error(ErrorKind::Argument, "Gi*: as many values as lists of neighbours are needed");
    GiStar result = empty_result(values.size());
    find_mean(result, values, included);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (included[i] == 0) continue;
        Sums sums;
        for (const std::uint32_t other : neighbours.of(i)) {
            if (included[other] == 0) continue;
            sums.values += values[other];
            ++sums.n;
        }
        put(result, i, sums);
    }
    return result;
}

namespace {

/// `one_step`: Gi* of the values of one step by themselves, whose sums are added up.
template <typename OneStep>
GiStar by_step(std::size_t size, std::span<const double> values, std::span<const std::uint8_t> included,
               const OneStep& one_step) {
    if (size == 0 || values.size() % size != 0)
        throw Error(ErrorKind::Argument, "Gi*: the values are no whole steps of the cells");
    const std::size_t n_steps = values.size() / size;
    GiStar result = empty_result(values.size());
    std::vector<std::uint8_t> all_included;
    for (std::size_t step = 0; step < n_steps; ++step)
        all_included.insert(all_included.end(), included.begin(), included.end());
    find_mean(result, values, all_included);
    if (result.n == 0) return result;
    GiStar before;
    for (std::size_t step = 0; step < n_steps; ++step) {
        GiStar now = one_step(values.subspan(step * size, size));
        for (std::size_t cell = 0; cell < size; ++cell) {
            if (included[cell] == 0) continue;
            Sums sums{now.in_sight[cell], now.n_neighbours[cell]};
            if (step > 0) {
                sums.values += before.in_sight[cell];
                sums.n += before.n_neighbours[cell];
            }
            put(result, step * size + cell, sums);
        }
        before = std::move(now);
    }
    return result;
}

} // namespace

GiStar gi_star_by_step(const CellLayout& layout, std::span<const double> values,
                       std::span<const std::uint8_t> included, double radius_m) {
    return by_step(layout.size(), values, included,
                   [&](std::span<const double> step) { return gi_star(layout, step, included, radius_m); });
}

GiStar gi_star_by_step(const NeighbourLists& neighbours, std::span<const double> values,
                       std::span<const std::uint8_t> included) {
    return by_step(neighbours.size(), values, included,
                   [&](std::span<const double> step) { return gi_star(neighbours, step, included); });
}

GiStar gi_star_of_points(std::span<const Local> places, std::span<const double> values, double radius_m) {
    if (values.size() != places.size())
        throw Error(ErrorKind::Argument, "Gi*: as many values as places are needed");
    GiStar result = empty_result(places.size());
    find_mean(result, values, {});
    const double reach = radius_m * kRoom;
    for (std::size_t i = 0; i < places.size(); ++i) {
        Sums sums;
        for (std::size_t j = 0; j < places.size(); ++j) {
            if (std::hypot(places[i].x_m - places[j].x_m, places[i].y_m - places[j].y_m) > reach) continue;
            sums.values += values[j];
            ++sums.n;
        }
        put(result, i, sums);
    }
    return result;
}

} // namespace geo
