#include "geo/analysis/border_index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

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
double series_doubt_m(double distance_m) {
    const double share = distance_m / kRankReach_m, cube = share * share * share;
    return 0.02 + 2 * cube * cube;
}

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
        const Ranking ranking = ranked_by_series(from, hint.piece);
        const Best& near = ranking.best;
        hint.piece = near.piece;
        if (near.distance_m <= kNormalSectionReach_m) return near_answer(near, from);
        if (ranking.all_rivals && near.distance_m < kRankReach_m)
            return far_answer(nearest_of_rivals(place, ranking));
        return far_answer(nearest_exactly(place, from, near));
    }

  private:
    /// The nearest by the series, and where that is too far to be trusted all pieces that may be nearer still.
    struct Ranking {
        struct Rival {
            double distance_m, t;
            Vec3 foot;
            std::uint32_t piece;
        };

        Ranking() {} // NOLINT(cppcoreguidelines-pro-type-member-init): rivals are filled as far as they are read

        Best best;
        std::array<Rival, 16> rivals;
        std::size_t n_rivals = 0;
        bool all_rivals = true; ///< there was room for them

        /// Twice: its own distance may be too long, and that of the best too short.
        double rival_reach_m() const { return best.distance_m + 2 * series_doubt_m(best.distance_m); }
        void forget_beaten() {
            const auto beaten = [&](const Rival& rival) { return rival.distance_m > rival_reach_m(); };
            n_rivals = static_cast<std::size_t>(
                std::remove_if(rivals.begin(), rivals.begin() + static_cast<std::ptrdiff_t>(n_rivals), beaten) -
                rivals.begin());
        }
        void add_rival(const Best& rival) {
            if (rival.distance_m > rival_reach_m()) return;
            if (n_rivals == rivals.size()) forget_beaten();
            if (n_rivals == rivals.size())
                all_rivals = false;
            else
                rivals[n_rivals++] = {rival.distance_m, rival.t, rival.foot, rival.piece};
        }
    };

    bool better(const Best& a, const Best& b) const {
        if (a.distance_m != b.distance_m) return a.distance_m < b.distance_m;
        return earlier(pieces_.piece(a.piece), pieces_.piece(b.piece));
    }

    Ranking ranked_by_series(const EarthPlace& from, std::uint32_t start) const {
        Ranking ranking;
        Best& best = ranking.best;
        Reach reach;
        const auto look_at = [&](std::uint32_t i) {
            const BorderPiece& piece = pieces_.piece(i);
            if (reach.excludes(piece, from.position)) return;
            const PieceFoot foot = foot_on(piece, from.position);
            if (foot.chord2 > reach.chord2) return;
            const bool same = foot.position == best.foot; // the vertex that two pieces share
            const Best found{same ? best.distance_m : normal_section_length_m(from, foot.position), i, foot.t,
                       foot.position};
            const bool far = found.distance_m > kNormalSectionReach_m;
            if (!better(found, best)) {
                if (far) ranking.add_rival(found);
                return;
            }
            const Best beaten = std::exchange(best, found);
            if (far) ranking.add_rival(beaten);
            if (!same) reach.shrink_to(far ? ranking.rival_reach_m() : best.distance_m);
        };
        start = std::min(start, pieces_.size() - 1);
        look_at(start);
        pieces_.visit_near(
            from.position, [&] { return reach.chord2; },
            [&](std::uint32_t i) {
                if (i != start) look_at(i);
            });
        return ranking;
    }

    /// Far away the series only ranks: every piece that may still win is minimised with exact geodesics.
    Best nearest_of_rivals(LonLat place, const Ranking& ranking) const {
        Best best = minimised(place, ranking.best.piece, ranking.best.t);
        for (std::size_t i = 0; i < ranking.n_rivals; ++i) {
            const Ranking::Rival& rival = ranking.rivals[i];
            if (rival.distance_m > ranking.rival_reach_m()) continue;
            const Best found = minimised_rival(place, rival.piece, rival.t, rival.foot, best);
            if (better(found, best)) best = found;
        }
        return best;
    }

    /// The same where nothing ranks, or too many rank alike: every piece within the exact distance so far.
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
            const Best found = minimised_rival(place, i, foot.t, foot.position, best);
            if (!better(found, best)) return;
            best = found;
            reach.shrink_to(best.distance_m);
        };
        pieces_.visit_near(
            from.position, [&] { return reach.chord2; }, look_at);
        return best;
    }

    /// A piece beside the best so far: the other edge at a shared vertex has the same answer.
    Best minimised_rival(LonLat place, std::uint32_t i, double t, Vec3 foot, const Best& best) const {
        if (!(foot == best.foot && best.distance_m < kSharedFootReach_m)) return minimised(place, i, t);
        Best same = best;
        same.piece = i;
        return same;
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
