#pragma once

#include <string>

#include "geo/study/study.hpp"

namespace geo {

/// The study with the paths of its source, its border file and its outputs relative to the folder of `file`.
/// A path that shares nothing with that folder but the root, and what is no path of a file ("-", "PG:..."),
/// stays absolute or as it is. Relative paths count from the current folder. study_from_json is the inverse.
Study with_paths_relative_to(Study study, const std::string& file);

} // namespace geo
