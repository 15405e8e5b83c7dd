#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/core/progress.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// Distances of all incidents to the border as one source draws it.
struct SetDistances {
    std::string set;   ///< osm, ne10m, ne110m, or a file
    std::string words; ///< "OpenStreetMap 2026 (AFG, IRN)"
    double accuracy_m = 0;
    std::vector<double> distance_m; ///< to the nearest chosen neighbour, by row
    BorderIntervals intervals;
};

/// What the choice of the line changes: the same incidents counted by distance to each bundled line.
struct BorderComparison {
    struct Line {
        std::string set, words;
        double accuracy_m = 0;
        BandTable bands;
        IntervalBands intervals;
        std::uint64_t n_other_band = 0; ///< incidents in another band than with the first line
    };
    std::vector<Line> lines; ///< the chosen one first
};

/// Distances to the chosen line and to every bundled one. Costs as many times as compute_proximity as there
/// are lines.
std::vector<SetDistances> distances_to_sets(const IncidentTable& table, const LocationSupports& supports,
                                            const BorderSpec& chosen, const std::vector<double>& band_edges_m,
                                            unsigned threads, Progress& progress);

/// The rows counted under each line.
BorderComparison compare_borders(const IncidentTable& table, const LocationSupports& supports,
                                 const Selection& rows, const std::vector<SetDistances>& sets, const ProximitySpec& spec);

} // namespace geo
