#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// Which discs lie in a box, without looking at the others: a grid of squares over their own extent, the
/// discs of each in drawing order, and what each square holds in all. Places are kept to a 2^32th of the
/// extent (less than a millimetre for two provinces): enough to draw and to find, not to compare. Some 20
/// bytes a disc; made in linear time, 20 ms for 1e6. Immutable.
class PointIndex {
  public:
    /// A colour index that is no step of a scale (PointGeometry::graded), and the highest kept.
    static constexpr std::uint8_t kNoStep = 127;
    static constexpr std::size_t kColors = 8; ///< told apart in sums; higher ones share the last

    struct Disc {
        Mercator place;
        std::uint32_t at = 0;   ///< in the geometry it was made from
        std::uint8_t color = 0; ///< its color_index, at most 127
        bool hollow = false;
    };
    struct Sum {
        double x_m = 0, y_m = 0; ///< of the places
        std::uint32_t count = 0, n_hollow = 0;
        std::uint32_t first = 0; ///< the lowest `at`
        std::array<std::uint32_t, kColors> by_color{};
        std::uint32_t n_graded = 0;  ///< those whose colour is a step of a scale
        std::uint64_t steps_sum = 0; ///< of these
        void add(const Disc& disc);
        void add(const Sum& other);
    };

    /// Parallel spans, as in PointGeometry.
    PointIndex(std::span<const Mercator> places, std::span<const std::uint8_t> color_index,
               std::span<const std::uint8_t> hollow);

    /// Calls `visit(Disc)` for every disc whose place lies in the box, edges included, square by square.
    template <typename Visit>
    void visit(Mercator low, Mercator high, Visit&& visit) const {
        visit_sums(
            low, high, [](Mercator, Mercator, const Sum&) { return false; }, visit);
    }
    /// The same, but squares that lie wholly in the box are first offered as `take(low, high, Sum)`, the
    /// corners of what they hold; the discs of those that it takes (returns true) are not visited.
    template <typename Take, typename Visit>
    void visit_sums(Mercator low, Mercator high, Take&& take, Visit&& visit) const {
        if (starts_.empty() || high.x_m < low_.x_m || high.y_m < low_.y_m) return;
        const std::size_t first = column_of(low.x_m), last = column_of(high.x_m);
        for (std::size_t row = row_of(low.y_m), end = row_of(high.y_m); row <= end; ++row) {
            for (std::size_t square = row * side_ + first; square <= row * side_ + last; ++square) {
                if (starts_[square] == starts_[square + 1]) continue;
                const Mercator a = corner(square % side_, row), b = corner(square % side_ + 1, row + 1);
                const bool inside =
                    a.x_m >= low.x_m && b.x_m <= high.x_m && a.y_m >= low.y_m && b.y_m <= high.y_m;
                if (inside && take(a, b, sums_[square])) continue;
                visit_square(square, low, high, visit);
            }
        }
    }

    std::size_t size() const { return at_.size(); }

  private:
    template <typename Visit>
    void visit_square(std::size_t square, Mercator low, Mercator high, Visit&& visit) const {
        for (std::size_t i = starts_[square]; i < starts_[square + 1]; ++i) {
            const Disc disc = disc_of(i);
            const Mercator p = disc.place;
            if (p.x_m >= low.x_m && p.x_m <= high.x_m && p.y_m >= low.y_m && p.y_m <= high.y_m) visit(disc);
        }
    }
    Disc disc_of(std::size_t i) const {
        return {{low_.x_m + x_[i] * step_x_m_, low_.y_m + y_[i] * step_y_m_},
                at_[i],
                static_cast<std::uint8_t>(style_[i] & 127),
                style_[i] > 127};
    }
    Mercator corner(std::size_t column, std::size_t row) const;
    std::size_t column_of(double x_m) const { return square_of((x_m - low_.x_m) / step_x_m_); }
    std::size_t row_of(double y_m) const { return square_of((y_m - low_.y_m) / step_y_m_); }
    std::size_t square_of(double steps) const;

    Mercator low_;
    double step_x_m_ = 1, step_y_m_ = 1; ///< of the 32-bit places
    std::size_t side_ = 1;               ///< squares along each axis
    std::vector<std::uint32_t> starts_;  ///< by square, row by row from the south, into the discs; one more
    std::vector<std::uint32_t> x_, y_, at_;
    std::vector<std::uint8_t> style_; ///< colour, + 128 where hollow
    std::vector<Sum> sums_;           ///< by square
};

inline void PointIndex::Sum::add(const Disc& disc) {
    first = count == 0 ? disc.at : std::min(first, disc.at);
    ++count;
    x_m += disc.place.x_m;
    y_m += disc.place.y_m;
    n_hollow += disc.hollow ? 1 : 0;
    ++by_color[std::min<std::size_t>(disc.color, kColors - 1)];
    if (disc.color == kNoStep) return;
    ++n_graded;
    steps_sum += disc.color;
}

inline void PointIndex::Sum::add(const Sum& other) {
    if (other.count == 0) return;
    first = count == 0 ? other.first : std::min(first, other.first);
    count += other.count;
    x_m += other.x_m;
    y_m += other.y_m;
    n_hollow += other.n_hollow;
    for (std::size_t i = 0; i < kColors; ++i) by_color[i] += other.by_color[i];
    n_graded += other.n_graded;
    steps_sum += other.steps_sum;
}

} // namespace geo
