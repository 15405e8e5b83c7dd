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

struct Extent {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    double width() const { return high - low; }
};

Extent extent_of(std::span<const BorderPiece> pieces, std::size_t axis) {
    Extent extent;
    for (const BorderPiece& piece : pieces)
        for (const Vec3 v : {piece.first, piece.at(0.5), piece.last}) {
            extent.low = std::min(extent.low, coordinate(v, axis));
            extent.high = std::max(extent.high, coordinate(v, axis));
        }
    return extent;
}

} // namespace

PieceTree::PieceTree(std::vector<BorderPiece> pieces) : pieces_(std::move(pieces)) {
    if (pieces_.empty()) throw Error(ErrorKind::Argument, "the border has no edge");
    nodes_.reserve(pieces_.size() / kLeaf + 1);
    build({0, size()});
}

/// Cuts the range at the middle of its widest axis: it becomes the first half, the second is returned, empty where a
/// leaf needs no cutting.
PieceTree::Range PieceTree::halved(Range& range) {
    const std::uint32_t last = range.last;
    if (last - range.first <= kLeaf) return {last, last};
    const std::span<const BorderPiece> pieces(pieces_.data() + range.first, last - range.first);
    std::size_t widest = 0;
    for (std::size_t axis = 1; axis < 3; ++axis)
        if (extent_of(pieces, axis).width() > extent_of(pieces, widest).width()) widest = axis;
    const std::uint32_t half = range.first + (last - range.first) / 2;
    std::nth_element(pieces_.begin() + range.first, pieces_.begin() + half, pieces_.begin() + last,
                     [&](const BorderPiece& a, const BorderPiece& b) {
                         return middle(a, widest) < middle(b, widest);
                     });
    range.last = half;
    return {half, last};
}

void PieceTree::set_box(Node& node, std::size_t child, Range range) const {
    const std::span<const BorderPiece> pieces(pieces_.data() + range.first, range.last - range.first);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Extent extent = extent_of(pieces, axis); // of no piece: the box that nothing is near
        // Between its ends and its middle a piece leaves their box by at most a quarter of its bulge, 0.5 m
        // each way.
        node.low[axis][child] = static_cast<float>(extent.low - 2 * kMargin_m);
        node.high[axis][child] = static_cast<float>(extent.high + 2 * kMargin_m);
    }
}

std::uint32_t PieceTree::build(Range range) {
    const auto id = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    std::array<Range, kChildren> parts{};
    parts[0] = range;
    parts[2] = halved(parts[0]);
    parts[1] = halved(parts[0]);
    parts[3] = halved(parts[2]);
    Node node{};
    for (std::size_t i = 0; i < kChildren; ++i) set_box(node, i, parts[i]);
    for (std::size_t i = 0; i < kChildren; ++i) {
        const std::uint32_t count = parts[i].last - parts[i].first;
        node.children[i] = count <= kLeaf ? Child{parts[i].first, count} : Child{build(parts[i]), 0};
    }
    nodes_[id] = node;
    return id;
}

} // namespace geo
