#pragma once

#include <string>
#include <vector>

#include "geo/io/file_digest.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace app {

/// One file that a package was made from; a Shapefile is several.
struct InputFile {
    std::string role; ///< "incidents", "border", "districts" ...
    std::string path;
    std::string name; ///< without its folder
    geo::FileDigest digest;
};

/// Every file that the study reads, with its SHA-256, in a fixed order. Throws Io where one cannot be read,
/// or the incidents' file is no longer the one that the snapshot was read from, and Argument for incidents
/// from standard input or a database, which nobody could check.
std::vector<InputFile> input_files(const geo::Study& study, const geo::Snapshot& snapshot);

/// The same without looking at any file: what the package cannot be made from (Argument).
void require_files_as_input(const geo::Study& study);

/// inputs.json: role, name, bytes and sum of each, what was read of the incidents and rejected with reasons,
/// attributions and notices.
std::string inputs_json(const std::vector<InputFile>& inputs, const geo::Study& study,
                        const geo::Snapshot& snapshot);

} // namespace app
