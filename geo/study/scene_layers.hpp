#pragma once

#include <memory>
#include <utility>

#include "geo/layer/scene.hpp"

// Seen by make_scene and its parts only.

namespace geo {

/// Of areas whose value is not known.
inline constexpr Rgba kNotKnownColor = rgb(0x9A9A9A);

inline Layer area_layer(const char* id, const char* title, std::shared_ptr<const AreaGeometry> geometry,
                        Rgba fill) {
    return {id, title, true, 1, AreaLayer{std::move(geometry), fill}};
}

inline Layer line_layer(const char* id, const char* title, std::shared_ptr<const LineGeometry> geometry,
                        Rgba color, float width_px) {
    LineLayer line;
    line.geometry = std::move(geometry);
    line.color = color;
    line.width_px = width_px;
    return {id, title, true, 1, line};
}

} // namespace geo
