#pragma once

#include <string>
#include <vector>

#include "geo/study/study.hpp"

namespace app {

/// The parts of an evidence package that a study may or may not have: density, hotspots, clusters, trend,
/// strip, districts, change. Distance bands, the incidents and the map are always in it.
std::vector<std::string> report_parts();

/// What a package of this study needs beside what it asks for: the distance bands, counts by period and a
/// map. A study without a map gets one of the incidents alone.
void complete_for_report(geo::Study& study);

/// The package of a bare file: every part with its usual parameters (`study` has those that options gave),
/// intervals of distance too. Of `parts`, when not empty, only those named. Throws Argument for a name that
/// is none, and for a part that needs what is not given (districts without polygons, change without a date).
void keep_parts(geo::Study& study, const std::vector<std::string>& parts);

} // namespace app
