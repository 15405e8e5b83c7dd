#pragma once

#include <imgui.h>

#include <optional>

#include "app/viewer/command.hpp"
#include "app/viewer/layout.hpp"
#include "app/viewer/map_view.hpp"
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
void strip_panel(const Model& model, Commands& commands);
void hot_spot_panel(const Model& model, Commands& commands);
void cluster_panel(const Model& model, Commands& commands);
void district_panel(const Model& model, Commands& commands);
void before_after_panel(const Model& model, Commands& commands);
void trend_panel(const Model& model, Commands& commands);
/// Bars by period; what the mouse is over is told in a tooltip.
void trend_chart(const geo::Trend& trend, bool deaths);
/// How far incidents have it to their neighbours: a click sets eps.
void k_distance_chart(const geo::KDistanceCurve& curve, const geo::ClusterSpec& spec, Commands& commands);
/// The histogram of distance; the band that the mouse is over in it.
std::optional<std::size_t> distance_chart(const Model& model);
void map_panel(const Model& model, const ShownMap& map, Commands& commands);
void map_buttons(const Model& model, Commands& commands);
void chips_panel(const Model& model, Commands& commands);
/// What the chips take at the top of a map of this width.
float chips_height(const Model& model, float width);
float one_row_of_chips();
void legend_panel(const Model& model, Commands& commands);
void map_mouse(const Model& model, ImVec2 origin, Commands& commands); ///< of the item before
void map_overlay(const Model& model);                                  ///< marks, counts, what is being drawn
void map_tools(const Model& model, Commands& commands);                ///< the tools at the map's edge
/// What is marked and measured; how much of the map's lower edge that takes.
float map_bars(const Model& model, Commands& commands);
void here_menu(const Model& model, Commands& commands);
void stack_list(const Model& model, Commands& commands);  ///< the incidents at the picked place
void shape_limit(const Model& model, Commands& commands); ///< box and polygon of the filter
void table_panel(const Model& model, Commands& commands);
void table_grid(const Model& model, Commands& commands);
void map_corner(const Model& model); ///< scale bar, sources, banner
void timeline_panel(const Model& model, Commands& commands);
std::string playback_export_words(const Model& model);              ///< "Drawing frame 3 of 48"
void playback_export_panel(const Model& model, Commands& commands); ///< a dialog
void density_treatment(const Model& model, Commands& commands);
void density_scale(const Model& model,
                   Commands& commands); ///< what the colours mean, and stay meaning over time
void status_panel(const Model& model, Commands& commands);
void welcome_panel(const Model& model, Commands& commands);
void dialog_panel(const Model& model, Commands& commands);
void export_dialog(const Model& model, Commands& commands);
/// What is being exported and what came of it, over the lower edge of the map and the bars that stand there.
void taken_card(const Model& model, const Box& map, float bars, Commands& commands);
void sheet_panel(const Model& model, Commands& commands); ///< whichever is open, over the window
void report_sheet(const Model& model, Commands& commands);
void columns_sheet(const Model& model, Commands& commands);
void precision_sheet(const Model& model, Commands& commands);
void help_sheet(const Model& model, Commands& commands);
/// The edges between regions that can be dragged.
void splitters(const Model& model, const Layout& layout, Commands& commands);
void layer_menu(const Model& model, Commands& commands); ///< of the layers panel
void question_panel(const Model& model, Commands& commands);

/// Escape closes the menu that is being drawn, unless it ends the typing of a text in it.
void close_on_escape();

/// Height of the strip that says that the data are made up; 0 without one.
float banner_height(const Model& model);

/// What the map's region shows instead of a map: nothing is open, a file is being read, reading failed.
bool shows_welcome(const Model& model);

} // namespace app
