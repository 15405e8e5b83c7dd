#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/core/civil.hpp"
#include "geo/core/places.hpp"
#include "geo/core/units.hpp"

namespace geo {

/// What an incident must be to pass. Every part is optional; an incident passes when it meets all that are
/// set. Undated incidents never pass a time limit, unlocated ones never pass a spatial limit.
struct Filter {
    std::optional<Day> from; ///< first day, included
    std::optional<Day> to;   ///< last day, included
    std::optional<LonLatBox> bbox;
    std::vector<LonLat> polygon; ///< inside this drawn polygon (geo/table/drawn_polygon.hpp), empty: everywhere
    std::string where; ///< expression (geo/table/expression.hpp), empty: all
    std::string area;  ///< kp, kp-without-fata, fata, balochistan, study, a file, or empty: everywhere
    std::optional<Metres>
        within; ///< distance to the border at most this (<=), of the nearest chosen neighbour
    std::optional<Metres>
        max_uncertainty; ///< location_uncertainty_m at most this (<=); not stated does not pass

    bool operator==(const Filter&) const = default;
};

/// "2021-01-01 to 2021-12-31, within 50 km of the border, event_type = 'Battles'": the filter in words, for
/// titles.
std::string in_words(const Filter& filter);

} // namespace geo
