#include "geo/geometry/inner_place.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace geo {

namespace {

LonLat middle_of(const LonLatBox& box) { return {(box.west + box.east) / 2, (box.south + box.north) / 2}; }

/// Where a line of equal `across` crosses the rings of the polygon: the values of `along`, ascending.
std::vector<double> crossings(const Polygon& polygon, double LonLat::*along, double LonLat::*across,
                              double at) {
    std::vector<double> values;
    const auto add = [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const LonLat a = ring[i], b = ring[i + 1];
            if ((a.*across > at) == (b.*across > at)) continue;
            values.push_back(a.*along + (at - a.*across) / (b.*across - a.*across) * (b.*along - a.*along));
        }
    };
    add(polygon.exterior);
    for (const Ring& hole : polygon.holes) add(hole);
    std::sort(values.begin(), values.end());
    return values;
}

/// How far the nearest ring is from the place, north or south of it.
double room_above_and_below(const Polygon& polygon, LonLat place) {
    double room = 360;
    for (const double lat : crossings(polygon, &LonLat::lat_deg, &LonLat::lon_deg, place.lon_deg))
        room = std::min(room, std::abs(lat - place.lat_deg));
    return room;
}

LonLatBox box_of(const Ring& ring) {
    LonLatBox box;
    for (const LonLat place : ring) box.add(place);
    return box;
}

} // namespace

LonLat inner_place(const Polygon& polygon) {
    const LonLatBox box = box_of(polygon.exterior);
    constexpr double kNameShape = 5; // a name is about this many times as wide as high
    LonLat best = middle_of(box);
    double best_room = 0;
    for (const double share : {0.5, 0.42, 0.58, 0.33, 0.67, 0.2, 0.8}) {
        const double lat = box.south + share * (box.north - box.south);
        const std::vector<double> ends = crossings(polygon, &LonLat::lon_deg, &LonLat::lat_deg, lat);
        for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
            const LonLat place{(ends[i] + ends[i + 1]) / 2, lat};
            double room = (ends[i + 1] - ends[i]) / kNameShape;
            if (room > best_room) room = std::min(room, room_above_and_below(polygon, place));
            if (room <= best_room) continue;
            best_room = room;
            best = place;
        }
    }
    return best;
}

LonLat inner_place(const MultiPolygon& polygons) {
    const Polygon* widest = nullptr;
    double width_deg = -1;
    for (const Polygon& polygon : polygons) {
        const LonLatBox box = box_of(polygon.exterior);
        if (!(box.east - box.west > width_deg)) continue;
        width_deg = box.east - box.west;
        widest = &polygon;
    }
    constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
    return widest ? inner_place(*widest) : LonLat{kNowhere, kNowhere};
}

} // namespace geo
