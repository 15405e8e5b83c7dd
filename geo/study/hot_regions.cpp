#include "geo/study/hot_regions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "geo/crs/geodesic.hpp"

namespace geo {

namespace {

constexpr double kNear_m = 15'000;         // a region is named by the best known place so near
constexpr double kLeastDegree_m = 110'000; // of latitude, shortest at the equator

/// Neighbourhoods that hold the same incidents have the same z: then the cell with more of its own.
bool is_higher(const HotCell& a, const HotCell& b) {
    constexpr double kSame = 1e-9;
    if (std::abs(a.z - b.z) > kSame * std::abs(b.z)) return a.z > b.z;
    return a.count > b.count;
}

} // namespace

void find_regions(HotSpots& spots, const Transformer& transformer,
                  const std::vector<ReferencePlace>& places) {
    const Touching touching(spots.layout, spots.cells);
    std::vector<std::uint8_t> seen(spots.cells.size(), 0);
    for (std::size_t start = 0; start < spots.cells.size(); ++start) {
        if (seen[start] != 0 || !is_hot(spots.cells[start].hot_class)) continue;
        HotRegion region;
        region.peak = start;
        std::vector<std::size_t> open{start};
        seen[start] = 1;
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            const HotCell& cell = spots.cells[i];
            ++region.n_cells;
            region.count += cell.count;
            if (is_higher(cell, spots.cells[region.peak])) region.peak = i;
            for (const Local corner : spots.layout.corners(cell.column, cell.row))
                region.box.add(transformer.lonlat_from_local(corner));
            touching.visit(cell, [&](std::size_t other) {
                if (seen[other] != 0 || !is_hot(spots.cells[other].hot_class)) return;
                seen[other] = 1;
                open.push_back(other);
            });
        }
        const HotCell& peak = spots.cells[region.peak];
        region.place = transformer.lonlat_from_local(spots.layout.centre(peak.column, peak.row));
        region.near = near_in_words(region.place, places);
        spots.regions.push_back(std::move(region));
    }
    std::sort(spots.regions.begin(), spots.regions.end(), [&](const HotRegion& a, const HotRegion& b) {
        const double za = spots.cells[a.peak].z, zb = spots.cells[b.peak].z;
        return za != zb ? za > zb : a.peak < b.peak;
    });
}

std::string near_in_words(LonLat place, const std::vector<ReferencePlace>& places) {
    const ReferencePlace *nearest = nullptr, *known = nullptr; // of those near, the best known
    double least = INFINITY, least_known = INFINITY;
    for (const ReferencePlace& other : places) {
        if (std::abs(other.place.lat_deg - place.lat_deg) * kLeastDegree_m > std::max(least, kNear_m))
            continue;
        const double distance = geodesic_distance_m(place, other.place);
        if (distance < least) {
            least = distance;
            nearest = &other;
        }
        if (distance > kNear_m) continue;
        const bool better =
            !known || other.rank < known->rank || (other.rank == known->rank && distance < least_known);
        if (!better) continue;
        known = &other;
        least_known = distance;
    }
    if (!nearest) return "";
    if (known) return "near " + known->name;
    constexpr std::array<const char*, 8> kWinds{"N", "NE", "E", "SE", "S", "SW", "W", "NW"};
    const double azimuth = inverse_geodesic(nearest->place, place).azimuth_deg;
    const auto wind = static_cast<std::size_t>(std::lround((azimuth + 360) / 45)) % 8;
    return fmt::format("{:.0f} km {} of {}", least / 1000, kWinds[wind], nearest->name);
}

} // namespace geo
