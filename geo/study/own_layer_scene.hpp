#pragma once

#include "geo/layer/scene.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// The parts of make_scene for files of the user's own. A layer whose file could not be read is not on the
/// map.

void add_backdrop(Scene& scene, const MapSpec& map, const Snapshot& snapshot);
/// Layers "reference 0" ...: what a file holds of areas, lines, points and names each becomes a layer with
/// the same id.
void add_references(Scene& scene, const MapSpec& map, const Snapshot& snapshot, const MapColors& colors);
/// A section with the name of each file that is shown.
void add_reference_legend(Scene& scene, const MapSpec& map, const Snapshot& snapshot);

} // namespace geo
