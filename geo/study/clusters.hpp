#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/analysis/st_dbscan.hpp"
#include "geo/border/reference.hpp"
#include "geo/core/progress.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/layer/drawn_reference.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// What an incident is to its cluster. `left_out`: it was not looked at (no usable place, or no date).
enum class ClusterRole : std::uint8_t { core, border, noise, left_out };
inline constexpr std::array<const char*, 4> kClusterRoles{"core", "border", "noise", "left out"};

/// What the incidents of a cluster span: all at one place, all on a line, or an area.
enum class HullShape : std::uint8_t { point, line, polygon };
inline constexpr std::array<const char*, 3> kHullShapes{"point", "line", "polygon"};

struct Cluster {
    std::uint32_t n_incidents = 0, n_cores = 0;
    std::uint32_t n_vague_places = 0;                        ///< known less exactly than eps
    std::uint32_t n_vague_dates = 0;                         ///< known less exactly than eps_time
    double deaths_best = 0, deaths_low = 0, deaths_high = 0; ///< sums of what is stated; NaN: of none it is
    std::uint32_t n_without_deaths = 0;                      ///< have no best estimate
    DayNumber first_day = kNoDay, last_day = kNoDay;         ///< of the days on which its incidents begin
    LonLat centroid;                                         ///< mean of the places in the analysis CRS
    std::string near; ///< "near Peshawar", of the centroid; empty without places
    HullShape shape = HullShape::point;
    LineString hull;     ///< convex: a closed ring counter-clockwise, a line, or one place
    double area_km2 = 0; ///< of the hull
    LonLatBox box;
    double border_distance_m = 0;    ///< of the incident nearest to the border; NaN without a border line
    std::string neighbour;           ///< whose border that is
    std::vector<std::string> actors; ///< named most often; several where they tie; none without such a column
    std::uint32_t n_actor = 0;       ///< incidents that name the first of them
};

struct Clusters {
    std::vector<std::int32_t> label; ///< by row: index into `clusters`, kNoise for noise and what is left out
    std::vector<ClusterRole> role;   ///< by row; rows that do not pass are left out too
    std::vector<Cluster> clusters;   ///< by their first core incident: by date, then identifier
    std::vector<std::uint32_t> by_size; ///< the same, most incidents first
    std::uint64_t n_incidents = 0;      ///< looked at
    std::uint64_t n_noise = 0;
    std::uint64_t n_unplaced = 0; ///< pass, but have no usable place
    std::uint64_t n_undated = 0;  ///< pass, but have no date, and time counts
    std::uint64_t n_vague_places = 0, n_vague_dates = 0;
    std::array<std::uint32_t, 3> n_by_shape{}; ///< clusters, by HullShape
    bool has_actor = false;                    ///< the file has a column of actors
    std::string crs;                           ///< PROJ string of the plane that distances are measured in
    DrawnReference drawn;                      ///< hulls with the clusters' numbers, for the map
};

/// Clusters of the incidents that pass and have a usable place and, where time counts, a date: the day they
/// begin. Identifiers that are whole numbers compare as numbers, others as text.
Clusters find_clusters(const IncidentTable& table, const LocationSupports& supports, const Selected& selected,
                       const LocalPlaces& local,
                       const Proximity& proximity, const std::vector<ReferencePlace>& places,
                       const AnalysisCrs& crs, const ClusterSpec& spec, unsigned threads, Progress& progress);

/// "8" before "59", "59" before "A": the order of identifiers.
bool id_before(std::string_view a, std::string_view b);

/// How far it is from incidents to their k-th other neighbour in time, k = min_points − 1: advice on eps.
struct KDistanceCurve {
    std::uint32_t k = 0;
    std::uint64_t n_incidents = 0; ///< among which neighbours were sought
    std::vector<double>
        distance_m; ///< ascending, of all of them or every so many-th; infinite: too few in time
    /// The distance that this share of them does not exceed; NaN without any.
    double quantile(double share) const;
};
constexpr std::size_t kMostKDistances = 5000;
KDistanceCurve k_distance_curve(const IncidentTable& table, const LocationSupports& supports,
                                const Selected& selected,
                                const LocalPlaces& local, const Snapshot::KDistanceKey& asked,
                                unsigned threads, Progress& progress);

} // namespace geo
