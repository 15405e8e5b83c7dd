#pragma once

#include "geo/core/number_words.hpp"
#include "geo/layer/scene.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// The map of a snapshot: layers bottom to top, legend, words. Cheap (no geometry is copied), so the viewer
/// calls it whenever style or snapshot changed. The study must have `map` set. Layer ids: "countries",
/// "study-area", "backdrop", "density", "districts", "hot-spots" ..., "coast", "provinces", "disputed", "reference 0" ...,
/// "border", "graticule", "incidents", "labels".
Scene make_scene(const Study& study, const Snapshot& snapshot);

} // namespace geo
