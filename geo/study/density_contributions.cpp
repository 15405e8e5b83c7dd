#include "geo/study/density_contributions.hpp"

#include <algorithm>
#include <cmath>

#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr double kLongestEdgeDeg = 0.05; // straight in either plane to a few metres

/// The column that an incident's weight stands in; null: each counts one.
const std::vector<double>* weights_of(const IncidentTable& table, DensityWeight weight) {
    const std::vector<double>* column = nullptr;
    if (weight == DensityWeight::deaths_low) column = &table.deaths_low;
    if (weight == DensityWeight::deaths_best) column = &table.deaths_best;
    if (weight == DensityWeight::deaths_high) column = &table.deaths_high;
    if (column && column->empty())
        throw Error(ErrorKind::Argument, "the density cannot be weighted by " + std::string(name_of(weight)) +
                                             ": the file has no such column");
    return column;
}

/// As the outline is meant; the first place is repeated at the end.
LocalRing local_ring(const Ring& ring, const Transformer& transformer) {
    LocalRing local;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double dlon = ring[i + 1].lon_deg - ring[i].lon_deg,
                     dlat = ring[i + 1].lat_deg - ring[i].lat_deg;
        const auto n = static_cast<int>(
            std::max(1.0, std::ceil(std::max(std::abs(dlon), std::abs(dlat)) / kLongestEdgeDeg)));
        for (int k = 0; k < n; ++k)
            local.push_back(transformer.local_from_lonlat(
                {ring[i].lon_deg + dlon * k / n, ring[i].lat_deg + dlat * k / n}));
    }
    if (!local.empty()) local.push_back(local.front());
    return local;
}

void add_polygons(const MultiPolygon& polygons, const Transformer& transformer, LocalMultiPolygon& local) {
    for (const Polygon& polygon : polygons) {
        LocalPolygon& made = local.emplace_back();
        made.exterior = local_ring(polygon.exterior, transformer);
        for (const Ring& hole : polygon.holes) made.holes.push_back(local_ring(hole, transformer));
    }
}

} // namespace

SupportShape support_of(const LocationSupports& supports, RowId row) {
    SupportShape shape{double{supports.uncertainty_m[row]}};
    if (supports.area_of(row)) shape.area = static_cast<std::uint32_t>(supports.area[row]);
    return shape;
}

DensityContributions density_contributions(const IncidentTable& table, const LocationSupports& supports,
                                           const Selected& selected, const LocalPlaces& local,
                                           const DensitySpec& spec, const RowFlags* in_area) {
    const std::vector<double>* const weights = weights_of(table, spec.weight);
    const double vague_m = vague_limit(spec).value, point_m = spec.cell.value / 2;
    DensityContributions result;
    result.x_m.reserve(selected.beyond_area.size());
    result.y_m.reserve(selected.beyond_area.size());
    for (const RowId row : selected.beyond_area) {
        const auto uncertainty_m = double{supports.uncertainty_m[row]};
        if (std::isnan(local.x_m[row]) || !supports.usable(row)) {
            ++result.n_left_out;
            continue;
        }
        const double weight = weights ? (*weights)[row] : 1;
        if (std::isnan(weight)) {
            ++result.n_without_weight;
            continue;
        }
        if (spec.vague == VaguePlaces::exclude &&
            uncertainty_m > vague_m) { // not stated is not known to be vague
            ++result.n_vague;
            continue;
        }
        const bool spread = spec.vague == VaguePlaces::spread;
        const bool is_point = !spread || !(uncertainty_m > point_m);
        if (in_area && is_point && !in_area->passes[row]) { // of a spread one the part inside counts
            ++result.n_outside;
            continue;
        }
        result.n_not_stated += std::isnan(uncertainty_m);
        if (uncertainty_m > vague_m) result.vague_weight += weight;
        result.x_m.push_back(local.x_m[row]);
        result.y_m.push_back(local.y_m[row]);
        if (spread) result.support.push_back(support_of(supports, row));
        if (weights) result.weight.push_back(weight);
    }
    return result;
}

std::vector<LocalMultiPolygon> local_supports(const LocationSupports& supports, const AnalysisCrs& crs) {
    std::vector<LocalMultiPolygon> local;
    if (supports.areas.empty()) return local;
    const Transformer transformer(crs);
    for (const SupportArea& area : supports.areas)
        add_polygons(area.polygons, transformer, local.emplace_back());
    return local;
}

LocalMultiPolygon local_polygons(const AreaSet& areas, const AnalysisCrs& crs) {
    const Transformer transformer(crs);
    LocalMultiPolygon local;
    for (const Area& area : areas.areas) add_polygons(area.polygons, transformer, local);
    return local;
}

} // namespace geo
