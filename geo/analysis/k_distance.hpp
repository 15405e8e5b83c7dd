#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/core/civil.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// How far it is from each incident asked for to the `k`-th other incident that is within `eps_time_days` of
/// it (≤; empty: any day): with k = min_points − 1, the smallest eps that makes it a core of ST-DBSCAN. In
/// metres of the plane of x and y; infinite when there are fewer than k others in that time; 0 for k = 0.
/// Sorted, the values are the k-distance curve: where it bends up, eps begins to join what lies apart.
///
/// Cost: O(n log n) to build a tree over x, y and (where it counts) time, then some O(log n) by query; 5,000
/// queries of 1e6 incidents: see tests/bench. Spans of one length; throws Argument when they differ, for
/// values that are not finite, and an incident without a day where time counts.
///
/// Source: Ester, Kriegel, Sander and Xu, "A density-based algorithm for discovering clusters" (1996; not
/// opened). Test: k_distance_test.cpp against all pairs.
std::vector<double> k_distances(std::span<const double> x_m, std::span<const double> y_m,
                                std::span<const DayNumber> day, std::optional<int> eps_time_days,
                                std::uint32_t k, std::span<const std::uint32_t> asked, unsigned threads,
                                Progress& progress);

} // namespace geo
