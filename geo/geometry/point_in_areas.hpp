#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// Which area holds each of many places. Edges are straight in longitude and latitude (densify() first where
/// that matters). The boundary counts as inside; where areas share a boundary the first one has it. Holes are
/// outside. Areas must be valid (make_valid); with overlapping parts an even number of covers would count as
/// outside. Built in O(edges); a query looks at the edges that cross its narrow band of latitude: 1e6 places
/// in the two provinces of the project take some 0.1 s.
class PointInAreas {
  public:
    static constexpr std::int32_t kNone = -1;

    explicit PointInAreas(std::span<const MultiPolygon> areas);

    /// Index of the first area that holds the place, or kNone; NaN gives kNone.
    std::int32_t area_of(LonLat place) const;
    /// The same for many; `threads` 0: all of the machine. The spans have one length (Argument).
    std::vector<std::int32_t> areas_of(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                       unsigned threads, Progress& progress) const;

  private:
    struct Edge {
        LonLat south, north;
    };
    struct Area {
        LonLatBox box;
        double bands_per_deg = 0;
        std::vector<std::uint32_t> band_start; ///< edges of band b: [band_start[b], band_start[b + 1])
        std::vector<Edge> edges;
        std::size_t band_of(double lat_deg) const;
        bool holds(LonLat place) const;
    };
    static Area area_from(const MultiPolygon& polygons);

    std::vector<Area> areas_;
};

} // namespace geo
