#pragma once

#include <functional>
#include <string>
#include <vector>

#include "geo/core/progress.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace app {

/// A file of an evidence package that an exporter or a painter writes.
struct PlannedFile {
    std::string path;  ///< in the package: "layers/incidents.geojson"
    std::string words; ///< what it holds
    std::function<void(const std::string& path)> write;
};

struct PlanOptions {
    unsigned threads = 0;
    geo::ColumnsKept columns = geo::ColumnsKept::all; ///< of the incidents
};

/// The layers, tables and pictures of what the study asks for and the snapshot has, in a fixed order. Borrows
/// all of them: write while they live.
std::vector<PlannedFile> planned_files(const geo::Study& study, const geo::Snapshot& snapshot,
                                       const PlanOptions& options, geo::Progress& progress);

} // namespace app
