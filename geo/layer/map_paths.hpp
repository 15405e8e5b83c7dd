#pragma once

#include <vector>

#include "geo/core/places.hpp"
#include "geo/layer/scene.hpp"

namespace geo {

/// Lines and polygons in WGS 84 as a map draws them: place by place, edges straight in Mercator. NaN stays
/// NaN.
MercatorPath path_from(const LineString& line);
/// The exterior first, then the holes.
std::vector<MercatorPath> rings_from(const Polygon& polygon);
void add_areas(AreaGeometry& geometry, const MultiPolygon& polygons);
void add_outlines(LineGeometry& geometry, const MultiPolygon& polygons);

} // namespace geo
