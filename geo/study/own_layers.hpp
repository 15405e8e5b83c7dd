#pragma once

#include <array>
#include <string>

#include "geo/layer/color.hpp"

namespace geo {

/// Colours offered for reference layers: apart from one another and seen on both themes' ground.
inline constexpr std::array<Rgba, 6> kReferenceColors{rgb(0x1B9E8A), rgb(0x9B6BD0), rgb(0xB8860B),
                                                      rgb(0x4A8FDB), rgb(0xD0607A), rgb(0x808B98)};
inline constexpr float kReferenceWidths[2] = {0.5f, 6}; ///< px at scale 1, least and most

/// A vector file of the user's own, drawn under the incidents: areas with a faint fill, lines, points.
struct ReferenceSpec {
    std::string path;
    std::string label_field; ///< whose values name the features on the map; empty: no names
    bool visible = true;
    float opacity = 1;
    Rgba color = kReferenceColors[0];
    float width_px = 1.5f;
    bool operator==(const ReferenceSpec&) const = default;
};

/// A raster of the user's own under everything but the plain ground.
struct BackdropSpec {
    std::string path;
    bool visible = true;
    float opacity = 1;
    bool operator==(const BackdropSpec&) const = default;
};

} // namespace geo
