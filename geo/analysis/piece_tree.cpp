#include "geo/analysis/piece_tree.hpp"

#include <algorithm>
#include <limits>

#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr std::uint32_t kLeaf = 4;
constexpr double kMargin_m = 1; // more than a float's step at the earth's radius

double coordinate(Vec3 v, std::size_t axis) { return axis == 0 ? v.x : axis == 1 ? v.y : v.z; }
double middle(const BorderPiece& piece, std::size_t axis) {
    return coordinate(piece.first, axis) + coordinate(piece.last, axis);
}

} // namespace

PieceTree::PieceTree(std::vector<BorderPiece> pieces) : pieces_(std::move(pieces)) {
    if (pieces_.empty()) throw Error(ErrorKind::Argument, "the border has no edge");
    nodes_.reserve(pieces_.size());
    build(0, size());
}

std::uint32_t PieceTree::build(std::uint32_t first, std::uint32_t last) {
    const auto id = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    std::size_t widest = 0;
    double widest_m = -1;
    Node node{{}, {}, first, last - first, 0};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (std::uint32_t i = first; i < last; ++i)
            for (const Vec3 v : {pieces_[i].first, pieces_[i].at(0.5), pieces_[i].last}) {
                low = std::min(low, coordinate(v, axis));
                high = std::max(high, coordinate(v, axis));
            }
        // Between its ends and its middle a piece leaves their box by at most a quarter of its bulge, 0.5 m
        // each way.
        node.low[axis] = static_cast<float>(low - 2 * kMargin_m);
        node.high[axis] = static_cast<float>(high + 2 * kMargin_m);
        if (high - low > widest_m) {
            widest_m = high - low;
            widest = axis;
        }
    }
    if (node.count > kLeaf) {
        const std::uint32_t half = first + (last - first) / 2;
        std::nth_element(pieces_.begin() + first, pieces_.begin() + half, pieces_.begin() + last,
                         [&](const BorderPiece& a, const BorderPiece& b) {
                             return middle(a, widest) < middle(b, widest);
                         });
        node.count = 0;
        node.first = build(first, half);
        node.right = build(half, last);
    }
    nodes_[id] = node;
    return id;
}

} // namespace geo
