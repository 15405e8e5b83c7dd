#pragma once

#include "geo/layer/scene.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// The map of a snapshot: layers bottom to top, legend, words. Cheap (no geometry is copied), so the viewer calls it
/// whenever style or snapshot changed. The study must have `map` set. Layer ids: "countries", "study-area",
/// "density", "coast", "provinces", "disputed", "border", "incidents", "labels".
Scene make_scene(const Study& study, const Snapshot& snapshot);

/// "6,416 incidents · 1989-01-25 to 2021-12-31": number with thousands separators, for people.
std::string grouped(std::uint64_t n);

} // namespace geo
