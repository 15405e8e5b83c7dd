#pragma once

#include <functional>
#include <span>
#include <vector>

#include "geo/core/geodesic_solver.hpp"
#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// Distance from a place to the border, metres. Called from several threads at once.
using DistanceTo = std::function<double(LonLat)>;

/// Between which bounds the distance to a border lies when only an area is known that the incident happened
/// in, and how much of the area lies within some distances.
struct SupportIntervals {
    std::vector<double> edges_m;      ///< ascending
    std::vector<double> min_m, max_m; ///< by incident; NaN where the distance is
    std::vector<float>
        share_within; ///< [incident × edges + edge]: share of the support with distance < edge, 0 to 1

    float share(std::size_t incident, std::size_t edge) const {
        return share_within[incident * edges_m.size() + edge];
    }
};

/// Supports that are discs, the incident taken to be anywhere in one with equal chance.
///
/// min_m = max(0, d - r) and max_m = d + r hold for every shape of line, since a distance changes by at most
/// as much as one walks; min_m is met, max_m is met where the line is straight. Where a bound says that all
/// or nothing of the disc is nearer than an edge, the share is exactly 1 or 0; else it is summed over
/// kDiscSamples patches spread evenly over the disc (a sunflower of golden angles), each counted by how far
/// its middle lies on either side of the edge: within 0.005 of the closed form for a straight border, as
/// tested. A radius of 0 or NaN (not stated) is a point: min_m = max_m = d.
///
/// All spans have one length (Argument). NaN distances give NaN bounds and shares. Cost: 256 queries for each
/// different place and radius whose disc an edge crosses; the rest is linear. The answer does not depend on
/// `threads`.
///
/// Test: support_intervals_test.cpp, against circular segments and against brute force.
SupportIntervals disc_intervals(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                std::span<const double> distance_m, std::span<const float> radius_m,
                                std::span<const double> edges_m, const DistanceTo& distance_to,
                                const GeodesicSolver& geodesics, unsigned threads, Progress& progress);

constexpr int kDiscSamples = 256;

/// The same for one support that is an area: bounds from its outline and from places within, shares from
/// those within.
struct AreaInterval {
    double min_m = 0, max_m = 0;
    std::vector<float> share_within; ///< by edge
};

/// `inside`: places spread evenly over the area, at least one; `outline`: places along its rings, no farther
/// apart than `spacing_m`. The bounds are widened by half the spacing, so that what lies between two places
/// is covered; an area that the border cuts through has places on both sides of it within that.
AreaInterval area_interval(std::span<const LonLat> inside, std::span<const LonLat> outline, double spacing_m,
                           std::span<const double> edges_m, const DistanceTo& distance_to);

} // namespace geo
