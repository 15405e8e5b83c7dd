#include "geo/border/densify.hpp"

#include <cmath>

#include "geo/crs/geodesic.hpp"

namespace geo {

namespace {

/// An edge this short in degrees is under 1 km everywhere: no geodesic is needed to know it.
constexpr double kSurelyShort_deg = 0.006;

Ring densified(const Ring& ring, double most_m) {
    Ring out;
    out.reserve(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        out.push_back(ring[i]);
        if (i + 1 == ring.size()) break;
        const LonLat a = ring[i], b = ring[i + 1];
        if (most_m >= 1000 && std::abs(a.lon_deg - b.lon_deg) < kSurelyShort_deg &&
            std::abs(a.lat_deg - b.lat_deg) < kSurelyShort_deg)
            continue;
        const GeodesicLine line(a, b);
        const int n = static_cast<int>(std::ceil(line.length_m() / most_m));
        for (int k = 1; k < n; ++k) out.push_back(line.at(line.length_m() * k / n).place);
    }
    return out;
}

} // namespace

MultiPolygon densified(const MultiPolygon& polygons, double most_m) {
    MultiPolygon out;
    out.reserve(polygons.size());
    for (const Polygon& polygon : polygons) {
        Polygon& dense = out.emplace_back();
        dense.exterior = densified(polygon.exterior, most_m);
        for (const Ring& hole : polygon.holes) dense.holes.push_back(densified(hole, most_m));
    }
    return out;
}

} // namespace geo
