#include "geo/geometry/densify.hpp"

#include <cmath>

namespace geo {

LineString densify(const LineString& line, Metres longest, const GeodesicSolver& geodesics) {
    LineString dense;
    for (std::size_t i = 0; i < line.size(); ++i) {
        dense.push_back(line[i]);
        if (i + 1 == line.size()) break;
        const GeodesicInverse edge = geodesics.inverse(line[i], line[i + 1]);
        const int n = static_cast<int>(std::ceil(edge.distance_m / longest.value));
        for (int k = 1; k < n; ++k)
            dense.push_back(geodesics.direct(line[i], edge.azimuth_deg, edge.distance_m * k / n).place);
    }
    return dense;
}

MultiPolygon densify(const MultiPolygon& polygons, Metres longest, const GeodesicSolver& geodesics) {
    MultiPolygon dense;
    for (const Polygon& polygon : polygons) {
        Polygon& d = dense.emplace_back();
        d.exterior = densify(polygon.exterior, longest, geodesics);
        for (const Ring& hole : polygon.holes) d.holes.push_back(densify(hole, longest, geodesics));
    }
    return dense;
}

} // namespace geo
