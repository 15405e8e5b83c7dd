#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// A rectangle in pixels, y upwards.
struct LabelBox {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool overlaps(const LabelBox& other) const {
        return x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1;
    }
};

/// A label that wants a place: its anchor in the view and the size of its text.
struct LabelWish {
    ViewPoint anchor;
    float width = 0, height = 0;
    geo::LabelKind kind = geo::LabelKind::town;
    int rank = 5;
};

/// Where each wish's text goes, in the order of the wishes; none where it would cover another label, a town's
/// dot or the edge of the view. By rank, then countries before provinces, borders, towns. Towns try eight
/// places around their dot, as do names of points; degrees of the graticule are moved in from the edge; the
/// others stay on their anchor or move a little up or down.
std::vector<std::optional<LabelBox>> placed_labels(std::span<const LabelWish> wishes, PixelSize size,
                                                   float scale);

/// Half the side of the box kept free around a town's dot.
constexpr float kTownDot = 2.25F;

} // namespace app
