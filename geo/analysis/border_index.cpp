#include "geo/analysis/border_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/analysis/normal_section.hpp"
#include "geo/analysis/piece_tree.hpp"

namespace geo {

namespace {

constexpr double kRankReach_m = 2000e3;       // and tells which pieces to look at exactly so far
constexpr double kSharedFootReach_m = 1200e3; // a foot in space on a vertex is the true foot to 0.1 mm so far
constexpr double kOnTheLine_m = 1e-6;
constexpr double kParabola_m = 1e-4; // a step that changes an exact distance by less needs no other look
const double kLargestRadius_m = kEarthAxis_m / std::sqrt(1 - kEccentricity2);

/// The longest chord that a geodesic of some length can have, plus a micrometre against rounding: what lies
/// beyond cannot be nearer.
struct Reach {
    double chord_m = std::numeric_limits<double>::infinity();
    double chord2 = std::numeric_limits<double>::infinity();

    void shrink_to(double geodesic_m) {
        const double angle = std::min(geodesic_m / (2 * kLargestRadius_m), std::numbers::pi / 2);
        chord_m = 2 * kLargestRadius_m * std::sin(angle) + 1e-6;
        chord2 = chord_m * chord_m;
    }
    /// Cheaper than the piece's foot, and enough for most.
    bool excludes(const BorderPiece& piece, Vec3 from) const {
        const double most = chord_m + piece.sag_m;
        return chord_distance2(piece, from) > most * most;
    }
};

/// How far the series may be off, generously: 2 cm at 600 km, 2 m at 2000 km.
double series_doubt_m(double distance_m) { return 0.02 + 2 * std::pow(distance_m / kRankReach_m, 6); }

double in_circle(double azimuth_deg) {
    const double turned = azimuth_deg < 0 ? azimuth_deg + 360 : azimuth_deg;
    return turned >= 360 ? 0 : turned;
}

/// Candidates in the order that makes the answer unique: nearer first, then the earlier edge.
struct Best {
    double distance_m = std::numeric_limits<double>::infinity();
    std::uint32_t piece = 0;
    double t = 0;
    Vec3 foot;
    double azimuth_deg = 0; ///< at the incident; of exact answers only
};

bool earlier(const BorderPiece& a, const BorderPiece& b) {
    return a.part != b.part ? a.part < b.part : a.edge < b.edge;
}

} // namespace

class BorderIndex::Tree {
  public:
    Tree(std::span<const LineString> parts, GeodesicSolver geodesics)
        : pieces_(border_pieces(parts, geodesics)), geodesics_(std::move(geodesics)) {}

    BorderDistance nearest(LonLat place, Hint& hint) const {
        const EarthPlace from = earth_place(place);
        const Best near = nearest_by_series(from, hint.piece);
        hint.piece = near.piece;
        return near.distance_m > kNormalSectionReach_m ? far_answer(nearest_exactly(place, from, near))
                                                       : near_answer(near, from);
    }

  private:
    bool better(const Best& a, const Best& b) const {
        if (a.distance_m != b.distance_m) return a.distance_m < b.distance_m;
        return earlier(pieces_.piece(a.piece), pieces_.piece(b.piece));
    }

    Best nearest_by_series(const EarthPlace& from, std::uint32_t start) const {
        Best best;
        Reach reach;
        const auto look_at = [&](std::uint32_t i) {
            const BorderPiece& piece = pieces_.piece(i);
            if (reach.excludes(piece, from.position)) return;
            const PieceFoot foot = foot_on(piece, from.position);
            if (foot.chord2 > reach.chord2) return;
            const Best found{normal_section_length_m(from, foot.position), i, foot.t, foot.position};
            if (!better(found, best)) return;
            best = found;
            reach.shrink_to(best.distance_m);
        };
        look_at(std::min(start, pieces_.size() - 1));
        pieces_.visit_near(
            from.position, [&] { return reach.chord2; }, look_at);
        return best;
    }

    /// Far away the series only ranks; every piece that may still win is minimised with exact geodesics.
    Best nearest_exactly(LonLat place, const EarthPlace& from, const Best& near) const {
        Best best = minimised(place, near.piece, near.t);
        Reach reach;
        reach.shrink_to(best.distance_m);
        const bool ranked = best.distance_m < kRankReach_m;
        const double doubt = series_doubt_m(best.distance_m);
        const auto look_at = [&](std::uint32_t i) {
            const BorderPiece& piece = pieces_.piece(i);
            if (i == near.piece || reach.excludes(piece, from.position)) return;
            const PieceFoot foot = foot_on(piece, from.position);
            if (foot.chord2 > reach.chord2) return;
            if (ranked && normal_section_length_m(from, foot.position) > best.distance_m + doubt) return;
            Best found = best;
            found.piece = i; // the other edge at a shared vertex: the same answer
            if (!(foot.position == best.foot && best.distance_m < kSharedFootReach_m))
                found = minimised(place, i, foot.t);
            if (!better(found, best)) return;
            best = found;
            reach.shrink_to(best.distance_m);
        };
        pieces_.visit_near(
            from.position, [&] { return reach.chord2; }, look_at);
        return best;
    }

    /// Newton on the exact distance along one piece; its slope is the cosine of the angle of arrival. The
    /// last step, metres seen from hundreds of kilometres, is taken on the parabola: what that leaves out is
    /// of third order in it.
    Best minimised(LonLat place, std::uint32_t i, double t) const {
        const BorderPiece& piece = pieces_.piece(i);
        const double length = 1 / std::sqrt(piece.per_length2);
        Best best;
        for (int step = 0; step < 8; ++step) {
            const Vec3 foot = piece.at(t);
            const LonLat to = lonlat_from_ecef(foot);
            const GeodesicInverse path = geodesics_.inverse(place, to);
            if (path.distance_m < best.distance_m) best = {path.distance_m, i, t, foot, path.azimuth_deg};
            const EarthPlace end = earth_place(to);
            const Vec3 along = piece.direction_at(t);
            const double line_azimuth = std::atan2(dot(along, end.east()), dot(along, end.north()));
            const double angle = path.end_azimuth_deg * kDegree - line_azimuth;
            const double slope = std::cos(angle), aside = std::sin(angle);
            const double bend = aside * aside * path.scale_21 / path.reduced_length_m;
            const double moved = bend > 0 ? t - slope / (bend * length) : (slope > 0 ? 0 : 1);
            const double next = std::clamp(moved, 0.0, 1.0);
            const double step_m = (next - t) * length;
            const double change_m = (slope + bend * step_m / 2) * step_m;
            if (bend > 0 && std::abs(change_m) < kParabola_m) {
                if (path.distance_m + change_m > best.distance_m) break;
                const double turn = -aside * step_m / path.reduced_length_m;
                return {path.distance_m + change_m, i, next, piece.at(next),
                        path.azimuth_deg + turn / kDegree};
            }
            if (std::abs(step_m) < 0.01) break;
            t = next;
        }
        return best;
    }

    BorderDistance near_answer(const Best& best, const EarthPlace& from) const {
        const BorderPiece& piece = pieces_.piece(best.piece);
        BorderDistance answer{best.distance_m, lonlat_from_ecef(best.foot), 0, piece.part, piece.edge};
        if (best.distance_m < kOnTheLine_m) {
            answer.distance_m = 0;
            return answer;
        }
        const Vec3 to = best.foot - from.position;
        answer.azimuth_deg = in_circle(std::atan2(dot(to, from.east()), dot(to, from.north())) / kDegree);
        return answer;
    }

    BorderDistance far_answer(const Best& best) const {
        const BorderPiece& piece = pieces_.piece(best.piece);
        return {best.distance_m, lonlat_from_ecef(best.foot), in_circle(best.azimuth_deg), piece.part,
                piece.edge};
    }

    PieceTree pieces_;
    GeodesicSolver geodesics_;
};

BorderIndex::BorderIndex(std::span<const LineString> parts, GeodesicSolver geodesics)
    : tree_(std::make_unique<const Tree>(parts, std::move(geodesics))) {}
BorderIndex::~BorderIndex() = default;
BorderIndex::BorderIndex(BorderIndex&&) noexcept = default;
BorderIndex& BorderIndex::operator=(BorderIndex&&) noexcept = default;

BorderDistance BorderIndex::nearest(LonLat place) const {
    Hint hint;
    return nearest(place, hint);
}

BorderDistance BorderIndex::nearest(LonLat place, Hint& hint) const {
    if (std::isnan(place.lon_deg) || std::isnan(place.lat_deg)) return no_border_distance();
    return tree_->nearest(place, hint);
}

} // namespace geo
