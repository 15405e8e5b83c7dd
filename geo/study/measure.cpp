#include <cmath>
#include <filesystem>
#include <limits>

#include "geo/analysis/border_index.hpp"
#include "geo/border/border_side.hpp"
#include "geo/border/densify.hpp"
#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/area_index.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/stages.hpp"

namespace geo {

namespace {

constexpr std::size_t kGrain = 4096;

/// The nearest of the neighbours so far, and this one.
void take_nearer(Proximity& nearest, std::uint8_t neighbour, const std::vector<BorderDistance>& distances) {
    for (std::size_t row = 0; row < distances.size(); ++row) {
        const BorderDistance& candidate = distances[row];
        if (!(candidate.distance_m < nearest.distance_m[row]) && !std::isnan(nearest.distance_m[row])) continue;
        if (std::isnan(candidate.distance_m)) continue;
        nearest.distance_m[row] = candidate.distance_m;
        nearest.neighbour[row] = neighbour;
        nearest.azimuth_deg[row] = candidate.azimuth_deg;
        nearest.foot[row] = candidate.foot;
    }
}

Proximity empty_proximity(std::size_t n) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    Proximity proximity;
    proximity.distance_m.assign(n, nan);
    proximity.neighbour.assign(n, std::numeric_limits<std::uint8_t>::max());
    proximity.azimuth_deg.assign(n, nan);
    proximity.foot.assign(n, {nan, nan});
    proximity.side.assign(n, static_cast<std::uint8_t>(BorderSide::undetermined));
    return proximity;
}

void find_sides(Proximity& proximity, const IncidentTable& table, const BorderSet& border, unsigned threads) {
    const BorderSides sides(border);
    parallel_for(table.size(), kGrain, threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const auto row = static_cast<RowId>(i);
            if (!table.located(row)) {
                proximity.side[i] = std::numeric_limits<std::uint8_t>::max(); // no place, no side
                continue;
            }
            const double accuracy_m = border.lines[proximity.neighbour[i]].accuracy_m;
            proximity.side[i] = static_cast<std::uint8_t>(sides.side(
                table.place(row), proximity.distance_m[i], accuracy_m, double{table.uncertainty_m[i]}));
        }
    });
}

} // namespace

Proximity compute_proximity(const IncidentTable& table, const BorderSet& border, unsigned threads,
                            Progress& progress) {
    Proximity proximity = empty_proximity(table.size());
    for (std::size_t i = 0; i < border.lines.size(); ++i) {
        const BorderLine& line = border.lines[i];
        const BorderIndex index(line.parts, wgs84_geodesics());
        const auto distances = border_distances(index, table.lon_deg, table.lat_deg, threads, progress);
        take_nearer(proximity, static_cast<std::uint8_t>(i), distances);
        Proximity::Neighbour& neighbour = proximity.neighbours.emplace_back();
        neighbour.iso_a3 = line.neighbour;
        neighbour.distance_m.reserve(distances.size());
        for (const BorderDistance& distance : distances) neighbour.distance_m.push_back(distance.distance_m);
    }
    find_sides(proximity, table, border, threads);
    return proximity;
}

RowFlags rows_inside(const IncidentTable& table, const AreaSet& areas, unsigned threads) {
    std::vector<AreaIndex> indexes;
    for (const Area& area : areas.areas) indexes.emplace_back(densified(area.polygons));
    RowFlags flags;
    flags.passes.assign(table.size(), 0);
    parallel_for(table.size(), kGrain, threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const LonLat place = table.place(static_cast<RowId>(i));
            for (const AreaIndex& index : indexes)
                if (index.contains(place)) flags.passes[i] = 1;
        }
    });
    return flags;
}

AreaOfRow provinces_of_rows(const IncidentTable& table, const AreaSet& provinces, unsigned threads) {
    AreaOfRow result;
    result.area.assign(table.size(), kNoArea);
    for (std::size_t i = 0; i < kProvinceIds.size(); ++i) {
        const Area* area = provinces.find(kProvinceIds[i]);
        if (area == nullptr) continue;
        const RowFlags inside = rows_inside(table, {{*area}}, threads);
        for (std::size_t row = 0; row < table.size(); ++row)
            if (inside.passes[row] && result.area[row] == kNoArea) result.area[row] = static_cast<std::uint8_t>(i);
    }
    return result;
}

AreaSet area_named(const std::string& area, const AreaSet& provinces) {
    const auto pick = [&](std::initializer_list<const char*> ids) {
        AreaSet chosen;
        for (const char* id : ids)
            if (const Area* found = provinces.find(id)) chosen.areas.push_back(*found);
        return chosen;
    };
    if (area.empty() || area == "study") return pick({"khyber_pakhtunkhwa", "balochistan"});
    if (area == "kp") return pick({"khyber_pakhtunkhwa"});
    if (area == "kp-without-fata") return pick({"kp_without_fata"});
    if (area == "fata") return pick({"fata"});
    if (area == "balochistan") return pick({"balochistan"});
    if (!std::filesystem::exists(area))
        throw Error(ErrorKind::Argument, "there is no area '" + area +
                                             "': kp, kp-without-fata, fata, balochistan, study, or a file with polygons");
    return load_area_file(area);
}

} // namespace geo
