#include "geo/geometry/make_valid.hpp"

#include <memory>

#include "geo/geometry/geos_handles.hpp"

namespace geo {

namespace {

struct ParamsDeleter {
    GEOSContextHandle_t context;
    void operator()(GEOSMakeValidParams* params) const { GEOSMakeValidParams_destroy_r(context, params); }
};

bool valid(geos::Context& context, const GEOSGeometry* geometry) {
    const char answer = GEOSisValid_r(context.get(), geometry);
    if (answer == 2) throw context.error("cannot tell whether a polygon is valid");
    return answer == 1;
}

} // namespace

std::string invalid_reason(const MultiPolygon& polygons) {
    geos::Context context;
    const geos::Geometry geometry = geos::geometry_from(context, polygons);
    if (valid(context, geometry.get())) return {};
    char* text = GEOSisValidReason_r(context.get(), geometry.get());
    std::string reason = text ? text : "invalid";
    GEOSFree_r(context.get(), text);
    return reason;
}

MultiPolygon make_valid(const MultiPolygon& polygons) {
    geos::Context context;
    const geos::Geometry geometry = geos::geometry_from(context, polygons);
    if (valid(context, geometry.get())) return polygons;
    const std::unique_ptr<GEOSMakeValidParams, ParamsDeleter> params(
        GEOSMakeValidParams_create_r(context.get()), {context.get()});
    GEOSMakeValidParams_setMethod_r(context.get(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(context.get(), params.get(), 0);
    const geos::Geometry repaired(GEOSMakeValidWithParams_r(context.get(), geometry.get(), params.get()),
                                  {context.get()});
    if (!repaired) throw context.error("cannot repair a polygon");
    return geos::polygons_from(context, repaired.get());
}

} // namespace geo
