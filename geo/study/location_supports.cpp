#include <cmath>
#include <numbers>

#include "geo/crs/geodesic.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/study/stages.hpp"

namespace geo {

namespace {

/// The bundled provinces alone: the set has the parts of one of them too.
AreaSet whole_provinces(const AreaSet& provinces) {
    AreaSet whole;
    for (const std::string& id : kProvinceIds)
        if (const Area* area = provinces.find(id)) whole.areas.push_back(*area);
    return whole;
}

/// Rows of one kind of area become the polygon that holds their place.
void take_polygons(const IncidentTable& table, SupportKind kind, const AreaSet& polygons, unsigned threads,
                   Progress& progress, LocationSupports& supports) {
    std::vector<RowId> rows;
    for (RowId row = 0; row < table.size(); ++row)
        if (supports.kind[row] == kind && table.located(row)) rows.push_back(row);
    if (rows.empty()) return;
    IncidentTable vague; // only their places
    for (const RowId row : rows) {
        vague.lon_deg.push_back(table.lon_deg[row]);
        vague.lat_deg.push_back(table.lat_deg[row]);
    }
    const std::vector<std::int32_t> holder = areas_of_rows(vague, polygons, threads, progress);
    std::vector<std::int32_t> index(polygons.areas.size(),
                                    LocationSupports::kDisc); // only those in use are kept
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (holder[i] == PointInAreas::kNone) {
            ++supports.n_without_polygon;
            continue;
        }
        const auto at = static_cast<std::size_t>(holder[i]);
        if (index[at] == LocationSupports::kDisc) {
            index[at] = static_cast<std::int32_t>(supports.areas.size());
            const Area& area = polygons.areas[at];
            const double radius = std::sqrt(geodesic_area_m2(area.polygons) / std::numbers::pi);
            supports.areas.push_back({area.name.empty() ? area.id : area.name, area.source, area.polygons,
                                      static_cast<float>(radius)});
        }
        if (supports.area.empty()) supports.area.assign(table.size(), LocationSupports::kDisc);
        supports.area[rows[i]] = index[at];
        supports.uncertainty_m[rows[i]] = supports.areas[static_cast<std::size_t>(index[at])].radius_m;
    }
}

} // namespace

LocationSupports find_supports(const IncidentTable& table, const PrecisionSpec& spec,
                               const AreaSet& provinces, const AreaSet* districts, unsigned threads,
                               Progress& progress) {
    LocationSupports supports = supports_from_codes(table, spec);
    supports.codes = count_precision_codes(table, spec);
    take_polygons(table, SupportKind::admin1, whole_provinces(provinces), threads, progress, supports);
    take_polygons(table, SupportKind::admin2, districts ? *districts : AreaSet{}, threads, progress,
                  supports);
    return supports;
}

} // namespace geo
