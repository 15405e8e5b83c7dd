#pragma once

#include "app/render/svg/svg_canvas.hpp"
#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Writes the layers of a scene, bottom first, as vectors in the pixels of the view, y downwards: areas,
/// lines with casing and dashes, incidents as discs and rings, names as outlines. The density is a picture
/// inside, for its colours change smoothly, which no vector of SVG can; so is a backdrop. Geometries are cut
/// to the view and simplified for it.
void write_map(const geo::Scene& scene, const View& view, SvgCanvas& canvas);

} // namespace app
