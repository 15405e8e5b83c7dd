#pragma once

#include <geos_c.h>

#include <memory>
#include <string>

#include "geo/core/error.hpp"
#include "geo/core/places.hpp"

// Seen by the .cpp files of geo/geometry only. One Context per thread.
namespace geo::geos {

/// A GEOS context that collects what GEOS says instead of printing it.
class Context {
  public:
    Context();
    ~Context() { GEOS_finish_r(handle_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GEOSContextHandle_t get() const { return handle_; }
    /// "cannot repair the polygon: TopologyException ..." with the collected text, which is then forgotten.
    /// Throws std::bad_alloc instead when GEOS ran out of memory.
    Error error(const std::string& what);

  private:
    GEOSContextHandle_t handle_;
    std::string said_;
};

struct GeometryDeleter {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, GeometryDeleter>;

struct PreparedDeleter {
    GEOSContextHandle_t context;
    void operator()(const GEOSPreparedGeometry* prepared) const {
        GEOSPreparedGeom_destroy_r(context, prepared);
    }
};
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, PreparedDeleter>;

/// Borrows the geometry. `what` is said when GEOS cannot: "cannot prepare the area".
Prepared prepared_from(Context& context, const Geometry& geometry, const char* what);

/// Throws Argument when a ring cannot be one (fewer than four places, not closed).
Geometry geometry_from(Context& context, const MultiPolygon& polygons);
/// The polygons of a geometry of any kind; lines and points in it are left out.
MultiPolygon polygons_from(Context& context, const GEOSGeometry* geometry);

} // namespace geo::geos
