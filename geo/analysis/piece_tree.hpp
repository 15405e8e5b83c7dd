#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "geo/analysis/border_piece.hpp"

namespace geo {

/// A bounding-volume hierarchy over border pieces. Boxes are single floats, widened by a metre, so that a
/// box's distance never exceeds that of a piece in it (but for a relative 1e-6, see `kBoxSlack`).
class PieceTree {
  public:
    explicit PieceTree(std::vector<BorderPiece> pieces);

    const BorderPiece& piece(std::uint32_t i) const { return pieces_[i]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(pieces_.size()); }

    /// Calls `visit(i)` for every piece whose box may lie within the square root of `limit2()` of `from`,
    /// near boxes first; `limit2` may shrink while it runs.
    template <typename Limit, typename Visit>
    void visit_near(Vec3 from, Limit&& limit2, Visit&& visit) const;

  private:
    using Point = std::array<float, 3>;
    struct Node {
        Point low, high;
        std::uint32_t first; ///< of its pieces, or the left child
        std::uint32_t count; ///< of its pieces; 0: inner node
        std::uint32_t right;
    };
    static constexpr double kBoxSlack = 1 + 1e-6;

    std::uint32_t build(std::uint32_t first, std::uint32_t last);
    static double distance2(const Node& node, const Point& from) {
        float sum = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const float below = node.low[k] - from[k], above = from[k] - node.high[k];
            const float d = below > above ? below : above;
            sum += d > 0 ? d * d : 0;
        }
        return static_cast<double>(sum);
    }

    std::vector<BorderPiece> pieces_; // in the order of the leaves
    std::vector<Node> nodes_;
};

template <typename Limit, typename Visit>
void PieceTree::visit_near(Vec3 from, Limit&& limit2, Visit&& visit) const {
    const Point p{static_cast<float>(from.x), static_cast<float>(from.y), static_cast<float>(from.z)};
    struct Waiting {
        std::uint32_t node;
        double distance2;
    };
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled as far as it is read
    std::array<Waiting, 64> waiting; // a balanced tree of 2^32 leaves is 32 deep
    std::size_t n = 0;
    waiting[n++] = {0, distance2(nodes_[0], p)};
    while (n > 0) {
        const Waiting top = waiting[--n];
        if (top.distance2 > limit2() * kBoxSlack) continue;
        const Node& node = nodes_[top.node];
        for (std::uint32_t i = 0; i < node.count; ++i) visit(node.first + i);
        if (node.count > 0) continue;
        const Waiting left{node.first, distance2(nodes_[node.first], p)};
        const Waiting right{node.right, distance2(nodes_[node.right], p)};
        const bool left_first = left.distance2 < right.distance2;
        waiting[n++] = left_first ? right : left;
        waiting[n++] = left_first ? left : right;
    }
}

} // namespace geo
