#pragma once

#include <string>

#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// What every export says of itself, as one JSON object: program and version, sources with licences and notices, the
/// filter in words and as JSON, the border line, the CRS of computation, counts. Keys in a fixed order and no clock
/// time, so that a second run writes the same bytes. `by_hand` says what was taken out of the selection by hand
/// ("37 rows marked by hand (box)"), which no study can repeat; empty: nothing was.
std::string provenance_of(const Study& study, const Snapshot& snapshot, const std::string& by_hand = "");

} // namespace geo
