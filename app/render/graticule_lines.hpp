#pragma once

#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Meridians and parallels of a view. On the map's plane they are straight, so their geometry is made anew
/// for each view and is never more than some dozen segments.
geo::LineLayer graticule_as_lines(const geo::GraticuleLayer& layer, const View& view);

/// The degrees at the edges of the view, as labels to be placed before all others: meridians below and above,
/// parallels at both sides, so that what covers one edge (a legend) leaves the other.
std::vector<geo::Label> graticule_labels(const View& view);

/// What the graticule of the scene writes in this view; without labels where there is none.
geo::LabelLayer degrees_of(const geo::Scene& scene, const View& view);

} // namespace app
