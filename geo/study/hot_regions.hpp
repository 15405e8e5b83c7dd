#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geo/study/hot_spots.hpp"

namespace geo {

/// Units of one kind that touch one another, for every kind but 0: in the order of their first unit, each
/// walked through from there. O(units).
std::vector<std::vector<std::uint32_t>> touching_groups(const AreaUnits& units,
                                                        std::span<const std::uint8_t> kinds);

/// The box of each group.
std::vector<LonLatBox> boxes_of(const AreaUnits& units,
                                const std::vector<std::vector<std::uint32_t>>& groups);

/// Units with names by those two that have the most incidents: "Kech", "Kech and Gwadar", "Kech, Gwadar and 2 more"; others by
/// the towns around `place`, which is in one of them. `incidents` of each member.
std::string group_in_words(const AreaUnits& units, std::span<const std::uint32_t> group,
                           std::span<const std::uint32_t> incidents, LonLat place,
                           const std::vector<ReferencePlace>& places);

/// Fills `spots.regions`: hot units that touch, the highest z first, each named by its peak.
void find_regions(HotSpots& spots, const std::vector<ReferencePlace>& places);

} // namespace geo
