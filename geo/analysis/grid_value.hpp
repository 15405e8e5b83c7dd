#pragma once

#include "geo/analysis/density.hpp"

namespace geo {

/// The grid's value at a place between its cell centres, by cubics through the 4 × 4 centres around it (exact
/// for cubic surfaces; can fall a little below 0 beside a steep edge). NaN where not all of them are there.
double value_at(const DensityGrid& grid, Local place);

} // namespace geo
