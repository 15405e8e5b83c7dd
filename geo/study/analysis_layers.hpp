#pragma once

#include "geo/layer/scene.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// The parts of make_scene for the analyses: layers and their section of the legend. What is not asked for or
/// not yet computed adds nothing.

/// Gi* in its classes, or how they changed over time (hot_spot_layers.cpp).
void add_hot_spots(Scene& scene, const Study& study, const Snapshot& snapshot);
/// Over the cells and under the incidents' names.
void add_emerging_letters(Scene& scene, const Study& study, const Snapshot& snapshot);

/// The measure in classes; districts without a number are grey, those without an incident bare: their legend
/// says which is which.
void add_districts(Scene& scene, const Study& study, const Snapshot& snapshot, const MapColors& colors);
/// The colour is the ratio, the outline that it is more than chance.
void add_change(Scene& scene, const Study& study, const Snapshot& snapshot);
/// Under the incidents: the hulls' ground, and halos around places where a whole cluster is.
void add_clusters(Scene& scene, const Study& study, const Snapshot& snapshot, const MapColors& colors);
/// Over the incidents, which hide what lies under them: outlines, and the numbers of the list.
void add_cluster_outlines(Scene& scene, const Study& study, const Snapshot& snapshot,
                          const MapColors& colors);

} // namespace geo
