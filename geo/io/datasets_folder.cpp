#include <cstdlib>
#include <filesystem>

#include "geo/core/error.hpp"
#include "geo/core/version.hpp"
#include "geo/io/reference_layers.hpp"

namespace geo {

namespace fs = std::filesystem;

std::string datasets_folder() {
    std::vector<fs::path> candidates;
    if (const char* given = std::getenv("BORDERLENS_DATASETS")) candidates.emplace_back(given);
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    // Relative to the program, so that an installation can be moved or unpacked anywhere.
    candidates.push_back(program.parent_path().parent_path() / "share/borderlens/datasets");
    candidates.emplace_back(kInstalledDatasets);
    candidates.emplace_back(kSourceDatasets);
    std::string looked;
    for (const fs::path& folder : candidates) {
        if (fs::exists(folder / "borders", ignored)) return folder.string();
        looked += (looked.empty() ? "" : ", ") + folder.string();
    }
    throw Error(ErrorKind::Io, "the datasets of borderlens are not in any of " + looked +
                                   "; set BORDERLENS_DATASETS to their folder");
}

} // namespace geo
