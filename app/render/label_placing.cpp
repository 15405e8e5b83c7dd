#include "app/render/label_placing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace app {

namespace {

constexpr float kDotGap = 3; ///< between a town's dot and its name
constexpr float kMargin = 4; ///< free ground around a label
constexpr float kEdge = 3;   ///< to the edge of the view

int order_of(geo::LabelKind kind) {
    switch (kind) {
    case geo::LabelKind::graticule:
    case geo::LabelKind::country:
        return 0;
    case geo::LabelKind::province:
        return 1;
    case geo::LabelKind::border:
    case geo::LabelKind::cluster:
        return 2;
    case geo::LabelKind::town:
        return 3;
    case geo::LabelKind::area_feature:
    case geo::LabelKind::point_feature:
        break;
    }
    return 4;
}

bool is_beside_dot(geo::LabelKind kind) {
    return kind == geo::LabelKind::town || kind == geo::LabelKind::point_feature;
}

LabelBox around(ViewPoint centre, float half_width, float half_height) {
    return {centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height};
}

LabelBox grown(LabelBox box, float by) { return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by}; }

/// Best first: right, left, above, below, then the corners.
std::vector<LabelBox> town_places(const LabelWish& wish, float scale) {
    const float side = (kTownDot + kDotGap) * scale + wish.width / 2;
    const float stack = (kTownDot + kDotGap / 2) * scale + wish.height / 2;
    std::vector<LabelBox> places;
    const auto at = [&](float dx, float dy) {
        places.push_back(around({wish.anchor.x + dx, wish.anchor.y + dy}, wish.width / 2, wish.height / 2));
    };
    at(side, 0), at(-side, 0), at(0, stack), at(0, -stack);
    const float corner = side - kDotGap * scale;
    at(corner, stack), at(corner, -stack), at(-corner, stack), at(-corner, -stack);
    return places;
}

std::vector<LabelBox> area_places(const LabelWish& wish) {
    std::vector<LabelBox> places;
    for (const float lines : {0.0F, 1.2F, -1.2F, 2.4F, -2.4F}) {
        if (wish.kind == geo::LabelKind::cluster && std::abs(lines) > 2) break; // beside something else it would lie
        places.push_back(
            around({wish.anchor.x, wish.anchor.y + lines * wish.height}, wish.width / 2, wish.height / 2));
    }
    return places;
}

class Ground {
  public:
    Ground(PixelSize size, float scale)
        : seen_{kEdge * scale, kEdge * scale, static_cast<float>(size.width) - kEdge * scale,
                static_cast<float>(size.height) - kEdge * scale} {}

    bool free(LabelBox box) const {
        const bool inside =
            box.x0 >= seen_.x0 && box.y0 >= seen_.y0 && box.x1 <= seen_.x1 && box.y1 <= seen_.y1;
        return inside && untaken(box);
    }
    bool untaken(LabelBox box) const {
        return std::none_of(taken_.begin(), taken_.end(), [&](const auto& t) { return t.overlaps(box); });
    }
    /// The box moved as little as needed to lie inside.
    LabelBox moved_in(LabelBox box) const {
        const float dx = std::max(seen_.x0 - box.x0, 0.0F) + std::min(seen_.x1 - box.x1, 0.0F);
        const float dy = std::max(seen_.y0 - box.y0, 0.0F) + std::min(seen_.y1 - box.y1, 0.0F);
        return {box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy};
    }
    void take(LabelBox box) { taken_.push_back(box); }

  private:
    LabelBox seen_;
    std::vector<LabelBox> taken_;
};

std::optional<LabelBox> first_free(const LabelWish& wish, const Ground& ground, float scale) {
    if (wish.kind == geo::LabelKind::graticule) {
        const LabelBox box = ground.moved_in(around(wish.anchor, wish.width / 2, wish.height / 2));
        return ground.untaken(box) ? std::optional(box) : std::nullopt;
    }
    const bool town = is_beside_dot(wish.kind);
    if (town && !ground.free(around(wish.anchor, kTownDot * scale, kTownDot * scale))) return std::nullopt;
    for (const LabelBox& box : town ? town_places(wish, scale) : area_places(wish)) {
        if (ground.free(grown(box, kMargin * scale))) return box;
    }
    return std::nullopt;
}

} // namespace

std::vector<std::optional<LabelBox>> placed_labels(std::span<const LabelWish> wishes, PixelSize size,
                                                   float scale) {
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(wishes[a].rank, order_of(wishes[a].kind)) <
               std::tuple(wishes[b].rank, order_of(wishes[b].kind));
    });
    Ground ground(size, scale);
    std::vector<std::optional<LabelBox>> placed(wishes.size());
    for (const std::size_t i : order) {
        placed[i] = first_free(wishes[i], ground, scale);
        if (!placed[i]) continue;
        ground.take(*placed[i]);
        if (is_beside_dot(wishes[i].kind)) {
            ground.take(around(wishes[i].anchor, kTownDot * scale, kTownDot * scale));
        }
    }
    return placed;
}

} // namespace app
