#pragma once

#include <imgui.h>

#include "app/viewer/command.hpp"
#include "app/viewer/layout.hpp"
#include "app/viewer/model.hpp"

namespace app {

// A panel is a function of the model, one per file: it reads, shows and emits commands. It never computes,
// loads or touches GL. Each draws into the region that frame.cpp has opened.

void top_panel(const Model& model, Commands& commands);
void layers_panel(const Model& model, Commands& commands);
void filter_panel(const Model& model, Commands& commands);
void details_panel(const Model& model, Commands& commands);
void incident_panel(const Model& model, Commands& commands);
void density_panel(const Model& model, Commands& commands);
void border_panel(const Model& model, Commands& commands);
void map_panel(const Model& model, ImTextureID map, Commands& commands);
void map_buttons(const Model& model, Commands& commands);
void legend_panel(const Model& model, Commands& commands);
void map_corner(const Model& model); ///< scale bar, sources, banner
void timeline_panel(const Model& model, Commands& commands);
void status_panel(const Model& model, Commands& commands);
void welcome_panel(const Model& model, Commands& commands);
void dialog_panel(const Model& model, Commands& commands);
void export_dialog(const Model& model, Commands& commands);
/// What is being exported and what came of it, over the lower edge of the map.
void taken_card(const Model& model, const Box& map, Commands& commands);
void sheet_panel(const Model& model, Commands& commands); ///< whichever is open, over the window
void report_sheet(const Model& model, Commands& commands);
void columns_sheet(const Model& model, Commands& commands);
void help_sheet(const Model& model, Commands& commands);
/// The edges between regions that can be dragged.
void splitters(const Model& model, const Layout& layout, Commands& commands);

/// Height of the strip that says that the data are made up; 0 without one.
float banner_height(const Model& model);

/// What the map's region shows instead of a map: nothing is open, a file is being read, reading failed.
bool shows_welcome(const Model& model);

} // namespace app
