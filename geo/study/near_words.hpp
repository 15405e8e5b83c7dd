#pragma once

#include <string>
#include <vector>

#include "geo/border/reference.hpp"

namespace geo {

/// "near NAME", the best known of the places within 15 km; else the nearest of all: "31 km NW of NAME". Empty
/// without places.
std::string near_in_words(LonLat place, const std::vector<ReferencePlace>& places);

} // namespace geo
