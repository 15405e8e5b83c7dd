#pragma once

#include <span>
#include <vector>

#include "geo/analysis/border_index.hpp"
#include "geo/analysis/ecef.hpp"
#include "geo/core/geodesic_solver.hpp"
#include "geo/core/places.hpp"

namespace geo {

/// The obvious twin of BorderIndex, which tests compare it with: every edge, nearest lower bound first, is
/// minimised with exact geodesics alone (safeguarded Newton along the edge) until no bound is below the best
/// distance. The bound is the straight distance to the edge's chord less its bulge, which no geodesic
/// undercuts. Some hundred µs to some ms a place. Same arguments, same answer; distances are good to about
/// 1e-8 m.
class BorderBrute {
  public:
    BorderBrute(std::span<const LineString> parts, GeodesicSolver geodesics);
    BorderDistance nearest(LonLat place) const;

  private:
    struct Edge {
        LonLat from;
        GeodesicInverse path;
        Vec3 chord_from, chord_to;
        double bulge_m;
        std::uint32_t part, edge;
    };
    BorderDistance minimised(LonLat place, const Edge& edge) const;

    std::vector<Edge> edges_;
    GeodesicSolver geodesics_;
};

} // namespace geo
