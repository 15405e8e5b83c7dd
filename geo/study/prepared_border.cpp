#include "geo/study/prepared_border.hpp"

#include "geo/crs/geodesic.hpp"

namespace geo {

PreparedBorder::PreparedBorder(const BorderSet& border) : sides(border) {
    for (const BorderLine& line : border.lines)
        lines.push_back({line.neighbour, BorderIndex(line.parts, wgs84_geodesics()),
                         std::make_shared<const BorderChain>(line.parts, wgs84_geodesics())});
}

} // namespace geo
