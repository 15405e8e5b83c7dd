#include "geo/analysis/contour_tracer.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

// A square has four cell centres as corners. Going round it counter-clockwise, a level is entered on one side
// and left on another; the band's boundary crosses the square from where `low` is left to where it is
// entered, and from where `high` is entered to where it is left. On the hull the boundary runs along the hull
// wherever that is in the band. So each crossing begins exactly one segment and ends exactly one, and rings
// follow by chaining.

namespace geo {

namespace {

enum class Line { low, high };

/// A crossing of a line with the side between two neighbouring centres, or a centre on the hull.
using PointId = std::uint64_t;

struct Segment {
    PointId from, to;
};

struct Crossing {
    PointId id;
    std::size_t side; ///< of the square, from corner `side` to the next
};

class Tracer {
  public:
    Tracer(const GridShape& shape, std::span<const double> values, double low, double high)
        : shape_(shape), values_(values), level_{low, high} {}

    std::vector<LocalRing> rings() {
        if (shape_.n_columns < 2 || shape_.n_rows < 2) return {};
        for (std::uint32_t row = 0; row + 1 < shape_.n_rows; ++row)
            for (std::uint32_t column = 0; column + 1 < shape_.n_columns; ++column)
                cross_square(node(column, row));
        walk_hull();
        return chained();
    }

  private:
    using Node = std::uint64_t;
    Node node(std::uint32_t column, std::uint32_t row) const {
        return std::uint64_t{row} * shape_.n_columns + column;
    }
    double value(Node n) const { return values_[n]; }
    double level(Line line) const { return level_[static_cast<std::size_t>(line)]; }
    bool above(Node n, Line line) const { return value(n) >= level(line); }
    bool in_band(double v) const { return v >= level_[0] && v < level_[1]; }

    /// Corners of the square whose south-western one is given, counter-clockwise.
    std::array<Node, 4> corners(Node n) const {
        return {n, n + 1, n + shape_.n_columns + 1, n + shape_.n_columns};
    }

    // Ids: five for each centre: its eastern side's and its northern side's crossings with both lines, and
    // itself.
    static PointId crossing(Node a, Node b, Line line) {
        const Node first = std::min(a, b);
        const bool northern = std::max(a, b) - first != 1;
        return first * 5 + (northern ? 2u : 0u) + static_cast<PointId>(line);
    }
    static PointId itself(Node n) { return n * 5 + 4; }

    Local place_of(PointId id) const {
        const Node first = id / 5;
        const Local a = centre(first);
        const auto kind = id % 5;
        if (kind == 4) return a;
        const Node second = kind < 2 ? first + 1 : first + shape_.n_columns;
        const double share = (level_[kind % 2] - value(first)) / (value(second) - value(first));
        const double kept_off = 1e-6 + (1 - 2e-6) * share; // rings touch nowhere, order on a side is kept
        const Local b = centre(second);
        return {a.x_m + (b.x_m - a.x_m) * kept_off, a.y_m + (b.y_m - a.y_m) * kept_off};
    }
    Local centre(Node n) const {
        return shape_.centre(static_cast<std::uint32_t>(n % shape_.n_columns),
                             static_cast<std::uint32_t>(n / shape_.n_columns));
    }

    void cross_square(Node south_west) {
        const auto corner = corners(south_west);
        const auto [least, most] =
            std::minmax({value(corner[0]), value(corner[1]), value(corner[2]), value(corner[3])});
        for (const Line line : {Line::low, Line::high})
            if (least < level(line) && level(line) <= most) cross_square(corner, line);
    }

    void cross_square(const std::array<Node, 4>& corner, Line line) {
        std::array<Crossing, 2> entered{}, left{};
        std::size_t n_entered = 0, n_left = 0;
        for (std::size_t side = 0; side < 4; ++side) {
            const Node a = corner[side], b = corner[(side + 1) % 4];
            if (above(a, line) == above(b, line)) continue;
            const Crossing here{crossing(a, b, line), side};
            (above(b, line) ? entered[n_entered++] : left[n_left++]) = here;
        }
        assert(n_entered == n_left && n_entered >= 1);
        for (std::size_t i = 0; i < n_left; ++i) {
            // Going on from where the line is left: at a saddle with a high middle the next entry, else the
            // one before.
            const std::size_t partner =
                n_left == 1 ? 0 : entry_for(left[i], entered, high_middle(corner, line));
            const Segment s{left[i].id, entered[partner].id};
            segments_.push_back(line == Line::low ? s : Segment{s.to, s.from});
        }
    }

    /// At a saddle corners alternate, so one entry is on the next side and the other on the side before.
    static std::size_t entry_for(const Crossing& left, const std::array<Crossing, 2>& entered, bool next) {
        const std::size_t wanted = (left.side + (next ? 1 : 3)) % 4;
        return entered[0].side == wanted ? 0 : 1;
    }

    bool high_middle(const std::array<Node, 4>& c, Line line) const {
        const double a = value(c[0]), b = value(c[1]), d = value(c[2]), e = value(c[3]);
        return (a * d - b * e) / (a + d - b - e) >= level(line); // the bilinear surface at its saddle point
    }

    void walk_hull() {
        const std::uint32_t east = shape_.n_columns - 1, north = shape_.n_rows - 1;
        for (std::uint32_t c = 0; c < east; ++c) walk_side(node(c, 0), node(c + 1, 0));
        for (std::uint32_t r = 0; r < north; ++r) walk_side(node(east, r), node(east, r + 1));
        for (std::uint32_t c = east; c > 0; --c) walk_side(node(c, north), node(c - 1, north));
        for (std::uint32_t r = north; r > 0; --r) walk_side(node(0, r), node(0, r - 1));
    }

    void walk_side(Node a, Node b) {
        const bool rising = value(a) < value(b);
        const std::array<Line, 2> order{rising ? Line::low : Line::high, rising ? Line::high : Line::low};
        PointId from = itself(a);
        bool in = in_band(value(a));
        for (const Line line : order) {
            if (above(a, line) == above(b, line)) continue;
            const PointId to = crossing(a, b, line);
            if (in) segments_.push_back({from, to});
            in = (line == Line::low) == rising; // upwards over low into the band, over high out of it
            from = to;
        }
        if (in) segments_.push_back({from, itself(b)});
    }

    /// A centre on a straight part of the hull says nothing.
    bool superfluous(PointId id) const {
        if (id % 5 != 4) return false;
        const Node column = id / 5 % shape_.n_columns, row = id / 5 / shape_.n_columns;
        const bool side = column == 0 || column + 1 == shape_.n_columns,
                   end = row == 0 || row + 1 == shape_.n_rows;
        return !(side && end);
    }

    std::vector<LocalRing> chained() {
        std::sort(segments_.begin(), segments_.end(),
                  [](const Segment& a, const Segment& b) { return a.from < b.from; });
        std::vector<bool> used(segments_.size(), false);
        std::vector<LocalRing> rings;
        for (std::size_t first = 0; first < segments_.size(); ++first) {
            if (used[first]) continue;
            LocalRing ring;
            for (std::size_t at = first; !used[at]; at = starting_at(segments_[at].to)) {
                used[at] = true;
                if (!superfluous(segments_[at].from)) ring.push_back(place_of(segments_[at].from));
            }
            ring.push_back(ring.front());
            rings.push_back(std::move(ring));
        }
        return rings;
    }

    std::size_t starting_at(PointId id) const {
        const auto it = std::lower_bound(segments_.begin(), segments_.end(), id,
                                         [](const Segment& s, PointId wanted) { return s.from < wanted; });
        assert(it != segments_.end() && it->from == id);
        return static_cast<std::size_t>(it - segments_.begin());
    }

    GridShape shape_;
    std::span<const double> values_;
    std::array<double, 2> level_;
    std::vector<Segment> segments_;
};

} // namespace

std::vector<LocalRing> band_rings(const GridShape& shape, std::span<const double> values, double low,
                                  double high) {
    return Tracer(shape, values, low, high).rings();
}

} // namespace geo
