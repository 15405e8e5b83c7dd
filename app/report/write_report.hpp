#pragma once

#include <string>
#include <vector>

#include "geo/core/progress.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace app {

struct ReportOptions {
    unsigned threads = 0;
    geo::ColumnsKept columns = geo::ColumnsKept::all; ///< of the incidents
};

/// Writes the evidence package of an evaluated study (complete_for_report) as a new folder: index.html,
/// layers/, tables/, pictures/, run.json, inputs.json, redo.study.json, SHA256SUMS. It appears as a whole or
/// not at all; a folder that holds anything is refused. The same study and files give the same bytes on the
/// same system, whatever the folder is called and however many threads there are. Throws geo::Error: Output,
/// Argument (input that is no file), Io (an input cannot be read again, or has changed).
void write_report(const geo::Study& study, const geo::Snapshot& snapshot, const std::string& folder,
                  const ReportOptions& options, geo::Progress& progress);

/// Throws what write_report would throw of the folder and the kind of input: to be asked before a long
/// computation.
void require_report(const geo::Study& study, const std::string& folder);

} // namespace app
