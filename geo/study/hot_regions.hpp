#pragma once

#include "geo/crs/analysis_crs.hpp"
#include "geo/study/hot_spots.hpp"

namespace geo {

/// Fills `spots.regions`: hot cells that touch, the highest z first, each named by a place near its peak. O(cells).
void find_regions(HotSpots& spots, const Transformer& transformer, const std::vector<ReferencePlace>& places);

} // namespace geo
