#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "geo/border/border_set.hpp"
#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"
#include "geo/geometry/point_in_areas.hpp"

namespace geo {

/// On which side of the border set's line an incident lies, as seen from the set's territory.
enum class BorderSide : std::uint8_t { inside, outside, undetermined };

std::string_view name_of(BorderSide side);

/// The coarsest accuracy among the set's lines, metres.
double accuracy_m(const BorderSet& set);

/// Sides by point in polygon. The territory is made valid and densified along geodesics to 1 km, so that it
/// agrees with the lines, whose edges are geodesics, to 1 cm.
class BorderSides {
  public:
    explicit BorderSides(const BorderSet& set);

    /// Undetermined when distance_m <= the set's accuracy + uncertainty_m, when the set has no territory, or
    /// when the place is NaN. `distance_m` is to the nearest line of the set (all of its neighbours);
    /// `uncertainty_m` is empty or the radius of the incident's own location, NaN counting as 0. All spans
    /// have one length (Argument).
    std::vector<BorderSide> sides(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                  std::span<const double> distance_m, std::span<const float> uncertainty_m,
                                  unsigned threads, Progress& progress) const;
    BorderSide side(LonLat place, double distance_m, double uncertainty_m) const;

    /// The side of each place as the file gives it, however near to the line and however vague it is; undetermined
    /// without a territory or a place.
    std::vector<BorderSide> as_given(std::span<const double> lon_deg, std::span<const double> lat_deg, unsigned threads,
                                     Progress& progress) const;
    /// That side where it is known, else undetermined.
    BorderSide settled(BorderSide as_given, double distance_m, double uncertainty_m) const;

  private:
    BorderSide given_side(bool in_territory, LonLat place) const;

    double accuracy_m_ = 0;
    bool has_territory_ = false;
    PointInAreas territory_;
};

} // namespace geo
