#include "geo/geometry/geos_handles.hpp"

#include <new>
#include <vector>

namespace geo::geos {

namespace {

void collect(const char* message, void* said) {
    auto& text = *static_cast<std::string*>(said);
    if (!text.empty()) text += "; ";
    text += message;
}

Geometry owned(Context& context, GEOSGeometry* geometry, const char* what) {
    if (!geometry) throw context.error(what);
    return {geometry, {context.get()}};
}

Geometry ring_from(Context& context, const Ring& ring) {
    GEOSCoordSequence* places = GEOSCoordSeq_create_r(context.get(), static_cast<unsigned>(ring.size()), 2);
    if (!places) throw context.error("cannot make a ring");
    for (unsigned i = 0; i < ring.size(); ++i)
        GEOSCoordSeq_setXY_r(context.get(), places, i, ring[i].lon_deg, ring[i].lat_deg);
    return owned(context, GEOSGeom_createLinearRing_r(context.get(), places),
                 "cannot make a ring"); // takes `places`
}

Geometry polygon_from(Context& context, const Polygon& polygon) {
    Geometry exterior = ring_from(context, polygon.exterior);
    std::vector<Geometry> holes;
    for (const Ring& hole : polygon.holes) holes.push_back(ring_from(context, hole));
    std::vector<GEOSGeometry*> taken;
    taken.reserve(holes.size());
    for (Geometry& hole : holes) taken.push_back(hole.release());
    return owned(context,
                 GEOSGeom_createPolygon_r(context.get(), exterior.release(), taken.data(),
                                          static_cast<unsigned>(taken.size())),
                 "cannot make a polygon");
}

Ring ring_of(Context& context, const GEOSGeometry* geometry) {
    const GEOSCoordSequence* places = GEOSGeom_getCoordSeq_r(context.get(), geometry);
    unsigned n = 0;
    if (!places || !GEOSCoordSeq_getSize_r(context.get(), places, &n))
        throw context.error("cannot read a ring");
    Ring ring(n);
    for (unsigned i = 0; i < n; ++i)
        GEOSCoordSeq_getXY_r(context.get(), places, i, &ring[i].lon_deg, &ring[i].lat_deg);
    return ring;
}

void append_polygons(Context& context, const GEOSGeometry* geometry, MultiPolygon& polygons) {
    const int type = GEOSGeomTypeId_r(context.get(), geometry);
    if (type == GEOS_POLYGON && !GEOSisEmpty_r(context.get(), geometry)) {
        Polygon& polygon = polygons.emplace_back();
        polygon.exterior = ring_of(context, GEOSGetExteriorRing_r(context.get(), geometry));
        for (int i = 0; i < GEOSGetNumInteriorRings_r(context.get(), geometry); ++i)
            polygon.holes.push_back(ring_of(context, GEOSGetInteriorRingN_r(context.get(), geometry, i)));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(context.get(), geometry); ++i)
            append_polygons(context, GEOSGetGeometryN_r(context.get(), geometry, i), polygons);
    }
}

} // namespace

Context::Context() : handle_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(handle_, collect, &said_);
    GEOSContext_setNoticeMessageHandler_r(handle_, collect, &said_);
}

Error Context::error(const std::string& what) {
    // GEOS tells what() of whatever was thrown inside; too little memory is no fault of the geometry.
    if (said_.find("bad_alloc") != std::string::npos) throw std::bad_alloc();
    const std::string why = said_.empty() ? "GEOS gives no reason" : said_;
    said_.clear();
    return {ErrorKind::Argument, what + ": " + why};
}

Prepared prepared_from(Context& context, const Geometry& geometry, const char* what) {
    Prepared prepared(GEOSPrepare_r(context.get(), geometry.get()), {context.get()});
    if (!prepared) throw context.error(what);
    return prepared;
}

Geometry geometry_from(Context& context, const MultiPolygon& polygons) {
    std::vector<Geometry> parts;
    for (const Polygon& polygon : polygons) parts.push_back(polygon_from(context, polygon));
    std::vector<GEOSGeometry*> taken;
    taken.reserve(parts.size());
    for (Geometry& part : parts) taken.push_back(part.release());
    return owned(context,
                 GEOSGeom_createCollection_r(context.get(), GEOS_MULTIPOLYGON, taken.data(),
                                             static_cast<unsigned>(taken.size())),
                 "cannot make a polygon");
}

MultiPolygon polygons_from(Context& context, const GEOSGeometry* geometry) {
    MultiPolygon polygons;
    append_polygons(context, geometry, polygons);
    return polygons;
}

} // namespace geo::geos
