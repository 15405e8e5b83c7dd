#include "geo/analysis/border_brute.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "geo/analysis/border_piece.hpp"
#include "geo/analysis/ecef.hpp"
#include "geo/core/units.hpp"

namespace geo {

namespace {

double distance_to_segment(Vec3 p, Vec3 a, Vec3 b) {
    const Vec3 d = b - a;
    const double t = std::clamp(dot(p - a, d) / dot(d, d), 0.0, 1.0);
    return norm(p - a - d * t);
}

struct Slope {
    double distance_m = 0;
    double first = 0;  ///< derivative along the edge
    double second = 0; ///< and its derivative, per metre
    LonLat foot;
    double azimuth_deg = 0;
};

} // namespace

BorderBrute::BorderBrute(std::span<const LineString> parts, GeodesicSolver geodesics)
    : geodesics_(std::move(geodesics)) {
    for (std::uint32_t part = 0; part < parts.size(); ++part)
        for (std::uint32_t i = 0; i + 1 < parts[part].size(); ++i) {
            const LonLat a = parts[part][i], b = parts[part][i + 1];
            const GeodesicInverse path = geodesics_.inverse(a, b);
            if (path.distance_m <= kNoEdge_m) continue;
            const double bulge_m = path.distance_m * path.distance_m / 8 / 6.33e6 + 1e-3;
            edges_.push_back({a, path, earth_place(a).position, earth_place(b).position, bulge_m, part, i});
        }
}

BorderDistance BorderBrute::nearest(LonLat place) const {
    if (std::isnan(place.lon_deg) || std::isnan(place.lat_deg)) return no_border_distance();
    const Vec3 from = earth_place(place).position;
    using Candidate = std::pair<double, std::size_t>;
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        const Edge& e = edges_[i];
        candidates.emplace_back(distance_to_segment(from, e.chord_from, e.chord_to) - e.bulge_m, i);
    }
    std::make_heap(candidates.begin(), candidates.end(), std::greater<>());
    BorderDistance best;
    best.distance_m = std::numeric_limits<double>::infinity();
    for (auto end = candidates.end();
         end != candidates.begin() && candidates.front().first <= best.distance_m; --end) {
        const BorderDistance found = minimised(place, edges_[candidates.front().second]);
        if (found.distance_m < best.distance_m) best = found;
        std::pop_heap(candidates.begin(), end, std::greater<>());
    }
    return best;
}

BorderDistance BorderBrute::minimised(LonLat place, const Edge& edge) const {
    const auto look_at = [&](double along_m) {
        const GeodesicDirect at = geodesics_.direct(edge.from, edge.path.azimuth_deg, along_m);
        const GeodesicInverse to = geodesics_.inverse(place, at.place);
        const double angle = (to.end_azimuth_deg - at.azimuth_deg) * kDegree;
        const double bend = to.reduced_length_m > 0 ? to.scale_21 / to.reduced_length_m : 1e9;
        return Slope{to.distance_m, std::cos(angle), std::sin(angle) * std::sin(angle) * bend, at.place,
                     to.azimuth_deg};
    };
    double low = 0, high = edge.path.distance_m;
    Slope best = look_at(low);
    const Slope end = look_at(high);
    const bool inside = best.first < 0 && end.first > 0;
    if (end.distance_m < best.distance_m) best = end;
    for (int step = 0; inside && step < 100 && high - low > 1e-7; ++step) {
        // Newton from the better end, halving whenever it leaves the bracket or is slow
        const double middle = (low + high) / 2;
        const Slope here = look_at(middle);
        if (here.distance_m < best.distance_m) best = here;
        (here.first > 0 ? high : low) = middle;
        const double newton = middle - here.first / here.second;
        if (!(here.second > 0) || newton <= low || newton >= high) continue;
        const double reach = std::abs(newton - middle) / 8 + 1e-8;
        for (const double probe : {newton - reach, newton + reach}) {
            if (probe <= low || probe >= high) continue;
            const Slope near = look_at(probe);
            if (near.distance_m < best.distance_m) best = near;
            (near.first > 0 ? high : low) = probe;
        }
    }
    const bool on_line = best.distance_m < 1e-6;
    const double turned = best.azimuth_deg < 0 ? best.azimuth_deg + 360 : best.azimuth_deg;
    return {on_line ? 0 : best.distance_m, best.foot, on_line ? 0 : turned, edge.part, edge.edge};
}

} // namespace geo
