#include "geo/analysis/local_polygon.hpp"

namespace geo {

double signed_area_m2(const LocalRing& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size();
         ++i) { // from the first place: small numbers, nothing cancels
        const double ax = ring[i].x_m - ring[0].x_m, ay = ring[i].y_m - ring[0].y_m;
        const double bx = ring[i + 1].x_m - ring[0].x_m, by = ring[i + 1].y_m - ring[0].y_m;
        twice += ax * by - ay * bx;
    }
    return twice / 2;
}

double area_m2(const LocalPolygon& polygon) {
    double area = signed_area_m2(polygon.exterior);
    for (const LocalRing& hole : polygon.holes) area += signed_area_m2(hole);
    return area;
}

} // namespace geo
