#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/analysis/distance_null.hpp"
#include "geo/io/district_file.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// Distances of the incidents against a pattern that knows nothing of the border.
struct BorderNull {
    DistanceAgainstNull found;
    std::vector<double> curve_m;   ///< where found.curve is
    std::size_t n_null_places = 0; ///< spread over the area
    double spacing_m = 0;          ///< of these
    std::uint64_t n_left_out = 0;  ///< incidents that pass, but lie outside the area, have no place or are of
                                  ///< no use; by population also those in a district without one
    std::uint64_t n_districts = 0; ///< with a population, in the area
    double residents = 0;          ///< of them
};

/// `in_area`: of all rows. `districts` may be null when the null is uniform. Throws Argument without a
/// population.
BorderNull compare_with_null(const IncidentTable& table, const LocationSupports& supports,
                             const Selection& rows, const RowFlags& in_area,
                             const std::vector<double>& distance_m, const BorderSet& border,
                             const AreaSet& area, const Districts* districts, const ProximitySpec& spec,
                             unsigned threads, Progress& progress);

/// What is compared: "Incidents, by whole places, against places spread evenly over the area".
std::string null_in_words(const NullSpec& spec);

} // namespace geo
