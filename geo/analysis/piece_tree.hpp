#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "geo/analysis/border_piece.hpp"

namespace geo {

/// A bounding-volume hierarchy over border pieces, four children to a node: their boxes are compared at once, and the
/// way down is half as long as with two. Boxes are single floats, widened by a metre, so that a
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
    static constexpr std::size_t kChildren = 4;
    using Point = std::array<float, 3>;
    using OfChildren = std::array<float, kChildren>;
    struct Child {
        std::uint32_t first; ///< of its pieces, or its node
        std::uint32_t count; ///< of its pieces; 0: a node
    };
    struct alignas(64) Node {
        std::array<OfChildren, 3> low, high; ///< by axis; of a child that is missing nowhere, for ever far
        std::array<Child, kChildren> children;
    };
    struct Range {
        std::uint32_t first, last;
    };
    static constexpr double kBoxSlack = 1 + 1e-6;
    static constexpr float kFarthest2 = std::numeric_limits<float>::max(); ///< only missing children are farther

    std::uint32_t build(Range range);
    Range halved(Range& range);
    void set_box(Node& node, std::size_t child, Range range) const;
    static OfChildren distances2(const Node& node, const Point& from) {
        OfChildren sums{};
        for (std::size_t k = 0; k < 3; ++k)
            for (std::size_t i = 0; i < kChildren; ++i) {
                const float below = node.low[k][i] - from[k], above = from[k] - node.high[k][i];
                const float d = below > above ? below : above;
                const float outside = d > 0 ? d : 0;
                sums[i] += outside * outside;
            }
        return sums;
    }

    std::vector<BorderPiece> pieces_; // in the order of the leaves
    std::vector<Node> nodes_;         // the first one is the root
};

template <typename Limit, typename Visit>
void PieceTree::visit_near(Vec3 from, Limit&& limit2, Visit&& visit) const {
    const Point p{static_cast<float>(from.x), static_cast<float>(from.y), static_cast<float>(from.z)};
    struct Waiting {
        Child child;
        float distance2;
    };
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled as far as it is read
    std::array<Waiting, 64> waiting; // a balanced tree of 2^32 leaves is 16 deep, and leaves three at each step
    std::size_t n = 0;
    waiting[n++] = {{0, 0}, 0};
    while (n > 0) {
        const Waiting top = waiting[--n];
        if (static_cast<double>(top.distance2) > limit2() * kBoxSlack) continue;
        for (std::uint32_t i = 0; i < top.child.count; ++i) visit(top.child.first + i);
        if (top.child.count > 0) continue;
        const Node& node = nodes_[top.child.first];
        const OfChildren distance2 = distances2(node, p);
        const double limit = limit2() * kBoxSlack;
        const std::size_t bottom = n;
        for (std::size_t i = 0; i < kChildren; ++i) { // the nearest on top
            if (static_cast<double>(distance2[i]) > limit || distance2[i] > kFarthest2) continue;
            std::size_t at = n++;
            for (; at > bottom && waiting[at - 1].distance2 < distance2[i]; --at) waiting[at] = waiting[at - 1];
            waiting[at] = {node.children[i], distance2[i]};
        }
    }
}

} // namespace geo
