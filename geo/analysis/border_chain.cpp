#include "geo/analysis/border_chain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/analysis/ecef.hpp"
#include "geo/analysis/normal_section.hpp"
#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr double kTouching_m = 1;

/// One end of a part.
struct End {
    std::size_t part = 0;
    bool last = false;
    LonLat place;
    Vec3 position;
};

double apart_m(const End& a, const End& b) { return norm(a.position - b.position); }

bool is_free(const End& end, std::span<const End> ends) {
    return std::none_of(ends.begin(), ends.end(), [&](const End& other) {
        const bool itself = other.part == end.part && other.last == end.last;
        return !itself && apart_m(end, other) <= kTouching_m;
    });
}

double south_west(const End& end) { return end.place.lon_deg + end.place.lat_deg; }

/// Where the walk begins; `ends` is not empty.
const End& first_end(std::span<const End> ends) {
    std::vector<const End*> candidates;
    for (const End& end : ends)
        if (is_free(end, ends)) candidates.push_back(&end);
    if (candidates.empty())
        for (const End& end : ends) candidates.push_back(&end);
    return **std::min_element(candidates.begin(), candidates.end(),
                              [](const End* a, const End* b) { return south_west(*a) < south_west(*b); });
}

} // namespace

BorderChain::BorderChain(std::span<const LineString> parts, GeodesicSolver geodesics)
    : geodesics_(std::move(geodesics)) {
    for (const LineString& line : parts) {
        Measured& part = parts_.emplace_back();
        part.line = line;
        double metres = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i > 0 && !(line[i] == line[i - 1]))
                metres += geodesics_.inverse(line[i - 1], line[i]).distance_m;
            part.to_vertex_m.push_back(metres);
        }
        length_m_ += metres;
    }
    if (!(length_m_ > 0)) throw Error(ErrorKind::Argument, "the border has no edge with a length");
    order_parts();
}

void BorderChain::order_parts() {
    std::vector<End> left; // ends of parts that are not walked yet
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Measured& part = parts_[i];
        if (part.line.empty() || !(part.to_vertex_m.back() > 0)) continue;
        left.push_back({i, false, part.line.front(), earth_place(part.line.front()).position});
        left.push_back({i, true, part.line.back(), earth_place(part.line.back()).position});
    }
    double walked_m = 0;
    End next = first_end(left);
    while (true) {
        Measured& part = parts_[next.part];
        part.place_in_walk = walk_.size();
        walk_.push_back(
            {static_cast<std::uint32_t>(next.part), next.last, walked_m, part.to_vertex_m.back()});
        walked_m += part.to_vertex_m.back();
        const End here = *std::find_if(left.begin(), left.end(), [&](const End& end) {
            return end.part == next.part && end.last != next.last;
        });
        std::erase_if(left, [&](const End& end) { return end.part == here.part; });
        if (left.empty()) break;
        next = *std::min_element(left.begin(), left.end(), [&](const End& a, const End& b) {
            return apart_m(a, here) < apart_m(b, here);
        });
        if (!(next.place == here.place)) gap_m_ += geodesics_.inverse(here.place, next.place).distance_m;
    }
    length_m_ = walked_m; // the same sum in the order of the walk
}

double BorderChain::along_m(std::uint32_t part, std::uint32_t edge, LonLat foot) const {
    if (std::isnan(foot.lon_deg) || std::isnan(foot.lat_deg)) return std::numeric_limits<double>::quiet_NaN();
    const Measured& measured = parts_[part];
    const Part& walked = walk_[measured.place_in_walk];
    const double from = measured.to_vertex_m[edge], to = measured.to_vertex_m[edge + 1];
    const LonLat vertex = measured.line[edge];
    const double on_edge = foot == vertex ? 0 : geodesic_m(vertex, foot);
    const double in_part = std::min(from + on_edge, to);
    return walked.start_m + (walked.backwards ? walked.length_m - in_part : in_part);
}

double BorderChain::geodesic_m(LonLat from, LonLat to) const {
    const EarthPlace start = earth_place(from);
    const Vec3 end = earth_place(to).position;
    return norm(end - start.position) < kNormalSectionReach_m - 1e3 ? normal_section_length_m(start, end)
                                                                    : geodesics_.inverse(from, to).distance_m;
}

LonLat BorderChain::at(double along_m) const {
    const double wanted = std::clamp(along_m, 0.0, length_m_);
    const auto after =
        std::upper_bound(walk_.begin(), walk_.end(), wanted,
                         [](double metres, const Part& part) { return metres < part.start_m; });
    const Part& walked = after == walk_.begin() ? walk_.front() : *(after - 1);
    const Measured& part = parts_[walked.index];
    const double in_walk = std::clamp(wanted - walked.start_m, 0.0, walked.length_m);
    const double in_part = walked.backwards ? walked.length_m - in_walk : in_walk;
    const auto vertex = std::upper_bound(part.to_vertex_m.begin(), part.to_vertex_m.end(), in_part);
    if (vertex == part.to_vertex_m.end()) return part.line.back();
    const auto edge = static_cast<std::size_t>(vertex - part.to_vertex_m.begin()) - 1;
    const LonLat from = part.line[edge];
    const double azimuth_deg = geodesics_.inverse(from, part.line[edge + 1]).azimuth_deg;
    return geodesics_.direct(from, azimuth_deg, in_part - part.to_vertex_m[edge]).place;
}

} // namespace geo
