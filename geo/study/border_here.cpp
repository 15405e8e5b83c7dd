#include "geo/study/border_here.hpp"

#include "geo/analysis/border_index.hpp"
#include "geo/crs/geodesic.hpp"

namespace geo {

std::optional<BorderHere> border_here(const BorderSet& border, LonLat place) {
    std::optional<BorderHere> nearest;
    for (const BorderLine& line : border.lines) {
        const BorderDistance found = BorderIndex(line.parts, wgs84_geodesics()).nearest(place);
        if (!nearest || found.distance_m < nearest->distance_m)
            nearest = BorderHere{found.distance_m, line.neighbour, found.foot};
    }
    return nearest;
}

} // namespace geo
