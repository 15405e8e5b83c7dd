#pragma once

#include <optional>
#include <string>

#include "app/viewer/model.hpp"

namespace app {

/// A value that scripts may expect: a number or a word.
using StateValue = std::variant<double, std::string>;

/// shown, total, unlocated, undo, redo, stacked, picked (row in the file), scale (1:n), bins, bandwidth (km),
/// density, incidents, border, theme, from, to, area, where, dialog, tab, status, notice;
/// of exports: export_files (chosen), export_replaces (of them, there already), export_fault, export_folder,
/// taken and taken_failed (files of the last one), copied. Empty for a name it does not know.
std::optional<StateValue> state_value(const Model& model, const std::string& name);

std::string words_of(const StateValue& value);

} // namespace app
