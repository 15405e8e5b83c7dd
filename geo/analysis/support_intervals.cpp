#include "geo/analysis/support_intervals.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kBlock = 8; // supports, some 2 ms
constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

/// Places of a sunflower: each stands for the same part of the disc.
class DiscPattern {
  public:
    DiscPattern() {
        const double golden_deg = 180 * (3 - std::sqrt(5.0));
        for (int i = 0; i < kDiscSamples; ++i) {
            azimuth_deg_.push_back(std::remainder(golden_deg * i, 360));
            share_of_radius_.push_back(std::sqrt((i + 0.5) / kDiscSamples));
        }
    }
    template <typename Visit>
    void visit(LonLat centre, double radius_m, const GeodesicSolver& geodesics, const Visit& visit) const {
        for (std::size_t i = 0; i < azimuth_deg_.size(); ++i)
            visit(geodesics.direct(centre, azimuth_deg_[i], radius_m * share_of_radius_[i]).place);
    }

  private:
    std::vector<double> azimuth_deg_, share_of_radius_;
};

/// The share of places, each of which stands for a patch of the support, that is nearer than each edge.
class Shares {
  public:
    /// `half_width_m` of a patch: a distance changes by as much as one walks, so that a patch whose middle is
    /// as far as an edge lies half within it. That is what makes few places enough.
    Shares(std::span<const double> edges_m, double half_width_m)
        : edges_m_(edges_m), half_width_m_(half_width_m), within_(edges_m.size()) {}
    void add(double distance_m) {
        for (std::size_t i = 0; i < edges_m_.size(); ++i) {
            within_[i] += half_width_m_ > 0          ? part_within(distance_m, edges_m_[i])
                          : distance_m < edges_m_[i] ? 1
                                                     : 0;
        }
        ++n_;
    }
    void write(float* to) const {
        for (std::size_t i = 0; i < within_.size(); ++i) to[i] = static_cast<float>(within_[i] / n_);
    }

  private:
    /// A patch across the line reaches beyond it, where distances grow again.
    double part_within(double distance_m, double edge_m) const {
        const double low = std::max(distance_m - half_width_m_, -edge_m);
        const double high = std::min(distance_m + half_width_m_, edge_m);
        return std::max(0.0, high - low) / (2 * half_width_m_);
    }

    std::span<const double> edges_m_;
    double half_width_m_;
    std::vector<double> within_;
    double n_ = 0;
};

/// Fills what the bounds decide; false when an edge lies between them.
bool decided(double min_m, double max_m, bool is_point, std::span<const double> edges_m, float* share) {
    bool all = true;
    for (std::size_t i = 0; i < edges_m.size(); ++i) {
        const bool within = is_point ? max_m < edges_m[i] : max_m <= edges_m[i];
        share[i] = within ? 1.0F : 0.0F;
        all = all && (within || min_m >= edges_m[i]);
    }
    return all;
}

} // namespace

SupportIntervals disc_intervals(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                std::span<const double> distance_m, std::span<const float> radius_m,
                                std::span<const double> edges_m, const DistanceTo& distance_to,
                                const GeodesicSolver& geodesics, unsigned threads, Progress& progress) {
    const std::size_t n = distance_m.size(), n_edges = edges_m.size();
    if (lon_deg.size() != n || lat_deg.size() != n || radius_m.size() != n)
        throw Error(ErrorKind::Argument, "places, distances and radii differ in number");
    if (!std::is_sorted(edges_m.begin(), edges_m.end()))
        throw Error(ErrorKind::Argument, "the edges of distance bands must ascend");
    SupportIntervals result{{edges_m.begin(), edges_m.end()}, {}, {}, std::vector<float>(n * n_edges, kNone)};
    std::vector<std::uint32_t> open; // an edge crosses the disc
    for (std::size_t i = 0; i < n; ++i) {
        const double r = radius_m[i] > 0 ? double{radius_m[i]} : 0.0, d = distance_m[i]; // NaN: not stated
        result.min_m.push_back(std::isnan(d) ? d : std::max(0.0, d - r));
        result.max_m.push_back(d + r);
        if (std::isnan(d)) continue;
        float* const share = n_edges == 0 ? nullptr : &result.share_within[i * n_edges];
        if (!decided(result.min_m[i], result.max_m[i], r == 0, edges_m, share))
            open.push_back(static_cast<std::uint32_t>(i));
    }
    const auto key = [&](std::uint32_t i) { return std::tuple(lon_deg[i], lat_deg[i], radius_m[i]); };
    std::sort(open.begin(), open.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(key(a), a) < std::pair(key(b), b); });
    std::vector<std::uint32_t> first; // of each different support, in open
    for (std::uint32_t i = 0; i < open.size(); ++i)
        if (i == 0 || key(open[i]) != key(open[i - 1])) first.push_back(i);
    const DiscPattern pattern;
    std::atomic<std::uint64_t> done{0};
    parallel_for(first.size(), kBlock, threads, [&](std::size_t from, std::size_t to) {
        for (std::size_t s = from; s < to; ++s) {
            const std::uint32_t one = open[first[s]];
            // As wide as a square patch of the disc's share is.
            const double half_width_m =
                double{radius_m[one]} * std::sqrt(std::numbers::pi / kDiscSamples) / 2;
            Shares shares(edges_m, half_width_m);
            pattern.visit({lon_deg[one], lat_deg[one]}, double{radius_m[one]}, geodesics,
                          [&](LonLat place) { shares.add(distance_to(place)); });
            const std::size_t end = s + 1 < first.size() ? first[s + 1] : open.size();
            for (std::size_t i = first[s]; i < end; ++i)
                shares.write(&result.share_within[open[i] * n_edges]);
        }
        progress.at(done += to - from, first.size());
    });
    return result;
}

AreaInterval area_interval(std::span<const LonLat> inside, std::span<const LonLat> outline, double spacing_m,
                           std::span<const double> edges_m, const DistanceTo& distance_to) {
    if (inside.empty()) throw Error(ErrorKind::Argument, "an area without a place inside");
    double least = std::numeric_limits<double>::infinity(), most = 0;
    const auto reach = [&](double distance_m) {
        least = std::min(least, distance_m);
        most = std::max(most, distance_m);
    };
    Shares shares(edges_m, 0);
    for (const LonLat place : inside) {
        const double distance_m = distance_to(place);
        reach(distance_m);
        shares.add(distance_m);
    }
    for (const LonLat place : outline) reach(distance_to(place));
    AreaInterval result{std::max(0.0, least - spacing_m / 2), most + spacing_m / 2,
                        std::vector<float>(edges_m.size())};
    if (!edges_m.empty()) shares.write(result.share_within.data());
    return result;
}

} // namespace geo
