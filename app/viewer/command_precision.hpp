#pragma once

#include "geo/io/district_file.hpp"
#include "geo/table/location_support.hpp"

// Commands about what the places stand for: part of command.hpp.

namespace app {

struct SetPrecision {
    geo::PrecisionSpec spec;
};

struct SetDistricts {
    geo::DistrictSpec spec;
};

} // namespace app
