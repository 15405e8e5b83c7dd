#pragma once

#include <optional>

#include "geo/study/border_intervals.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// What is known of a whole file from its evaluated parts: counts, bands, the sum of densities. No rows.
class PartTotals {
  public:
    /// What was read; also of a part without an incident, which is not evaluated.
    void add_read(const LoadedIncidents& part);
    void add(const Snapshot& part);

    /// As evaluate would return it, but for what has rows (Snapshot::of_parts). Throws Error{Empty} when no
    /// part had an incident.
    Snapshot snapshot(const Study& study) &&;

  private:
    void add_selected(const Snapshot& part);
    void add_supports(const LocationSupports& part);
    void add_bands(const BandTable& part);
    void add_intervals(const Snapshot& part);

    Report report_;
    std::optional<TableOrigin> origin_;
    FileStamp stamp_;
    bool all_synthetic_ = true;
    Snapshot last_; ///< what no part's rows change: border, areas, zones, window of the edge correction
    Selected selected_;
    bool any_dated_ = false;
    LocationSupports supports_;
    std::optional<BandTable> bands_;
    std::optional<IntervalBands> intervals_;
    double accuracy_m_ = 0;
    std::optional<DensitySurface> density_;
};

/// The stages that do not depend on the incidents: the next part takes them over.
Snapshot without_incidents(const Snapshot& snapshot);

} // namespace geo
