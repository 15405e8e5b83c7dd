#pragma once

#include <span>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// The smallest convex shape around places: its corners counter-clockwise from the one furthest west (then
/// south), not closed, none of them on a straight line between two others. Two corners when all lie on a
/// line, one when all are at one place, none for none. Cost: O(n log n).
///
/// Source: Andrew's monotone chain (1979; not opened). Test: convex_hull_test.cpp by its defining properties.
std::vector<Local> convex_hull(std::span<const Local> places);

} // namespace geo
