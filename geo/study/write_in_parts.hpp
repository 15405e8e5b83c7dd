#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/core/progress.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// write_incidents for a file that comes in parts: its incidents stand in the order of the file.
class IncidentsInParts {
  public:
    /// `output` outlives it.
    explicit IncidentsInParts(const OutputSpec& output) : output_(output) {}

    /// The incidents of an evaluated part that pass.
    void append(const Study& study, const Snapshot& part, unsigned threads, Progress& progress);
    /// In place, with the provenance of the whole. Returns the notes for the user. Before it nothing is
    /// written; without a part there is nothing to put in place.
    std::vector<std::string> commit(const std::string& provenance);

  private:
    const OutputSpec& output_;
    std::unique_ptr<FeatureSink> sink_;
    std::vector<std::string> notes_;
};

} // namespace geo
