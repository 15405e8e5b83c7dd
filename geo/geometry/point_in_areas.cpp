#include "geo/geometry/point_in_areas.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kBlock = 4096;
constexpr std::size_t kEdgesPerBand = 4; // more bands repeat long edges in each of them

template <typename Use>
void for_each_ring(const MultiPolygon& polygons, Use&& use) {
    for (const Polygon& polygon : polygons) {
        use(polygon.exterior);
        for (const Ring& hole : polygon.holes) use(hole);
    }
}

} // namespace

std::size_t PointInAreas::Area::band_of(double lat_deg) const {
    const auto band = static_cast<std::size_t>(std::max(0.0, (lat_deg - box.south) * bands_per_deg));
    return std::min(band, band_start.size() - 2);
}

PointInAreas::Area PointInAreas::area_from(const MultiPolygon& polygons) {
    Area area;
    std::vector<Edge> edges;
    for_each_ring(polygons, [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const bool up = ring[i].lat_deg <= ring[i + 1].lat_deg;
            edges.push_back(up ? Edge{ring[i], ring[i + 1]} : Edge{ring[i + 1], ring[i]});
        }
        for (const LonLat place : ring) area.box.add(place);
    });
    if (edges.empty()) return area;

    const std::size_t n_bands = std::max<std::size_t>(1, edges.size() / kEdgesPerBand);
    const double height = area.box.north - area.box.south;
    area.bands_per_deg = height > 0 ? static_cast<double>(n_bands) / height : 0;
    area.band_start.assign(n_bands + 1, 0);
    for (const Edge& e : edges)
        for (std::size_t b = area.band_of(e.south.lat_deg); b <= area.band_of(e.north.lat_deg); ++b)
            ++area.band_start[b + 1];
    for (std::size_t b = 0; b < n_bands; ++b) area.band_start[b + 1] += area.band_start[b];
    area.edges.resize(area.band_start.back());
    std::vector<std::uint32_t> next(area.band_start.begin(), area.band_start.end() - 1);
    for (const Edge& e : edges)
        for (std::size_t b = area.band_of(e.south.lat_deg); b <= area.band_of(e.north.lat_deg); ++b)
            area.edges[next[b]++] = e;
    return area;
}

/// Crossings of the ray to the east, odd inside; a place on an edge is inside at once.
bool PointInAreas::Area::holds(LonLat p) const {
    if (!box.contains(p)) return false;
    const std::size_t band = band_of(p.lat_deg);
    bool odd = false;
    for (std::uint32_t i = band_start[band]; i < band_start[band + 1]; ++i) {
        const LonLat a = edges[i].south, b = edges[i].north;
        if (p.lat_deg < a.lat_deg || p.lat_deg > b.lat_deg) continue;
        if (a.lat_deg == b.lat_deg) { // level: only its own places matter
            if (std::min(a.lon_deg, b.lon_deg) <= p.lon_deg && p.lon_deg <= std::max(a.lon_deg, b.lon_deg))
                return true;
            continue;
        }
        // > 0: the place lies west of the edge
        const double side = (b.lon_deg - a.lon_deg) * (p.lat_deg - a.lat_deg) -
                            (p.lon_deg - a.lon_deg) * (b.lat_deg - a.lat_deg);
        if (side == 0) return true;
        if (side > 0 && p.lat_deg < b.lat_deg) odd = !odd; // [south, north): a vertex counts once
    }
    return odd;
}

PointInAreas::PointInAreas(std::span<const MultiPolygon> areas) {
    for (const MultiPolygon& polygons : areas) areas_.push_back(area_from(polygons));
}

std::int32_t PointInAreas::area_of(LonLat place) const {
    for (std::size_t i = 0; i < areas_.size(); ++i)
        if (areas_[i].holds(place)) return static_cast<std::int32_t>(i);
    return kNone;
}

std::vector<std::int32_t> PointInAreas::areas_of(std::span<const double> lon_deg,
                                                 std::span<const double> lat_deg, unsigned threads,
                                                 Progress& progress) const {
    if (lon_deg.size() != lat_deg.size())
        throw Error(ErrorKind::Argument, "coordinate spans differ in length");
    std::vector<std::int32_t> answers(lon_deg.size(), kNone);
    std::atomic<std::uint64_t> done{0};
    parallel_for(lon_deg.size(), kBlock, threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) answers[i] = area_of({lon_deg[i], lat_deg[i]});
        progress.at(done += last - first, lon_deg.size());
    });
    return answers;
}

} // namespace geo
