#pragma once

#include "app/viewer/command.hpp"
#include "app/viewer/model.hpp"

namespace app {

// Parts of the export dialog and what else exports: export_options.cpp, export_words.cpp.

/// Folder, columns, picture: whatever the chosen files have.
void export_options(const Model& model, Commands& commands);

/// "incidents", "contours", "grid", "bands", "picture": part of items' names.
const char* name_of_take(Take take);
/// "5,972 features", "320 × 280 cells".
std::string holds_words(const Model& model, Take take);

/// The command lines that write these files, on the clipboard, one a line.
void copy_commands(const Model& model, const std::vector<ExportJob>& jobs, Commands& commands);

} // namespace app
