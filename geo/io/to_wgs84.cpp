#include "geo/io/to_wgs84.hpp"

#include <array>

#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

namespace geo {

ToWgs84 to_wgs84(OGRLayer& layer, const GdalScope& scope) {
    const OGRSpatialReference* const from = layer.GetSpatialRef();
    if (from == nullptr) return {};
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const char* const name = from->GetName();
    ToWgs84 result{nullptr, name != nullptr ? name : "a CRS without a name"};
    // Whatever the order of the axes: GDAL gives longitude first.
    constexpr std::array<const char*, 2> kOptions{"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    if (from->IsSame(&wgs84, kOptions.data())) return result;
    result.transformation.reset(OGRCreateCoordinateTransformation(from, &wgs84));
    if (!result.transformation)
        throw scope.error(ErrorKind::Crs, "its CRS " + result.crs + " cannot be transformed to WGS 84");
    return result;
}

} // namespace geo
