#pragma once

#include <string>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// A step between meridians or parallels in seconds of arc: a round part of a degree, minute or second, from
/// 1″ to 45°. The smallest that leaves at least `least_deg` between two lines.
int graticule_step_arcsec(double least_deg);

/// "71° E", "71° 30′ E", "0°"; minutes and seconds only where the value has them. `along_equator`: a
/// longitude, else a latitude.
std::string degrees_text(int arcsec, bool along_equator);

/// The multiples of the step within [low, high] degrees, in seconds of arc, clipped to ±limit degrees.
std::vector<int> graticule_lines(double low_deg, double high_deg, int step_arcsec, int limit_deg);

} // namespace geo
