#pragma once

#include <string>

#include "geo/io/gdal_scope.hpp"

class OGRLayer;

namespace geo {

/// From a layer's CRS to WGS 84, longitude first.
struct ToWgs84 {
    TransformationOwner transformation; ///< null when the places are in WGS 84 already, or no CRS is stated
    std::string crs;                    ///< the CRS's name; empty: the layer states none
};

/// Throws Error{Crs} with what `scope` heard when PROJ knows no way.
ToWgs84 to_wgs84(OGRLayer& layer, const GdalScope& scope);

} // namespace geo
