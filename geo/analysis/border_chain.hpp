#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/core/geodesic_solver.hpp"
#include "geo/core/places.hpp"

namespace geo {

/// A border line unrolled: its parts joined end to end, so that each place of it has a kilometre.
///
///   along(part, edge, foot) = start of the part + Σ lengths of its edges before + geodesic from the edge's
///   vertex to the foot; a part that is walked backwards counts from its other end.
///
/// Order: the walk begins at the south-westernmost free end, the one with the least longitude + latitude
/// (degrees), and runs to the other end of that part; then on with whichever part not yet walked has the end
/// nearest to it, from that end, and so on. An end is free when no other end lies within a metre of it; when
/// none is free (closed rings), all count. Gaps between parts have no length: along() skips them, `gap_m` is
/// their sum.
///
/// Metres in [0, length_m()]. A foot on a vertex that two parts share has the kilometre of the part it
/// belongs to. Parts of fewer than two vertices keep their number and have no length. Places that are not on
/// the line have no meaning here: give the foot that border_index.hpp finds.
///
/// Cost: one geodesic an edge to build (35,000 edges: 0.03 s), one an answer; the order looks at all pairs of
/// ends. Throws Argument for a line without an edge that has length.
///
/// Tests: border_chain_test.cpp, against a walk along the vertices and GeographicLib's lengths
/// (border_chain.json).
class BorderChain {
  public:
    BorderChain(std::span<const LineString> parts, GeodesicSolver geodesics);

    /// A part in the order of the walk.
    struct Part {
        std::uint32_t index = 0; ///< into the parts of the line
        bool backwards = false;  ///< walked from its last vertex to its first
        double start_m = 0;
        double length_m = 0;
    };

    double length_m() const { return length_m_; }
    double gap_m() const { return gap_m_; }
    std::span<const Part> walk() const { return walk_; }

    /// NaN where the foot is not a number.
    double along_m(std::uint32_t part, std::uint32_t edge, LonLat foot) const;
    /// The place at so many metres, limited to the line.
    LonLat at(double along_m) const;

  private:
    struct Measured {
        LineString line;
        std::vector<double> to_vertex_m; ///< from the part's first vertex
        std::size_t place_in_walk = 0;
    };
    void order_parts();
    double geodesic_m(LonLat from, LonLat to) const; ///< of the geodesic, within 0.1 mm

    std::vector<Measured> parts_;
    std::vector<Part> walk_;
    double length_m_ = 0, gap_m_ = 0;
    GeodesicSolver geodesics_;
};

} // namespace geo
