#pragma once

#include <string>

#include "geo/study/trend.hpp"

namespace app {

/// Incidents by period as an inline SVG: a bar for each, its exact 95 % interval where bars are few enough,
/// periods that the file covers in part paler, those it does not cover hatched. Texts are texts.
std::string trend_chart(const geo::Trend& trend);

/// A bar as long as the share (0 to 1) of its cell, as inline SVG; the longest of a table is whole.
std::string share_bar(double share);

} // namespace app
