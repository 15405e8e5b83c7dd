#include "geo/study/hot_regions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "geo/core/number_words.hpp"
#include "geo/study/near_words.hpp"

namespace geo {

namespace {

/// Neighbourhoods that hold the same incidents have the same z: then the unit with more of its own.
bool is_higher(const HotUnit& a, const HotUnit& b) {
    constexpr double kSame = 1e-9;
    if (std::abs(a.z - b.z) > kSame * std::abs(b.z)) return a.z > b.z;
    return a.count > b.count;
}

} // namespace

std::vector<std::vector<std::uint32_t>> touching_groups(const AreaUnits& units,
                                                        std::span<const std::uint8_t> kinds) {
    std::vector<std::vector<std::uint32_t>> groups;
    std::vector<std::uint8_t> seen(units.size());
    for (std::uint32_t start = 0; start < units.size(); ++start) {
        if (seen[start] != 0 || kinds[start] == 0) continue;
        std::vector<std::uint32_t>& group = groups.emplace_back();
        std::vector<std::uint32_t> open{start};
        seen[start] = 1;
        while (!open.empty()) {
            const std::uint32_t unit = open.back();
            open.pop_back();
            group.push_back(unit);
            units.visit_touching(unit, [&](std::uint32_t other) {
                if (seen[other] != 0 || kinds[other] != kinds[start]) return;
                seen[other] = 1;
                open.push_back(other);
            });
        }
    }
    return groups;
}

std::vector<LonLatBox> boxes_of(const AreaUnits& units,
                                const std::vector<std::vector<std::uint32_t>>& groups) {
    std::vector<std::uint32_t> members;
    for (const auto& group : groups) members.insert(members.end(), group.begin(), group.end());
    const std::vector<MultiPolygon> outlines = units.outlines(members);
    std::vector<LonLatBox> boxes(groups.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t n = groups[i].size(); n > 0; --n, ++at)
            for (const Polygon& polygon : outlines[at])
                for (const LonLat corner : polygon.exterior) boxes[i].add(corner);
    return boxes;
}

std::string group_in_words(const AreaUnits& units, std::span<const std::uint32_t> group,
                           std::span<const std::uint32_t> incidents, LonLat place,
                           const std::vector<ReferencePlace>& places) {
    if (units.name(group.front()).empty()) return near_in_words(place, places);
    std::vector<std::size_t> order(group.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(incidents[b], group[a]) < std::pair(incidents[a], group[b]);
    });
    std::string first = units.name(group[order[0]]);
    if (group.size() == 1) return first;
    const std::string second = units.name(group[order[1]]);
    if (group.size() == 2) return first + " and " + second;
    return first + ", " + second + " and " + grouped(group.size() - 2) + " more";
}

void find_regions(HotSpots& spots, const std::vector<ReferencePlace>& places) {
    std::vector<std::uint8_t> hot;
    for (const HotUnit& unit : spots.found) hot.push_back(is_hot(unit.hot_class) ? 1 : 0);
    const auto groups = touching_groups(*spots.units, hot);
    std::vector<std::uint32_t> peaks;
    peaks.reserve(groups.size());
    for (const auto& group : groups)
        peaks.push_back(*std::max_element(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
            return is_higher(spots.found[b], spots.found[a]);
        }));
    const std::vector<LonLatBox> boxes = boxes_of(*spots.units, groups);
    const std::vector<LonLat> centres = spots.units->centres(peaks);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::vector<std::uint32_t> incidents;
        for (const std::uint32_t unit : groups[i]) incidents.push_back(spots.found[unit].count);
        HotRegion region;
        region.peak = peaks[i];
        region.n_units = static_cast<std::uint32_t>(groups[i].size());
        region.count = std::accumulate(incidents.begin(), incidents.end(), 0u);
        region.box = boxes[i];
        region.place = centres[i];
        region.near = group_in_words(*spots.units, groups[i], incidents, region.place, places);
        spots.regions.push_back(std::move(region));
    }
    std::sort(spots.regions.begin(), spots.regions.end(), [&](const HotRegion& a, const HotRegion& b) {
        const double za = spots.found[a.peak].z, zb = spots.found[b.peak].z;
        return za != zb ? za > zb : a.peak < b.peak;
    });
}

} // namespace geo
