#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

enum class Cover : std::uint8_t { none, part, whole };

/// How much of each ring (closed, a simple polygon) lies in the union of the areas, in the plane of longitude
/// and latitude: what only touches them is none. Parts of the areas may overlap or share edges. GEOS, with a
/// prepared geometry: some 10 µs a ring. Throws Argument when GEOS cannot.
std::vector<Cover> covers_of(const MultiPolygon& areas, std::span<const Ring> rings);

} // namespace geo
