#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/core/progress.hpp"

namespace geo {

/// A pattern that knows nothing of the border: places spread over the study area, each with the part of it
/// that it stands for (area, or residents).
struct NullPlaces {
    std::vector<double> distance_m;
    std::vector<double> weight; ///< > 0, any unit
};

struct DistanceNullParams {
    std::vector<double> band_edges_m; ///< ascending, half-open bands, the last without an end
    std::vector<double> curve_m;      ///< ascending distances at which the curves are given
    std::uint32_t n_runs = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;
};

/// A share of the incidents and what the null says of it.
struct ShareAgainstNull {
    double observed = 0; ///< share of the incidents, 0 to 1
    double expected = 0; ///< share of the null's weight
    double low = 0;      ///< of the runs, 2.5 % have a lower share
    double high = 0;     ///< and 2.5 % a higher one
};
struct BandAgainstNull {
    std::uint64_t count = 0; ///< incidents
    ShareAgainstNull share;
    double p_more = 1;  ///< (1 + runs with at least as many) / (runs + 1)
    double p_fewer = 1; ///< (1 + runs with at most as many) / (runs + 1)
    double ratio() const { return share.observed / share.expected; } ///< infinite where none is expected
};
struct DistanceAgainstNull {
    std::vector<BandAgainstNull> bands;
    std::vector<ShareAgainstNull> curve; ///< of what is nearer than curve_m
    double ks_d = 0; ///< largest difference of the two curves, at a thousand steps of the null's
    double ks_p = 1; ///< (1 + runs with as large a one) / (runs + 1)
    std::uint64_t n_incidents = 0;
    std::size_t n_places = 0;
};

/// Are incidents nearer to the border than a pattern that knows nothing of it?
///
/// `distance_m` and `n`: of each place with incidents, its distance and how many it has (equally many spans;
/// Argument). Incidents are stacked on places, so that a test that takes each for an independent one always
/// finds something: every run moves whole places, each to a place of the null drawn by weight, and keeps its
/// stack. The intervals are those of the runs at each band or distance by itself, not of the whole curve at
/// once.
///
/// No place: all shares 0 and p 1. Without weight in the null Argument. Cost: n_runs × places draws of some 5
/// ns, and memory n_runs × (bands + curve). The answer depends on the seed, not on `threads`.
///
/// Source: METHODS of borderlens, "nearer than chance"; p-values with the observed one counted, Davison and
/// Hinkley 1997, eq. 4.11 (not opened). Test: distance_null_test.cpp, against a simulation of its own and
/// known shares.
DistanceAgainstNull distance_against_null(std::span<const double> distance_m,
                                          std::span<const std::uint32_t> n, const NullPlaces& null,
                                          const DistanceNullParams& params, Progress& progress);

} // namespace geo
