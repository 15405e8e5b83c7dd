#pragma once

#include <cstdint>
#include <optional>

#include "geo/border/border_set.hpp"
#include "geo/geometry/area_index.hpp"

namespace geo {

/// On which side of the border a place lies: in the territory of the border set, or not.
enum class BorderSide : std::uint8_t { inside, outside, undetermined };

/// Answers by point in polygon with the territory that follows the chosen line exactly. Undetermined where the place is
/// nearer to the line than the line is accurate, plus what the place itself is uncertain by; and everywhere when the
/// border set has no territory.
class BorderSides {
  public:
    explicit BorderSides(const BorderSet& border);
    /// `accuracy_m` is that of the nearest line. NaN distance (no place) and NaN uncertainty (not stated) are allowed:
    /// the first is undetermined, the second adds nothing.
    BorderSide side(LonLat place, double distance_m, double accuracy_m, double uncertainty_m) const;

  private:
    std::optional<AreaIndex> territory_;
};

} // namespace geo
