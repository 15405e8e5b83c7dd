#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>

#include "geo/analysis/morton_order.hpp"
#include "geo/border/border_side.hpp"
#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/densify.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/stages.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace geo {

namespace {

constexpr std::uint8_t kNoSide = std::numeric_limits<std::uint8_t>::max(); ///< of a row without a place

constexpr std::size_t kRowsPerBlock = 1 << 14;

/// The nearest of the neighbours so far, and this one.
void take_nearer(Proximity& nearest, std::uint8_t neighbour, std::size_t row, const BorderDistance& candidate,
                 const BorderChain& chain) {
    if (!(candidate.distance_m < nearest.distance_m[row]) && !std::isnan(nearest.distance_m[row])) return;
    if (std::isnan(candidate.distance_m)) return;
    nearest.distance_m[row] = candidate.distance_m;
    nearest.neighbour[row] = neighbour;
    nearest.azimuth_deg[row] = candidate.azimuth_deg;
    nearest.foot[row] = candidate.foot;
    nearest.along_m[row] = chain.along_m(candidate.part, candidate.edge, candidate.foot);
}

Proximity empty_proximity(std::size_t n) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    Proximity proximity;
    proximity.distance_m.assign(n, nan);
    proximity.neighbour.assign(n, std::numeric_limits<std::uint8_t>::max());
    proximity.azimuth_deg.assign(n, nan);
    proximity.foot.assign(n, {nan, nan});
    proximity.along_m.assign(n, nan);
    proximity.side.assign(n, kNoSide);
    proximity.side_as_given = proximity.side;
    return proximity;
}

void find_sides(Proximity& proximity, const IncidentTable& table, const std::vector<float>& uncertainty_m,
                const BorderSides& sides, unsigned threads, Progress& progress) {
    const std::vector<BorderSide> given = sides.as_given(table.lon_deg, table.lat_deg, threads, progress);
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (!table.located(static_cast<RowId>(i))) continue;
        const BorderSide side = sides.settled(given[i], proximity.distance_m[i], double{uncertainty_m[i]});
        proximity.side[i] = static_cast<std::uint8_t>(side);
        proximity.side_as_given[i] = static_cast<std::uint8_t>(given[i]);
    }
}

} // namespace

PointInAreas finder_of(const AreaSet& areas) {
    std::vector<MultiPolygon> polygons;
    for (const Area& area : areas.areas)
        polygons.push_back(densify(area.polygons, kilometres(1), wgs84_geodesics()));
    return PointInAreas(polygons);
}

PointInAreas province_finder_of(const AreaSet& provinces) {
    AreaSet two;
    for (const std::string& id : kProvinceIds)
        if (const Area* area = provinces.find(id)) two.areas.push_back(*area);
    return finder_of(two);
}

std::vector<std::int32_t> areas_of_rows(const IncidentTable& table, const AreaSet& areas, unsigned threads,
                                        Progress& progress) {
    return finder_of(areas).areas_of(table.lon_deg, table.lat_deg, threads, progress);
}

double Proximity::signed_distance_m(RowId row) const {
    if (side[row] == static_cast<std::uint8_t>(BorderSide::inside)) return distance_m[row];
    if (side[row] == static_cast<std::uint8_t>(BorderSide::outside)) return -distance_m[row];
    return std::numeric_limits<double>::quiet_NaN();
}

Proximity compute_proximity(const IncidentTable& table, const std::vector<float>& uncertainty_m,
                            const PreparedBorder& border, unsigned threads, Progress& progress) {
    Proximity proximity = empty_proximity(table.size());
    const std::vector<std::uint32_t> near_in_space = morton_order(table.lon_deg, table.lat_deg);
    for (std::size_t i = 0; i < border.lines.size(); ++i) {
        const PreparedBorder::Line& line = border.lines[i];
        const auto distances =
            border_distances(line.index, table.lon_deg, table.lat_deg, near_in_space, threads, progress);
        Proximity::Neighbour& neighbour = proximity.neighbours.emplace_back();
        neighbour.iso_a3 = line.neighbour;
        neighbour.chain = line.chain;
        neighbour.distance_m.resize(distances.size());
        parallel_for(distances.size(), kRowsPerBlock, threads, [&](std::size_t first, std::size_t last) {
            for (std::size_t row = first; row < last; ++row) {
                take_nearer(proximity, static_cast<std::uint8_t>(i), row, distances[row], *neighbour.chain);
                neighbour.distance_m[row] = distances[row].distance_m;
            }
        });
    }
    find_sides(proximity, table, uncertainty_m, border.sides, threads, progress);
    return proximity;
}

RowFlags rows_inside(const IncidentTable& table, const PointInAreas& areas, unsigned threads,
                     Progress& progress) {
    RowFlags flags;
    flags.passes.reserve(table.size());
    for (std::int32_t area : areas.areas_of(table.lon_deg, table.lat_deg, threads, progress))
        flags.passes.push_back(area != PointInAreas::kNone ? 1 : 0);
    return flags;
}

RowFlags rows_inside_polygon(const IncidentTable& table, const std::vector<LonLat>& polygon, unsigned threads,
                             Progress& progress) {
    const std::vector<MultiPolygon> area{{Polygon{ring_of(polygon), {}}}};
    RowFlags flags;
    flags.passes.reserve(table.size());
    for (std::int32_t found : PointInAreas(area).areas_of(table.lon_deg, table.lat_deg, threads, progress))
        flags.passes.push_back(found != PointInAreas::kNone ? 1 : 0);
    return flags;
}

AreaOfRow provinces_of_rows(const IncidentTable& table, const PointInAreas& provinces, unsigned threads,
                            Progress& progress) {
    AreaOfRow result;
    result.area.reserve(table.size());
    for (std::int32_t area : provinces.areas_of(table.lon_deg, table.lat_deg, threads, progress))
        result.area.push_back(area == PointInAreas::kNone ? kNoArea : static_cast<std::uint8_t>(area));
    return result;
}

bool is_area_word(const std::string& area) {
    constexpr std::array kWords{"", "study", "kp", "kp-without-fata", "fata", "balochistan"};
    return std::find(kWords.begin(), kWords.end(), area) != kWords.end();
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
        throw Error(ErrorKind::Argument,
                    "there is no area '" + area +
                        "': kp, kp-without-fata, fata, balochistan, study, or a file with polygons");
    return load_area_file(area);
}

} // namespace geo
