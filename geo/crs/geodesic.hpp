#pragma once

#include <memory>
#include <span>

#include "geo/core/geodesic_solver.hpp"
#include "geo/core/places.hpp"

namespace geo {

/// Karney's geodesics on the WGS 84 ellipsoid, good to 15 nm; about 1 µs each. Safe to call from any thread.
/// Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), as PROJ ships them (geodesic.h).
GeodesicInverse inverse_geodesic(LonLat from, LonLat to);
GeodesicDirect direct_geodesic(LonLat from, double azimuth_deg, double distance_m);

/// Length of the shortest path, metres.
double geodesic_distance_m(LonLat from, LonLat to);

/// Perimeter and area of a polygon with geodesic edges.
struct GeodesicPolygon {
    double perimeter_m = 0;
    double area_m2 = 0; ///< never negative; a polygon that crosses itself gives the difference of its parts
};
/// The vertices of a simple polygon that holds no pole, open or closed, in either direction. Two or fewer have no area.
/// Checked against the values of GeographicLib's own tests.
GeodesicPolygon geodesic_polygon(std::span<const LonLat> vertices);

/// Areas of the polygons less their holes.
double geodesic_area_m2(const MultiPolygon& polygons);

/// The shortest path between two places as a line to walk along: cheaper than `direct_geodesic` for many
/// places.
class GeodesicLine {
  public:
    GeodesicLine(LonLat from, LonLat to);
    GeodesicLine(LonLat from, double azimuth_deg, double length_m);
    ~GeodesicLine();
    GeodesicLine(GeodesicLine&&) noexcept;
    GeodesicLine& operator=(GeodesicLine&&) noexcept;
    GeodesicLine(const GeodesicLine&) = delete;
    GeodesicLine& operator=(const GeodesicLine&) = delete;

    double length_m() const;
    /// `distance_m` may lie outside [0, length_m()]: the line goes on.
    GeodesicDirect at(double distance_m) const;

  private:
    struct Line;
    std::unique_ptr<Line> line_;
};

/// The functions above for the rooms that take geodesics as callables.
GeodesicSolver wgs84_geodesics();

} // namespace geo
