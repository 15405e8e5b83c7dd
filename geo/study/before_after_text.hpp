#pragma once

#include <string>

#include "geo/io/area_export.hpp"
#include "geo/study/before_after.hpp"

namespace geo {

// A comparison of before and after of an evaluated study; the snapshot must have one without a fault.

/// A row for each cell of the area, or each district with incidents: before, after, straddling, ratio,
/// ratio_low, ratio_high (as they stand, exact 95 %), log_ratio (shrunken), p, q (empty without incidents),
/// per_day_before, per_day_after; cells also vague, lon, lat (of the centre); class (ChangeClass); cells also
/// clipped, districts name. An infinite ratio is left empty.
AreaTable change_cell_table(const Study& study, const Snapshot& snapshot);
AreaTable change_district_table(const Study& study, const Snapshot& snapshot);

/// The windows, all incidents, both summaries, the cells with incidents, the districts, the displacement.
std::string before_after_as_json(const Study& study, const Snapshot& snapshot);

/// "3 times as many (2.1–4.4)", "half as many ...": the ratio as it stands with its interval: "1.52
/// (1.21–1.91)".
std::string ratio_in_words(const RateRatio& ratio);

} // namespace geo
