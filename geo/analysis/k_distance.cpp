#include "geo/analysis/k_distance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "geo/analysis/st_dbscan.hpp"
#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::uint32_t kLeaf = 16;

/// An incident with time as its third axis: 0 where it does not count.
struct Point {
    std::array<double, 3> at;
    std::uint32_t row;
};

struct Box {
    std::array<double, 3> low, high;
    /// 0 inside.
    double beyond(std::size_t axis, double v) const { return std::max({0.0, low[axis] - v, v - high[axis]}); }
    double squared_m2(const Point& p) const {
        const double dx = beyond(0, p.at[0]), dy = beyond(1, p.at[1]);
        return dx * dx + dy * dy;
    }
};

/// Halves of the incidents by turns along x, y and time. Node i has the children 2i + 1 and 2i + 2.
class Tree {
  public:
    Tree(std::vector<Point> points, bool timed) : points_(std::move(points)), axes_(timed ? 3 : 2) {
        std::size_t n_nodes = 1;
        for (std::size_t n = points_.size(); n > kLeaf; n = (n + 1) / 2) n_nodes = 2 * n_nodes + 1;
        boxes_.resize(n_nodes);
        build(0, 0, points_.size(), 0);
    }

    const std::vector<Point>& points() const { return points_; }

    /// The squares of the distances from `p` to its k nearest others, the largest first (a heap).
    void nearest(const Point& p, double reach_days, std::uint32_t k, std::vector<double>& best) const {
        best.clear();
        visit(0, 0, points_.size(), {p, reach_days, k, best});
    }

  private:
    struct Query {
        const Point& p;
        double reach_days;
        std::uint32_t k;
        std::vector<double>& best;

        double limit() const {
            return best.size() < k ? std::numeric_limits<double>::infinity() : best.front();
        }
    };

    void build(std::size_t node, std::size_t first, std::size_t last, std::size_t axis) {
        Box& box = boxes_[node];
        box.low.fill(std::numeric_limits<double>::infinity());
        box.high.fill(-std::numeric_limits<double>::infinity());
        for (std::size_t i = first; i < last; ++i)
            for (std::size_t a = 0; a < 3; ++a) {
                box.low[a] = std::min(box.low[a], points_[i].at[a]);
                box.high[a] = std::max(box.high[a], points_[i].at[a]);
            }
        if (2 * node + 2 >= boxes_.size()) return;
        const std::size_t middle = first + (last - first) / 2;
        const auto begin = points_.begin();
        std::nth_element(begin + static_cast<std::ptrdiff_t>(first),
                         begin + static_cast<std::ptrdiff_t>(middle),
                         begin + static_cast<std::ptrdiff_t>(last),
                         [axis](const Point& a, const Point& b) { return a.at[axis] < b.at[axis]; });
        build(2 * node + 1, first, middle, (axis + 1) % axes_);
        build(2 * node + 2, middle, last, (axis + 1) % axes_);
    }

    void visit(std::size_t node, std::size_t first, std::size_t last, const Query& query) const {
        const Box& box = boxes_[node];
        if (box.beyond(2, query.p.at[2]) > query.reach_days || box.squared_m2(query.p) >= query.limit())
            return;
        if (2 * node + 2 >= boxes_.size()) return look(first, last, query);
        const std::size_t middle = first + (last - first) / 2;
        const bool left_first =
            boxes_[2 * node + 1].squared_m2(query.p) <= boxes_[2 * node + 2].squared_m2(query.p);
        if (left_first) visit(2 * node + 1, first, middle, query);
        visit(2 * node + 2, middle, last, query);
        if (!left_first) visit(2 * node + 1, first, middle, query);
    }

    void look(std::size_t first, std::size_t last, const Query& query) const {
        for (std::size_t i = first; i < last; ++i) {
            const Point& other = points_[i];
            if (other.row == query.p.row || std::abs(other.at[2] - query.p.at[2]) > query.reach_days)
                continue;
            const double dx = other.at[0] - query.p.at[0], dy = other.at[1] - query.p.at[1];
            const double squared = dx * dx + dy * dy;
            if (squared >= query.limit()) continue;
            if (query.best.size() == query.k) {
                std::pop_heap(query.best.begin(), query.best.end());
                query.best.pop_back();
            }
            query.best.push_back(squared);
            std::push_heap(query.best.begin(), query.best.end());
        }
    }

    std::vector<Point> points_;
    std::vector<Box> boxes_;
    std::size_t axes_;
};

} // namespace

std::vector<double> k_distances(std::span<const double> x_m, std::span<const double> y_m,
                                std::span<const DayNumber> day, std::optional<int> eps_time_days,
                                std::uint32_t k, std::span<const std::uint32_t> asked, unsigned threads,
                                Progress& progress) {
    check_st_dbscan(x_m, y_m, day, {1, eps_time_days, k + 1, threads});
    std::vector<double> result(asked.size(), 0);
    if (k == 0 || asked.empty()) return result;
    const auto point = [&](std::uint32_t i) {
        return Point{{x_m[i], y_m[i], eps_time_days ? static_cast<double>(day[i]) : 0}, i};
    };
    std::vector<Point> points(x_m.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) points[i] = point(i);
    progress.at(0, asked.size());
    const Tree tree(std::move(points), eps_time_days.has_value());
    const double reach_days = eps_time_days ? *eps_time_days : 0;
    parallel_for(asked.size(), 64, threads, [&](std::size_t first, std::size_t last) {
        progress.at(first, asked.size());
        std::vector<double> best;
        for (std::size_t i = first; i < last; ++i) {
            tree.nearest(point(asked[i]), reach_days, k, best);
            result[i] = best.size() < k ? std::numeric_limits<double>::infinity() : std::sqrt(best.front());
        }
    });
    return result;
}

} // namespace geo
