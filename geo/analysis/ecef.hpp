#pragma once

#include <cmath>

#include "geo/core/places.hpp"
#include "geo/core/units.hpp"

// The WGS 84 ellipsoid in space: earth-centred, earth-fixed metres. Inline, for the inner loops of the border
// index.
namespace geo {

constexpr double kEarthAxis_m = 6378137.0;
constexpr double kFlattening = 1 / 298.257223563;
constexpr double kEccentricity2 = kFlattening * (2 - kFlattening);

struct Vec3 {
    double x = 0;
    double y = 0;
    double z = 0;
    Vec3 operator+(Vec3 o) const { return {x + o.x, y + o.y, z + o.z}; }
    Vec3 operator-(Vec3 o) const { return {x - o.x, y - o.y, z - o.z}; }
    Vec3 operator*(double s) const { return {x * s, y * s, z * s}; }
    bool operator==(const Vec3&) const = default;
};

inline double dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline double norm(Vec3 a) { return std::sqrt(dot(a, a)); }

/// A place with what is used again and again: its position and the sines and cosines of its coordinates.
struct EarthPlace {
    Vec3 position;
    double sin_lat, cos_lat, sin_lon, cos_lon;
    double normal_radius_m; ///< of curvature across the meridian (N)

    Vec3 east() const { return {-sin_lon, cos_lon, 0}; }
    Vec3 north() const { return {-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat}; }
    Vec3 up() const { return {cos_lat * cos_lon, cos_lat * sin_lon, sin_lat}; }
};

inline EarthPlace earth_place(LonLat place) {
    EarthPlace p{};
    const double lat = place.lat_deg * kDegree, lon = place.lon_deg * kDegree;
    p.sin_lat = std::sin(lat);
    p.cos_lat = std::cos(lat);
    p.sin_lon = std::sin(lon);
    p.cos_lon = std::cos(lon);
    p.normal_radius_m = kEarthAxis_m / std::sqrt(1 - kEccentricity2 * p.sin_lat * p.sin_lat);
    const double r = p.normal_radius_m;
    p.position = {r * p.cos_lat * p.cos_lon, r * p.cos_lat * p.sin_lon, r * (1 - kEccentricity2) * p.sin_lat};
    return p;
}

inline LonLat lonlat_from_ecef(Vec3 on_ellipsoid) {
    const double from_axis = std::sqrt(on_ellipsoid.x * on_ellipsoid.x + on_ellipsoid.y * on_ellipsoid.y);
    return {std::atan2(on_ellipsoid.y, on_ellipsoid.x) / kDegree,
            std::atan2(on_ellipsoid.z, from_axis * (1 - kEccentricity2)) / kDegree};
}

} // namespace geo
