#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/core/units.hpp"

namespace geo {

/// "25km", "500 m", "0.5 km": a number of at least 0 with its unit. A number without a unit is refused, since nobody
/// can tell what was meant by it.
std::optional<Metres> metres_from_text(std::string_view text);

/// The inverse: "20km", or "12345.6m"; the shortest that reads back as the same length.
std::string length_word(Metres length);

} // namespace geo
