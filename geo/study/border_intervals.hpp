#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/analysis/support_intervals.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// The distance of every incident to the border as an interval: its place is known to a support only, and the
/// line to its accuracy only.
struct BorderIntervals {
    SupportIntervals
        of_row; ///< bounds widened by the line's accuracy; shares are of the support alone, the line taken
                ///< as it is drawn. NaN without a place, or with one that is of no use
    double accuracy_m = 0; ///< of the line
};

/// Incidents per band that lie in it for certain, on average, and perhaps.
struct IntervalBand {
    std::uint64_t certainly = 0; ///< the whole interval lies in [from, to)
    double expected = 0;         ///< sum of the shares of the supports that lie in it
    std::uint64_t possibly = 0;  ///< a part of the interval lies in it
};
struct IntervalBands {
    std::vector<IntervalBand> bands; ///< as those of BandTable
    std::uint64_t n_not_stated =
        0; ///< counted as points: the file does not say how exactly the place is known
    std::uint64_t n_not_usable =
        0; ///< located, not counted: the publisher's code says that the place means nothing
};

/// `distance_m`: of each row to the nearest line of the set. Cost: see disc_intervals, and some 3,000 queries
/// for each area that supports are read as.
BorderIntervals border_intervals(const IncidentTable& table, const LocationSupports& supports,
                                 const std::vector<double>& distance_m, const BorderSet& border,
                                 const std::vector<double>& band_edges_m, unsigned threads,
                                 Progress& progress);

/// The rows by band. O(rows × bands).
IntervalBands count_interval_bands(const Selection& rows, const std::vector<double>& distance_m,
                                   const LocationSupports& supports, const BorderIntervals& intervals);

/// "border_p_within_5km": the column of an export that holds the share of the support within that edge.
std::string share_column_name(double edge_m);

} // namespace geo
