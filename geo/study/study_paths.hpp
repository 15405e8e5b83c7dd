#pragma once

#include <string>
#include <vector>

#include "geo/study/study.hpp"

namespace geo {

/// Every path of a file that the study names: the source, the outputs, a border and an area of the user's
/// own, references and the backdrop. What is no path of a file ("-", "PG:...", "osm") is not among them.
std::vector<std::string*> paths_of(Study& study);

/// A file that the study reads, and what it is to it.
struct StudyInput {
    const char* role; ///< incidents, border, districts, population, area, reference layer, backdrop
    std::string* path;
};
/// Of those paths all but the outputs. What is bundled is not among them.
std::vector<StudyInput> inputs_of(Study& study);

/// What a study that was read from `file` names outside the file's own folder, links resolved: such a file
/// may be anybody's, and whoever opens it has not asked for these. In the order of the study, each once.
std::vector<std::string> named_outside(Study study, const std::string& file);
/// Whether it names a database, which is reached over the network.
bool names_network(const Study& study);

/// The study with those paths relative to the folder of `file`. A path that shares nothing with that folder
/// but the root stays absolute. Relative paths count from the current folder. study_from_json is the inverse.
Study with_paths_relative_to(Study study, const std::string& file);

} // namespace geo
