#include "geo/analysis/border_piece.hpp"

#include <cmath>

#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr double kPiece_m = 10000;    // the bulge's own error stays in the micrometres
constexpr double kShortEdge_m = 2000; // below it the bulge follows from the normal curvature alone

BorderPiece piece_between(Vec3 first, Vec3 last, Vec3 middle, std::uint32_t part, std::uint32_t edge) {
    const Vec3 chord = last - first, bulge = (middle - (first + last) * 0.5) * 4;
    return {first, last, bulge, 1 / dot(chord, chord), norm(bulge) / 4, part, edge};
}

/// Middle of a short geodesic: the chord's middle raised by L²k/8, k the curvature of the normal section
/// (Euler).
Vec3 middle_of_short(LonLat a, LonLat b, Vec3 first, Vec3 last) {
    const Vec3 chord = last - first;
    const EarthPlace middle = earth_place({(a.lon_deg + b.lon_deg) / 2, (a.lat_deg + b.lat_deg) / 2});
    const double across = middle.normal_radius_m;
    const double along =
        across * (1 - kEccentricity2) / (1 - kEccentricity2 * middle.sin_lat * middle.sin_lat);
    const double east = dot(chord, middle.east()), north = dot(chord, middle.north());
    return (first + last) * 0.5 + middle.up() * ((east * east / across + north * north / along) / 8);
}

void cut_long(LonLat a, LonLat b, Vec3 first, Vec3 last, std::uint32_t part, std::uint32_t edge,
              const GeodesicSolver& geodesics, std::vector<BorderPiece>& pieces) {
    const GeodesicInverse whole = geodesics.inverse(a, b);
    const auto at = [&](double distance_m) {
        return earth_place(geodesics.direct(a, whole.azimuth_deg, distance_m).place).position;
    };
    const int n = static_cast<int>(std::ceil(whole.distance_m / kPiece_m));
    const double step = whole.distance_m / n;
    for (int i = 0; i < n; ++i) {
        const Vec3 end = i + 1 == n ? last : at(step * (i + 1));
        pieces.push_back(piece_between(first, end, at(step * (i + 0.5)), part, edge));
        first = end;
    }
}

void require_number(LonLat place) {
    if (!std::isfinite(place.lon_deg) || !std::isfinite(place.lat_deg))
        throw Error(ErrorKind::Argument, "a vertex of the border is not a number");
}

void cut_part(const LineString& line, std::uint32_t part, const GeodesicSolver& geodesics,
              std::vector<BorderPiece>& pieces) {
    for (const LonLat place : line) require_number(place);
    Vec3 first = line.empty() ? Vec3{} : earth_place(line[0]).position;
    for (std::uint32_t i = 0; i + 1 < line.size(); ++i) {
        const Vec3 last = earth_place(line[i + 1]).position;
        const double length = norm(last - first);
        const bool over_antimeridian = std::abs(line[i].lon_deg - line[i + 1].lon_deg) >= 180;
        if (length > kShortEdge_m || (length > kNoEdge_m && over_antimeridian))
            cut_long(line[i], line[i + 1], first, last, part, i, geodesics, pieces);
        else if (length > kNoEdge_m)
            pieces.push_back(
                piece_between(first, last, middle_of_short(line[i], line[i + 1], first, last), part, i));
        first = last;
    }
}

} // namespace

std::vector<BorderPiece> border_pieces(std::span<const LineString> parts, const GeodesicSolver& geodesics) {
    std::vector<BorderPiece> pieces;
    for (std::uint32_t part = 0; part < parts.size(); ++part) cut_part(parts[part], part, geodesics, pieces);
    return pieces;
}

} // namespace geo
