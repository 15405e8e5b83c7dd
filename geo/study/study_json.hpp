#pragma once

#include <string>
#include <string_view>

#include "geo/study/study.hpp"

namespace geo {

/// A study as JSON (*.study.json): every field by its name, lengths in km, days in ISO. Keys in a fixed order, so that
/// equal studies give equal text.
std::string json_from_study(const Study& study);

/// The inverse. Absent keys keep their defaults; an unknown key or a value of the wrong kind is an Error{Format} that
/// names it. Relative paths are read as relative to `folder`.
Study study_from_json(std::string_view text, const std::string& folder);

Study load_study(const std::string& path);
/// The same, with relative paths counting from another folder.
Study load_study(const std::string& path, const std::string& folder);
/// Paths in the file are relative to its folder where that is possible (study_paths.hpp), so that a folder can be moved
/// or passed on whole.
void save_study(const Study& study, const std::string& path);

} // namespace geo
