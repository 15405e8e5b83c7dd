#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/analysis/ecef.hpp"
#include "geo/core/geodesic_solver.hpp"
#include "geo/core/places.hpp"

namespace geo {

/// An edge of this length or less is none: the same vertex twice, or written in two ways at a pole.
constexpr double kNoEdge_m = 1e-6;

/// At most 10 km of one edge of a border: its geodesic in space, q(t) = (1-t) first + t last + t(1-t) bulge,
/// which keeps within some micrometres of the true one.
struct BorderPiece {
    Vec3 first;
    Vec3 last;
    Vec3 bulge;
    double per_length2 = 0; ///< 1 / |last - first|²
    double sag_m = 0;       ///< how far the piece lies from its chord at most
    std::uint32_t part = 0;
    std::uint32_t edge = 0;

    /// Neighbouring pieces share their ends to the bit, so that a place nearest to a vertex is a true tie.
    Vec3 at(double t) const { return first * (1 - t) + last * t + bulge * (t * (1 - t)); }
    Vec3 direction_at(double t) const { return last - first + bulge * (1 - 2 * t); }
};

/// All edges cut into pieces, in order of part and edge; edges without length (`kNoEdge_m`) are left out. A vertex that is
/// not a number throws Argument.
std::vector<BorderPiece> border_pieces(std::span<const LineString> parts, const GeodesicSolver& geodesics);

struct PieceFoot {
    Vec3 position;
    double t = 0;
    double chord2 = 0; ///< square of the straight distance
};

/// Square of the straight distance from `from` to the piece's chord: together with `sag_m` a bound for the
/// piece.
inline double chord_distance2(const BorderPiece& piece, Vec3 from) {
    const Vec3 chord = piece.last - piece.first, offset = from - piece.first;
    const double t = dot(offset, chord) * piece.per_length2;
    const Vec3 r = offset - chord * (t < 0 ? 0.0 : t > 1 ? 1.0 : t);
    return dot(r, r);
}

/// The place of the piece nearest to `from` in space.
inline PieceFoot foot_on(const BorderPiece& piece, Vec3 from) {
    const auto clamped = [](double t) { return t < 0 ? 0.0 : t > 1 ? 1.0 : t; };
    const Vec3 chord = piece.last - piece.first, offset = from - piece.first;
    double t = clamped(dot(offset, chord) * piece.per_length2);
    for (int step = 0; step < 2; ++step) { // Newton, for the bulge
        const Vec3 r = offset - chord * t - piece.bulge * (t * (1 - t));
        const Vec3 g = chord + piece.bulge * (1 - 2 * t);
        const double curvature = dot(g, g) + 2 * dot(r, piece.bulge);
        if (curvature <= 0) { // beyond a quarter of the earth an end is nearest
            const Vec3 to_last = from - piece.last;
            t = dot(to_last, to_last) < dot(offset, offset) ? 1 : 0;
            break;
        }
        t = clamped(t + dot(r, g) / curvature);
    }
    const Vec3 position = piece.at(t), r = from - position;
    return {position, t, dot(r, r)};
}

} // namespace geo
