#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "app/viewer/command.hpp"
#include "app/viewer/model.hpp"

namespace app {

// What legend_panel.cpp puts together, in pixels of the framebuffer but for this.
constexpr float kLegendLine = 20; ///< a line's height in pixels of the design

/// A swatch with its words. A click on a value of the colouring column hides or shows it, a double click or
/// one with Ctrl shows it alone; on a layer's line it is the layer's eye. What is not on the map is faint.
void legend_line(const Model& model, const geo::LegendSection& section, const geo::LegendItem& item,
                 ImVec2 at, float width, Commands& commands);

/// The colour ramp with ticks and words; nothing where the section has none.
void legend_ramp(const geo::LegendSection& section, ImVec2 at, float width);
float legend_ramp_height(const geo::LegendSection& section);
/// What stands under the ticks: the unit, or what the days are.
std::vector<std::string> ramp_words(const geo::LegendSection& section);

} // namespace app
