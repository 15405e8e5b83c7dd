#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "geo/core/geodesic_solver.hpp"
#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// The nearest place of a border to an incident.
struct BorderDistance {
    double distance_m = 0;
    LonLat foot;
    double azimuth_deg =
        0; ///< at the incident, towards the foot, [0, 360); 0 when the incident lies on the line
    std::uint32_t part = 0; ///< which line string
    std::uint32_t edge = 0; ///< which edge of it: vertices edge, edge + 1
    bool operator==(const BorderDistance&) const = default;
};

/// What an incident without a place gets: NaN in all numbers.
constexpr BorderDistance no_border_distance() {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, {nan, nan}, nan, 0, 0};
}

/// Length of the shortest geodesic from a place to a border: min over its edges, each the geodesic between
/// two vertices on WGS 84.
///
/// Result: metres, within 1 mm of the exact minimum as far as tested, 5000 km (0.01 mm for the UCDP incidents
/// on both real lines). The foot lies on the line; from 100 km on it may be a metre or so from the true foot
/// along the line, where the distance is flat. The azimuth is within 0.001° of the geodesic's.
///
/// Edges: a foot on a vertex belongs to the edge that comes first (part, then edge). The answer depends
/// neither on the hint nor on the other incidents nor on the number of threads. A place less than a
/// micrometre from the line is on it: 0. A NaN place gives `no_border_distance()`.
///
/// Cost: built in 0.03 s for 51,000 edges, some 250 bytes an edge; a query about 1 µs, 3 µs beyond 600 km (of
/// a busy core).
///
/// Throws Argument for a border without an edge that has length, or with a vertex that is not a number.
///
/// Method: edges are cut into pieces of at most 10 km, each a chord with a quadratic bulge in space; a
/// bounding-volume hierarchy over them is pruned by geodesic >= 2R asin(chord / 2R), R the ellipsoid's
/// largest radius of curvature; lengths are short normal-section series up to 600 km and exact inverse
/// geodesics beyond, minimised by Newton steps, the last of which is taken on the parabola. Checked by border_index_test.cpp against border_brute.hpp.
class BorderIndex {
  public:
    /// One per neighbour; who wants the nearest of several takes the minimum. `parts` is copied.
    BorderIndex(std::span<const LineString> parts, GeodesicSolver geodesics);
    ~BorderIndex();
    BorderIndex(BorderIndex&&) noexcept;
    BorderIndex& operator=(BorderIndex&&) noexcept;
    BorderIndex(const BorderIndex&) = delete;
    BorderIndex& operator=(const BorderIndex&) = delete;

    /// Where the last answer was found: a good place to start for an incident near the last one.
    struct Hint {
        std::uint32_t piece = 0;
    };

    /// Safe to call from several threads, each with its own hint.
    BorderDistance nearest(LonLat place) const;
    BorderDistance nearest(LonLat place, Hint& hint) const;

  private:
    class Tree;
    std::unique_ptr<const Tree> tree_;
};

/// `index.nearest` for many incidents, in their order. They are visited along a Morton curve, equal
/// coordinates are answered once. `threads` 0: all of the machine. The spans have one length (Argument) of
/// less than 2^32. 1e6 incidents against 35,000 edges: 1.1 s of one busy core.
std::vector<BorderDistance> border_distances(const BorderIndex& index, std::span<const double> lon_deg,
                                             std::span<const double> lat_deg, unsigned threads,
                                             Progress& progress);
/// With the order to visit them in, for whoever asks about several lines: `rows` from `morton_order`.
std::vector<BorderDistance> border_distances(const BorderIndex& index, std::span<const double> lon_deg,
                                             std::span<const double> lat_deg,
                                             std::span<const std::uint32_t> rows, unsigned threads,
                                             Progress& progress);

} // namespace geo
