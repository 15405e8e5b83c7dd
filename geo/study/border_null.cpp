#include "geo/study/border_null.hpp"

#include <algorithm>
#include <cmath>

#include "geo/analysis/border_index.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/study/stages.hpp"

namespace geo {

namespace {

constexpr double kWidestSpacing_m = 2000;
constexpr double kWantedPlaces = 50'000; // or more: a share of 5 % is then known to 0.1 %
constexpr double kCurveStep_m = 2000, kCurveEnd_m = 250'000;

double area_m2(const AreaSet& areas) {
    double sum = 0;
    for (const Area& area : areas.areas) sum += geodesic_area_m2(area.polygons);
    return sum;
}

/// Places of the null with what they stand for; a table of places alone, so that the stages can measure them.
struct NullGrid {
    IncidentTable places;
    NullPlaces weights;
};

NullGrid spread_over(const AreaSet& area, double spacing_m, unsigned threads, Progress& progress) {
    const AnalysisCrs crs = crs_for(area);
    const Transformer transformer(crs);
    const LocalBox box = local_box_of(area, transformer);
    std::vector<double> x, y;
    for (double north = box.low.y_m + spacing_m / 2; north < box.high.y_m; north += spacing_m)
        for (double east = box.low.x_m + spacing_m / 2; east < box.high.x_m; east += spacing_m) {
            x.push_back(east);
            y.push_back(north);
        }
    IncidentTable all;
    all.lon_deg.resize(x.size());
    all.lat_deg.resize(x.size());
    transformer.lonlat_from_local(x, y, all.lon_deg, all.lat_deg);
    const std::vector<std::int32_t> holder = areas_of_rows(all, area, threads, progress);
    NullGrid grid;
    for (std::size_t i = 0; i < holder.size(); ++i) {
        if (holder[i] == PointInAreas::kNone) continue;
        grid.places.lon_deg.push_back(all.lon_deg[i]);
        grid.places.lat_deg.push_back(all.lat_deg[i]);
    }
    return grid;
}

std::vector<double> distances_of(const IncidentTable& places, const BorderSet& border, unsigned threads,
                                 Progress& progress) {
    std::vector<double> nearest(places.size(), INFINITY);
    for (const BorderLine& line : border.lines) {
        const BorderIndex index(line.parts, wgs84_geodesics());
        const auto found = border_distances(index, places.lon_deg, places.lat_deg, threads, progress);
        for (std::size_t i = 0; i < found.size(); ++i) nearest[i] = std::min(nearest[i], found[i].distance_m);
    }
    return nearest;
}

/// Residents per unit of area of the district that holds each place; 0 where none is known.
std::vector<double> crowding(const IncidentTable& places, const Districts& districts, unsigned threads,
                             Progress& progress) {
    std::vector<double> per_m2;
    for (std::size_t i = 0; i < districts.areas.areas.size(); ++i) {
        const double area = geodesic_area_m2(districts.areas.areas[i].polygons);
        per_m2.push_back(area > 0 && districts.population[i] > 0 ? districts.population[i] / area : 0);
    }
    std::vector<double> density;
    for (const std::int32_t holder : areas_of_rows(places, districts.areas, threads, progress))
        density.push_back(holder == PointInAreas::kNone ? 0 : per_m2[static_cast<std::size_t>(holder)]);
    return density;
}

/// Districts with residents that have a part in the area.
std::uint64_t n_inhabited(const IncidentTable& places, const Districts& districts, unsigned threads,
                          Progress& progress) {
    std::vector<bool> seen(districts.population.size());
    for (const std::int32_t holder : areas_of_rows(places, districts.areas, threads, progress))
        if (holder != PointInAreas::kNone) seen[static_cast<std::size_t>(holder)] = true;
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) n += seen[i] && districts.population[i] > 0;
    return n;
}

/// Incidents by place, those that the null could have put there.
struct Stacks {
    std::vector<double> distance_m;
    std::vector<std::uint32_t> n;
};

Stacks stack(const IncidentTable& table, std::vector<RowId> rows, const std::vector<double>& distance_m) {
    const auto key = [&](RowId row) { return std::pair(table.lon_deg[row], table.lat_deg[row]); };
    std::sort(rows.begin(), rows.end(),
              [&](RowId a, RowId b) { return std::pair(key(a), a) < std::pair(key(b), b); });
    Stacks stacks;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || key(rows[i]) != key(rows[i - 1])) {
            stacks.distance_m.push_back(distance_m[rows[i]]);
            stacks.n.push_back(0);
        }
        ++stacks.n.back();
    }
    return stacks;
}

} // namespace

BorderNull compare_with_null(const IncidentTable& table, const LocationSupports& supports,
                             const Selection& rows, const RowFlags& in_area,
                             const std::vector<double>& distance_m, const BorderSet& border,
                             const AreaSet& area, const Districts* districts, const ProximitySpec& spec,
                             unsigned threads, Progress& progress) {
    const bool by_population = spec.null->model == NullModel::population;
    if (by_population && (!districts || !districts->has_population()))
        throw Error(ErrorKind::Argument,
                    "comparing with the population needs districts with one: --districts FILE and "
                    "--population FILE, or a field 'population' of the polygons");
    BorderNull result;
    result.spacing_m = std::min(kWidestSpacing_m, std::sqrt(area_m2(area) / kWantedPlaces));
    NullGrid grid = spread_over(area, result.spacing_m, threads, progress);
    grid.weights.distance_m = distances_of(grid.places, border, threads, progress);
    grid.weights.weight.assign(grid.places.size(), 1);
    std::vector<double> crowding_of_row;
    if (by_population) {
        grid.weights.weight = crowding(grid.places, *districts, threads, progress);
        for (double& weight : grid.weights.weight) weight *= result.spacing_m * result.spacing_m;
        for (const double weight : grid.weights.weight) result.residents += weight;
        crowding_of_row = crowding(table, *districts, threads, progress);
        result.n_districts = n_inhabited(grid.places, *districts, threads, progress);
    }
    std::vector<RowId> counted;
    for (const RowId row : rows) {
        const bool inside =
            table.located(row) && supports.usable(row) && (in_area.passes.empty() || in_area.passes[row]);
        if (inside && (!by_population || crowding_of_row[row] > 0))
            counted.push_back(row);
        else
            ++result.n_left_out;
    }
    result.n_null_places = grid.places.size();
    const Stacks stacks = stack(table, std::move(counted), distance_m);
    for (double d = kCurveStep_m; d <= kCurveEnd_m; d += kCurveStep_m) result.curve_m.push_back(d);
    const DistanceNullParams params{spec.band_edges_m, result.curve_m, spec.null->runs, spec.null->seed,
                                    threads};
    result.found = distance_against_null(stacks.distance_m, stacks.n, grid.weights, params, progress);
    return result;
}

std::string null_in_words(const NullSpec& spec) {
    return spec.model == NullModel::uniform
               ? "Incidents, by whole places, against places spread evenly over the area"
               : "Incidents, by whole places, against places spread over the area as its residents are";
}

} // namespace geo
