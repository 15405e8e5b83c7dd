#pragma once

#include <functional>

#include "geo/core/progress.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// Called after each finished stage with what there is so far: the viewer shows it at once. A stage that is
/// not yet recomputed keeps its last value.
using Publish = std::function<void(const Snapshot&)>;

struct EvaluateOptions {
    unsigned threads = 0;     ///< 0: all of the machine; the result does not depend on it
    Publish publish;          ///< may be empty
    bool count_days = false;  ///< Snapshot::days, what the timeline shows
    bool take_counts = false; ///< a file of counts by district is no fault, also while nothing asks for them
    bool advise = false;      ///< Snapshot::advice and repeated_places, beside the density
    /// One evaluation and no other filter to follow: a database need not give what the filter keeps back
    /// (unless the study looks at the whole file: its map, trend or before and after).
    bool only_what_passes = false;
};

/// The only way from what was asked to what is shown: the command line and the viewer both call it. Stages of
/// `previous` that are current are reused; the others are recomputed in the order source, border, areas,
/// proximity, selection, bands, density, what is drawn. Throws Error with the stage's words, or Cancelled.
Snapshot evaluate(const Study& study, const Snapshot& previous, Progress& progress,
                  const EvaluateOptions& options = {});

/// True when every stage that the study asks for is up to date (the viewer dims what is not).
bool density_is_current(const Study& study, const Snapshot& snapshot);
bool selection_is_current(const Study& study, const Snapshot& snapshot);

} // namespace geo
