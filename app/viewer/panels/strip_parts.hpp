#pragma once

// Seen by the panels of the strip only.

#include "app/viewer/command.hpp"
#include "app/viewer/model.hpp"
#include "geo/study/border_strip.hpp"

namespace app {

/// The line of the border that the panel shows: an index into the strip's lines, of which there are some.
inline std::size_t strip_line_shown(const Model& model, const geo::BorderStrip& strip) {
    return model.view.strip_line < strip.lines.size() ? model.view.strip_line : 0;
}

/// The line upright, its south-western end below, the neighbour's side left; the incident under the mouse in
/// words, a click picks it.
void strip_chart(const Model& model, const geo::BorderStrip& strip, Commands& commands);

} // namespace app
