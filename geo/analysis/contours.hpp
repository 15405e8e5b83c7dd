#pragma once

#include <span>
#include <vector>

#include "geo/analysis/density.hpp"
#include "geo/analysis/local_polygon.hpp"

namespace geo {

/// Where the surface lies in [min, max).
struct ContourBand {
    double min = 0;
    double max = 0; ///< infinity for the last band
    std::vector<LocalPolygon> polygons;
};

/// Filled contours of a raster by marching squares: the surface is the cell centres' values, interpolated
/// linearly between neighbours; saddles are told apart by the bilinear surface's value at its saddle point.
/// `values` is row-major, south to north, as long as `shape.size()`, without NaN. `levels` ascend strictly
/// and make the bands [levels[0], levels[1]), ..., [levels.back(), ∞).
///
/// Result: one band per level, in order,
/// perhaps without polygons. Polygons are closed at the hull of the cell centres, valid (no ring touches
/// itself or another) and disjoint; together bands fill the hull where values >= levels[0].
///
/// Crossings keep a
/// 1e-6 of a cell away from cell centres, which is what keeps rings from touching where a value equals a
/// level. A raster of less than 2 x 2 cells has no area and gives empty bands.
///
/// Cost: O(cells) per band, plus
/// sorting of the segments. Throws Argument for levels out of order or a wrong length. Tests:
/// contours_test.cpp (areas add up, points agree with the surface, GEOS finds every polygon valid).
std::vector<ContourBand> contour_bands(const GridShape& shape, std::span<const double> values,
                                       std::span<const double> levels);

/// At most `wanted` round levels from one step up to `peak`: multiples of 1, 2 or 5 times a power of ten.
/// None when `peak` is not positive.
std::vector<double> contour_levels(double peak, unsigned wanted = 8);

} // namespace geo
