#pragma once

// Seen by the panels of the border only.

#include <string>

#include "app/viewer/command.hpp"

namespace app {

/// "5 – 10", "over 100": kilometres.
std::string band_name(const geo::Band& band);
void right_aligned(const std::string& words);
/// Bands with certain, expected and possible counts.
void interval_table(const Model& model);
/// The shares in the bands against a pattern that knows nothing of the border.
void null_chart(const Model& model, Commands& commands);

} // namespace app
