#include "geo/layer/map_paths.hpp"

#include <iterator>
#include <utility>

#include "geo/crs/mercator.hpp"

namespace geo {

MercatorPath path_from(const LineString& line) {
    MercatorPath path;
    path.reserve(line.size());
    for (const LonLat place : line) path.push_back(mercator_from_lonlat(place));
    return path;
}

std::vector<MercatorPath> rings_from(const Polygon& polygon) {
    std::vector<MercatorPath> rings{path_from(polygon.exterior)};
    for (const Ring& hole : polygon.holes) rings.push_back(path_from(hole));
    return rings;
}

void add_areas(AreaGeometry& geometry, const MultiPolygon& polygons) {
    for (const Polygon& polygon : polygons) geometry.polygons.push_back(rings_from(polygon));
}

void add_outlines(LineGeometry& geometry, const MultiPolygon& polygons) {
    for (const Polygon& polygon : polygons) {
        std::vector<MercatorPath> rings = rings_from(polygon);
        geometry.paths.insert(geometry.paths.end(), std::make_move_iterator(rings.begin()),
                              std::make_move_iterator(rings.end()));
    }
}

} // namespace geo
