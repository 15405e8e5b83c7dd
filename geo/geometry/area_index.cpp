#include "geo/geometry/area_index.hpp"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr std::size_t kMostBands = 4096;

bool between(double value, double a, double b) { return value >= std::min(a, b) && value <= std::max(a, b); }

} // namespace

AreaIndex::AreaIndex(const MultiPolygon& area) {
    for (const Polygon& polygon : area) {
        add_ring(polygon.exterior);
        for (const Ring& hole : polygon.holes) add_ring(hole);
    }
    if (edges_.empty()) return;
    const std::size_t n_bands = std::clamp<std::size_t>(edges_.size() / 8, 1, kMostBands);
    bands_per_degree_ = static_cast<double>(n_bands) / std::max(box_.north - box_.south, 1e-9);

    // Counting sort of the edges into every band that they touch.
    band_start_.assign(n_bands + 2, 0);
    const auto bands_of = [&](const Edge& edge) {
        return std::pair{band_of(std::min(edge.a.lat_deg, edge.b.lat_deg)),
                         band_of(std::max(edge.a.lat_deg, edge.b.lat_deg))};
    };
    for (const Edge& edge : edges_)
        for (auto [band, last] = bands_of(edge); band <= last; ++band) ++band_start_[band + 2];
    for (std::size_t i = 2; i < band_start_.size(); ++i) band_start_[i] += band_start_[i - 1];
    std::vector<Edge> sorted(band_start_.back());
    for (const Edge& edge : edges_)
        for (auto [band, last] = bands_of(edge); band <= last; ++band) sorted[band_start_[band + 1]++] = edge;
    edges_ = std::move(sorted);
}

void AreaIndex::add_ring(const Ring& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) edges_.push_back({ring[i], ring[i + 1]});
    for (LonLat place : ring) box_.add(place);
}

std::size_t AreaIndex::band_of(double lat_deg) const {
    const double band = std::floor((lat_deg - box_.south) * bands_per_degree_);
    return static_cast<std::size_t>(std::clamp(band, 0.0, static_cast<double>(band_start_.size() - 3)));
}

bool AreaIndex::contains(LonLat place) const {
    if (edges_.empty() || !box_.contains(place)) return false;
    const std::size_t band = band_of(place.lat_deg);
    bool inside = false;
    for (std::uint32_t i = band_start_[band]; i < band_start_[band + 1]; ++i) {
        const auto& [a, b] = edges_[i];
        const double cross = (b.lon_deg - a.lon_deg) * (place.lat_deg - a.lat_deg) -
                             (b.lat_deg - a.lat_deg) * (place.lon_deg - a.lon_deg);
        if (cross == 0 && between(place.lon_deg, a.lon_deg, b.lon_deg) && between(place.lat_deg, a.lat_deg, b.lat_deg))
            return true; // on the boundary
        if ((a.lat_deg > place.lat_deg) == (b.lat_deg > place.lat_deg)) continue;
        if ((cross > 0) == (b.lat_deg > a.lat_deg)) inside = !inside; // the edge crosses the ray to the east
    }
    return inside;
}

} // namespace geo
