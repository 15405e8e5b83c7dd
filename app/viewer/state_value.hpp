#pragma once

#include <optional>
#include <string>

#include "app/viewer/model.hpp"

namespace app {

/// A value that scripts may expect: a number or a word.
using StateValue = std::variant<double, std::string>;

/// shown, total, unlocated, undo, redo, stacked, picked (row in the file), picked_of, listed, discs (single,
/// several, none), scale (1:n), bins, bandwidth (km), density, incidents, border, theme, from, to, area,
/// where, dialog, tab, status, notice;
/// of exports: export_files (chosen), export_replaces (of them, there already), export_fault, export_folder,
/// taken and taken_failed (files of the last one), copied. Empty for a name it does not know.
std::optional<StateValue> state_value(const Model& model, const std::string& name);

/// Of the analyses (state_value_analyses.cpp): density and its settings, hot spots, emerging, strip, intervals, null,
/// clusters, districts, change, trend, bands and lines compared; -1 where a number is not there.
std::optional<StateValue> analysis_value(const Model& model, const std::string& name);

/// Of the table, the tools and what is marked (state_value_tools.cpp): table (on, off), listed (rows),
/// listed_first, listed_last, cursor (row in the file), table_top, sort, columns; marked, marked_out (by the
/// filter), tool, drawing, stack (incidents at the picked place), stack_at, stacks (places with several),
/// measure_points, measure_m, measure_m2, polygon (vertices), box, here, here_border_m, here_neighbour,
/// copied_lines, focus, region (that has the keyboard), keys_in (whose controls have it, or none), aiming.
/// (The script's own, script_runner.cpp: `focused`, the control with the ring; `set_lines`, lines of other scripts
/// that the last frame drew.)
std::optional<StateValue> tool_value(const Model& model, const std::string& name);

std::string words_of(const StateValue& value);

} // namespace app
