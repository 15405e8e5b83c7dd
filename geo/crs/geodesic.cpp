#include "geo/crs/geodesic.hpp"

#include <cmath>

#include <geodesic.h>

namespace geo {

namespace {

const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g{};
        geod_init(&g, 6378137.0, 1 / 298.257223563);
        return g;
    }();
    return ellipsoid;
}

constexpr unsigned kLineCapabilities = GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_AZIMUTH | GEOD_DISTANCE_IN;

} // namespace

GeodesicInverse inverse_geodesic(LonLat from, LonLat to) {
    GeodesicInverse r;
    geod_geninverse(&wgs84(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &r.distance_m,
                    &r.azimuth_deg, &r.end_azimuth_deg, &r.reduced_length_m, nullptr, &r.scale_21, nullptr);
    return r;
}

GeodesicDirect direct_geodesic(LonLat from, double azimuth_deg, double distance_m) {
    GeodesicDirect r;
    geod_direct(&wgs84(), from.lat_deg, from.lon_deg, azimuth_deg, distance_m, &r.place.lat_deg,
                &r.place.lon_deg, &r.azimuth_deg);
    return r;
}

double geodesic_distance_m(LonLat from, LonLat to) {
    double distance_m = 0;
    geod_inverse(&wgs84(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &distance_m, nullptr, nullptr);
    return distance_m;
}

GeodesicPolygon geodesic_polygon(std::span<const LonLat> vertices) {
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (const LonLat vertex : vertices)
        geod_polygon_addpoint(&wgs84(), &polygon, vertex.lat_deg, vertex.lon_deg);
    GeodesicPolygon result;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &result.area_m2, &result.perimeter_m);
    result.area_m2 = std::abs(result.area_m2);
    return result;
}

double geodesic_area_m2(const MultiPolygon& polygons) {
    double area = 0;
    for (const Polygon& polygon : polygons) {
        area += geodesic_polygon(polygon.exterior).area_m2;
        for (const Ring& hole : polygon.holes) area -= geodesic_polygon(hole).area_m2;
    }
    return area;
}

struct GeodesicLine::Line {
    geod_geodesicline line;
};

GeodesicLine::GeodesicLine(LonLat from, LonLat to) : line_(std::make_unique<Line>()) {
    geod_inverseline(&line_->line, &wgs84(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg,
                     kLineCapabilities);
}

GeodesicLine::GeodesicLine(LonLat from, double azimuth_deg, double length_m)
    : line_(std::make_unique<Line>()) {
    geod_directline(&line_->line, &wgs84(), from.lat_deg, from.lon_deg, azimuth_deg, length_m,
                    kLineCapabilities);
}

GeodesicLine::~GeodesicLine() = default;
GeodesicLine::GeodesicLine(GeodesicLine&&) noexcept = default;
GeodesicLine& GeodesicLine::operator=(GeodesicLine&&) noexcept = default;

double GeodesicLine::length_m() const { return line_->line.s13; }

GeodesicDirect GeodesicLine::at(double distance_m) const {
    GeodesicDirect r;
    geod_position(&line_->line, distance_m, &r.place.lat_deg, &r.place.lon_deg, &r.azimuth_deg);
    return r;
}

GeodesicSolver wgs84_geodesics() { return {inverse_geodesic, direct_geodesic}; }

} // namespace geo
