#pragma once

#include <string_view>

#include "geo/table/incident_table.hpp"

namespace geo {

/// Radii of the discs that stand for an area until its polygon is loaded (ours; stated in every export).
constexpr float kAdmin2RadiusM = 35'000;
constexpr float kAdmin1RadiusM = 150'000;
constexpr float kCountryRadiusM = 450'000;

struct Support {
    SupportKind kind = SupportKind::disc;
    float uncertainty_m = 0; ///< radius; NaN when not stated or not usable
    bool known = true;       ///< the publisher's code is one we know (an empty one is not stated: known, NaN)
};

/// What a publisher's precision code says about the place. METHODS of borderlens, "location precision":
///   ACLED geo_precision  1: 5 km | 2: the admin2 where the row names one, else 25 km | 3: admin1
///   UCDP where_prec      1: 2 km | 2: 25 km | 3: admin2 | 4: admin1 | 5: 50 km | 6: country | 7: not usable
///   GTD specificity      1: 5 km | 2, 3: admin2 | 4: admin1 | 5: not usable
/// Sources: ACLED Codebook, UCDP GED Codebook 23.1, GTD Codebook (their codes); the radii are ours.
Support support_from_code(SchemaKind schema, std::string_view code, bool admin2_named);

} // namespace geo
