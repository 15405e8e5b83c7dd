#pragma once

#include <cstdint>

#include "geo/analysis/bandwidth_rules.hpp"
#include "geo/border/reference.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// What rules of thumb would take, of the incidents that contribute: shown, never applied.
struct BandwidthAdvice {
    ScottRule scott;
    double cronie_sigma_m =
        0; ///< Cronie and van Lieshout, of the incidents inside the area; 0: none is there
    double median_error_m = 0; ///< of the stated location uncertainties; 0: none is stated
    std::uint64_t n_stated = 0;
};

/// No rule is to propose less smoothing than half of the places are vague.
AxisSigmas at_least_the_error(AxisSigmas sigmas, const BandwidthAdvice& advice);
double at_least_the_error(double sigma_m, const BandwidthAdvice& advice);

/// Among the incidents that pass.
RepeatedPlaces repeated_places(const LocalPlaces& local, const Selected& selected);
/// `in_area` flags all rows.
BandwidthAdvice advise_bandwidth(const LocationSupports& supports, const Selected& selected,
                                 const LocalPlaces& local, const RowFlags& in_area, const AreaSet& area,
                                 const AnalysisCrs& crs, unsigned threads, Progress& progress);

} // namespace geo
