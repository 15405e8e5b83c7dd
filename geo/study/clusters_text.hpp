#pragma once

#include <string>
#include <vector>

#include "geo/io/area_export.hpp"
#include "geo/study/clusters.hpp"

namespace geo {

// The clusters of an evaluated study as tables; the snapshot must have them.

/// A row for each cluster, in the order of their numbers: `cluster` (from 1), incidents, cores, deaths_best,
/// deaths_low, deaths_high (sums of what is stated, empty where none is), deaths_unknown (incidents without a
/// best estimate), centroid_lon, centroid_lat, area_km2 (of the hull), border_distance_m (of the nearest
/// incident), actor_incidents, vague_places, vague_dates; first_date, last_date, near, hull (point, line,
/// polygon), border_neighbour, main_actor (several, apart by " | ", where they tie).
AreaTable cluster_table(const Study& study, const Snapshot& snapshot);

/// Counts, the k-distances that advise on eps, and `clusters`, as JSON.
std::string clusters_as_json(const Study& study, const Snapshot& snapshot);

/// "Government of Pakistan - TTP", "A | B (tie)"; empty without actors.
std::string actors_in_words(const Cluster& cluster);
/// "2009-10-05 to 2010-01-02", "2009-10-05", "no date".
std::string period_in_words(const Cluster& cluster);

} // namespace geo
