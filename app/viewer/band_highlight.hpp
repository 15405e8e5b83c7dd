#pragma once

#include "geo/layer/scene.hpp"
#include "geo/study/snapshot.hpp"

namespace app {

/// Lights up the distance band that the mouse is over: its zone in the accent colour, its incidents at full
/// strength and ringed, the others faint. One pass over the points shown.
void light_band(geo::Scene& scene, const geo::Snapshot& snapshot, std::size_t band);

/// The same of a cluster of the list: its hull in the accent colour.
void light_cluster(geo::Scene& scene, const geo::Snapshot& snapshot, std::size_t cluster);

} // namespace app
