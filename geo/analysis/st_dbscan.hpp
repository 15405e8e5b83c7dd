#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "geo/core/civil.hpp"
#include "geo/core/progress.hpp"

namespace geo {

struct StDbscanParameters {
    double eps_m = 10'000; ///< neighbours are at most that far apart (≤); above 0
    std::optional<int> eps_time_days =
        14;                       ///< and at most so many days (≤); 0: of one day; empty: plain DBSCAN
    std::uint32_t min_points = 5; ///< neighbours that make a core, itself counted (≥); at least 1
    unsigned threads = 0;         ///< 0: all of the machine
};

constexpr std::int32_t kNoise = -1; ///< belongs to no cluster

struct StClusters {
    std::vector<std::int32_t> label; ///< by row: 0, 1, … in the order of the clusters' first cores, or kNoise
    std::vector<std::uint8_t> core; ///< by row
    std::uint32_t n_clusters = 0;
};

/// Which of two rows of one day comes first; called for cores only, never for the same row twice. Empty: the
/// one further west, then south.
using EarlierOfOneDay = std::function<bool(std::uint32_t, std::uint32_t)>;

/// ST-DBSCAN: N(p) = {q: d(p, q) ≤ eps and |t_p − t_q| ≤ eps_time}, d in the plane of x and y. p is a core if
/// |N(p)| ≥ min_points; cores that are neighbours share a cluster. Clusters are numbered by their first core
/// in the order of day, then `earlier`; an incident that is no core but has one as neighbour (a border point)
/// goes to the first cluster that reaches it in that order: the lowest number among its cores. So a label
/// depends neither on the order of the rows nor on the number of threads. All others are noise.
///
/// No incidents: no clusters. One: noise, unless min_points is 1. All at one place and on one day: one
/// cluster if there are min_points of them.
///
/// Cost: about n log n; cells that hold min_points incidents are all cores at once, coordinates that repeat
/// are one place, and neighbour lists are never stored. 1e6 incidents, one thread: see tests/bench. Memory:
/// some 80 bytes an incident. Spans of one length; throws Argument when they differ, for values that are not
/// finite, parameters out of range, and an incident without a day where time counts.
///
/// Source: Birant and Kut, "ST-DBSCAN" (2007, doi:10.1016/j.datak.2006.01.013; its abstract was opened), as METHODS
/// states it: without its values other than place and time. Tests: st_dbscan_test.cpp against st_dbscan_by_pairs,
/// and scikit-learn's DBSCAN on the UCDP file.
StClusters st_dbscan(std::span<const double> x_m, std::span<const double> y_m, std::span<const DayNumber> day,
                     const StDbscanParameters& parameters, const EarlierOfOneDay& earlier,
                     Progress& progress);

/// Throws Argument for what st_dbscan cannot take.
void check_st_dbscan(std::span<const double> x_m, std::span<const double> y_m, std::span<const DayNumber> day,
                     const StDbscanParameters& parameters);

/// The fixed order of two different rows: by day, then `earlier`, then the place.
bool comes_first(std::span<const double> x_m, std::span<const double> y_m, std::span<const DayNumber> day,
                 const EarlierOfOneDay& earlier, std::uint32_t a, std::uint32_t b);

/// The same by all pairs and the words of the paper, one incident after the other: the obvious twin, O(n²).
StClusters st_dbscan_by_pairs(std::span<const double> x_m, std::span<const double> y_m,
                              std::span<const DayNumber> day, const StDbscanParameters& parameters,
                              const EarlierOfOneDay& earlier);

} // namespace geo
