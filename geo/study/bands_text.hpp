#pragma once

#include <string>

#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

// The distance bands of an evaluated study as text; the snapshot must have them.

/// `bands`, `total`, `unlocated`, `border`, `border_source`, `neighbours`, `compared_borders` where asked
/// for, as JSON.
std::string bands_as_json(const Study& study, const Snapshot& snapshot);

/// A header, then a row for each band: from_m, to_m (empty for the last), count, deaths (empty when the file
/// has none), vaguer_than_band.
std::string bands_as_csv(const Study& study, const Snapshot& snapshot);

} // namespace geo
