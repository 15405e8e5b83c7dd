#include "geo/study/support_outlines.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "geo/crs/geodesic.hpp"
#include "geo/layer/map_paths.hpp"

namespace geo {

namespace {

constexpr int kCorners = 64; // of a circle: off by 0.1 % of the radius

bool is_drawn(const IncidentTable& table, const LocationSupports& supports, RowId row) {
    return table.located(row) && supports.usable(row) && supports.uncertainty_m[row] > 0; // NaN: not stated
}

LineString circle(LonLat centre, double radius_m) {
    LineString ring;
    for (int i = 0; i < kCorners; ++i)
        ring.push_back(direct_geodesic(centre, 360.0 * i / kCorners, radius_m).place);
    ring.push_back(ring.front());
    return ring;
}

/// Rows with the same area, or the same place and radius, have the same support.
auto key_of(const IncidentTable& table, const LocationSupports& supports, RowId row) {
    const bool is_area = supports.area_of(row) != nullptr;
    return std::tuple(is_area ? supports.area[row] : LocationSupports::kDisc,
                      is_area ? 0 : table.lon_deg[row], is_area ? 0 : table.lat_deg[row],
                      is_area ? 0 : supports.uncertainty_m[row]);
}

} // namespace

std::vector<LineString> outline_of_support(const IncidentTable& table, const LocationSupports& supports,
                                           RowId row) {
    if (!is_drawn(table, supports, row)) return {};
    const SupportArea* area = supports.area_of(row);
    if (!area) return {circle(table.place(row), double{supports.uncertainty_m[row]})};
    std::vector<LineString> rings;
    for (const Polygon& polygon : area->polygons) {
        rings.push_back(polygon.exterior);
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return rings;
}

SupportOutlines outline_supports(const IncidentTable& table, const LocationSupports& supports,
                                 const Selection& rows) {
    std::vector<RowId> drawn;
    for (const RowId row : rows)
        if (is_drawn(table, supports, row)) drawn.push_back(row);
    const auto key = [&](RowId row) { return key_of(table, supports, row); };
    std::sort(drawn.begin(), drawn.end(),
              [&](RowId a, RowId b) { return std::pair(key(a), a) < std::pair(key(b), b); });
    struct Group {
        std::size_t n;
        RowId first;
    };
    std::vector<Group> groups;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (i == 0 || key(drawn[i]) != key(drawn[i - 1])) groups.push_back({0, drawn[i]});
        ++groups.back().n;
    }
    SupportOutlines outlines;
    outlines.n_different = groups.size();
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return std::pair(b.n, a.first) < std::pair(a.n, b.first);
    });
    groups.resize(std::min(groups.size(), kMostOutlines));
    outlines.n_shown = groups.size();
    auto geometry = std::make_shared<LineGeometry>();
    for (const Group& group : groups)
        for (const LineString& ring : outline_of_support(table, supports, group.first))
            geometry->paths.push_back(path_from(ring));
    outlines.geometry = std::move(geometry);
    return outlines;
}

} // namespace geo
