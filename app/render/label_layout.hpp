#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/render/label_placing.hpp"
#include "app/render/text/typesetter.hpp"

namespace app {

/// A name of the map that has found its place.
struct LaidLabel {
    const geo::LabelLayer* layer;
    std::string text; ///< as it is written
    TextStyle style;
    geo::LabelKind kind;
    int rank;
    ViewPoint anchor;
    LabelBox box; ///< of text and halo, y upwards
};

constexpr float kLabelHalo = 1.6F; ///< pixels at scale 1

/// Size of a text with its halo in pixels; empty when it cannot be set now.
using MeasureLabel = std::function<std::optional<PixelSize>(const std::string& text, TextStyle style)>;

struct LabelLayout {
    std::vector<LaidLabel> labels;
    bool all_measured = true;
};

/// In the order in which they are drawn, the lowest first.
inline constexpr std::array kLabelKinds{geo::LabelKind::country,      geo::LabelKind::province,
                                        geo::LabelKind::border,       geo::LabelKind::town,
                                        geo::LabelKind::area_feature, geo::LabelKind::point_feature,
                                        geo::LabelKind::graticule,    geo::LabelKind::cluster};
/// Names of what is large, and degrees, stand back.
constexpr bool is_faint(geo::LabelKind kind) {
    return kind == geo::LabelKind::country || kind == geo::LabelKind::province ||
           kind == geo::LabelKind::graticule;
}

/// The names of these layers that a view shows, each where it covers no other: the same for pixels and
/// vectors.
LabelLayout laid_labels(const std::vector<const geo::LabelLayer*>& layers, const View& view,
                        const MeasureLabel& measure);

/// A layer that leaves something on the map.
inline bool drawn(const geo::Layer& layer) { return layer.visible && layer.opacity > 0; }
/// The layers of names that are drawn.
std::vector<const geo::LabelLayer*> label_layers(const geo::Scene& scene);

} // namespace app
