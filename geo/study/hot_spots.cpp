#include "geo/study/hot_spots.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/analysis/false_discovery.hpp"
#include "geo/analysis/gi_star.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/geometry/cell_cover.hpp"
#include "geo/study/hot_regions.hpp"
#include "geo/study/stages.hpp"

namespace geo {

namespace {

MultiPolygon polygons_of(const AreaSet& area) {
    MultiPolygon all;
    for (const Area& part : area.areas) all.insert(all.end(), part.polygons.begin(), part.polygons.end());
    return all;
}

Ring ring_of(const CellLayout& layout, std::size_t cell, const Transformer& transformer) {
    Ring ring;
    const auto column = static_cast<std::uint32_t>(cell % layout.n_columns);
    for (const Local corner : layout.corners(column, static_cast<std::uint32_t>(cell / layout.n_columns)))
        ring.push_back(transformer.lonlat_from_local(corner));
    ring.push_back(ring.front());
    return ring;
}

HotClass class_of(double z, double q) {
    if (std::isnan(z) || !(q <= 0.10)) return HotClass::none;
    const bool hot = z > 0;
    if (q <= 0.01) return hot ? HotClass::hot99 : HotClass::cold99;
    if (q <= 0.05) return hot ? HotClass::hot95 : HotClass::cold95;
    return hot ? HotClass::hot90 : HotClass::cold90;
}

/// Incidents of each cell, and how many of them are vaguer than it.
struct Counts {
    std::vector<double> n;
    std::vector<std::uint32_t> n_vague;
};

Counts count_cells(const LocationSupports& supports, const Selected& selected, const LocalPlaces& local,
                   const RowFlags& in_area, const CellCover& cover, HotSpots& result) {
    Counts counts{std::vector<double>(cover.layout.size()), std::vector<std::uint32_t>(cover.layout.size())};
    for (const RowId row : selected.rows) {
        const auto cell = counting_cell(supports, local, in_area, cover, row);
        if (!cell) {
            ++result.n_left_out;
            continue;
        }
        ++result.n_incidents;
        ++counts.n[*cell];
        if (!(double{supports.uncertainty_m[row]} > cover.layout.cell_m / 2)) continue; // NaN: not stated
        ++counts.n_vague[*cell];
        ++result.n_vague;
    }
    return counts;
}

void add_cells(const GiStar& gi, const Counts& counts, const CellCover& cover, HotSpots& result) {
    std::vector<double> p;
    for (std::size_t cell = 0; cell < cover.layout.size(); ++cell) {
        if (cover.cover[cell] == static_cast<std::uint8_t>(Cover::none)) continue;
        HotCell hot;
        hot.column = static_cast<std::uint32_t>(cell % cover.layout.n_columns);
        hot.row = static_cast<std::uint32_t>(cell / cover.layout.n_columns);
        hot.count = static_cast<std::uint32_t>(counts.n[cell]);
        hot.n_vague = counts.n_vague[cell];
        hot.in_sight = static_cast<std::uint32_t>(gi.in_sight[cell]);
        hot.expected = gi.expected[cell];
        hot.z = gi.z[cell];
        hot.p = two_sided_p(hot.z);
        hot.weak = gi.expected[cell] < 1;
        hot.clipped = cover.cover[cell] == static_cast<std::uint8_t>(Cover::part);
        p.push_back(hot.p);
        result.cells.push_back(hot);
    }
    const std::vector<double> q = benjamini_hochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i) {
        HotCell& cell = result.cells[i];
        cell.q = q[i];
        cell.hot_class = class_of(cell.z, cell.q);
        ++result.n_by_class[static_cast<std::size_t>(cell.hot_class)];
        result.n_weak += cell.weak;
        result.n_clipped += cell.clipped;
    }
}

void make_geometry(HotSpots& spots, const Transformer& transformer) {
    std::array<std::shared_ptr<AreaGeometry>, kHotClasses> geometry;
    for (const HotCell& cell : spots.cells) {
        if (cell.hot_class == HotClass::none) continue;
        auto& areas = geometry[static_cast<std::size_t>(cell.hot_class)];
        if (!areas) areas = std::make_shared<AreaGeometry>();
        areas->polygons.push_back({path_of_cell(spots.layout, cell.column, cell.row, transformer)});
    }
    for (std::size_t i = 0; i < kHotClasses; ++i) spots.geometry[i] = std::move(geometry[i]);
}

} // namespace

const char* in_words(HotClass hot_class) {
    constexpr std::array<const char*, kHotClasses> kWords{
        "not significant", "hot, 90 %", "hot, 95 %", "hot, 99 %", "cold, 90 %", "cold, 95 %", "cold, 99 %"};
    return kWords[static_cast<std::size_t>(hot_class)];
}

const char* name_of(HotClass hot_class) {
    constexpr std::array<const char*, kHotClasses> kNames{"none",    "hot_90",  "hot_95", "hot_99",
                                                          "cold_90", "cold_95", "cold_99"};
    return kNames[static_cast<std::size_t>(hot_class)];
}

CellCover cover_area(const HotSpotSpec& spec, const AreaSet& area, const AnalysisCrs& crs) {
    const Transformer transformer(crs);
    const MultiPolygon polygons = polygons_of(area);
    const LocalBox box = local_box_of(area, transformer);
    CellCover cover;
    cover.crs = crs.definition;
    cover.layout = cells_over(spec.shape, spec.cell.value, box.low, box.high);
    std::vector<Ring> rings;
    for (std::size_t cell = 0; cell < cover.layout.size(); ++cell)
        rings.push_back(ring_of(cover.layout, cell, transformer));
    for (const Cover how : covers_of(polygons, rings)) cover.cover.push_back(static_cast<std::uint8_t>(how));
    return cover;
}

std::optional<std::size_t> counting_cell(const LocationSupports& supports, const LocalPlaces& local,
                                         const RowFlags& in_area, const CellCover& cover, RowId row) {
    const bool usable = !std::isnan(local.x_m[row]) && supports.usable(row);
    const bool inside = usable && (in_area.passes.empty() || in_area.passes[row] != 0);
    const auto cell = inside ? cover.layout.cell_of({local.x_m[row], local.y_m[row]}) : std::nullopt;
    if (!cell || cover.cover[*cell] == static_cast<std::uint8_t>(Cover::none)) return std::nullopt;
    return cell;
}

std::vector<std::uint8_t> cells_of_area(const CellCover& cover) {
    std::vector<std::uint8_t> included(cover.cover.size());
    std::transform(cover.cover.begin(), cover.cover.end(), included.begin(),
                   [](std::uint8_t how) { return how != static_cast<std::uint8_t>(Cover::none); });
    return included;
}

MercatorPath path_of_cell(const CellLayout& layout, std::uint32_t column, std::uint32_t row,
                          const Transformer& transformer) {
    MercatorPath path;
    for (const Local corner : layout.corners(column, row))
        path.push_back(mercator_from_lonlat(transformer.lonlat_from_local(corner)));
    path.push_back(path.front());
    return path;
}

HotSpots find_hot_spots(const LocationSupports& supports, const Selected& selected, const LocalPlaces& local,
                        const RowFlags& in_area, const CellCover& cover, const HotSpotSpec& spec,
                        const std::vector<ReferencePlace>& places) {
    HotSpots result;
    result.layout = cover.layout;
    result.crs = cover.crs;
    const Counts counts = count_cells(supports, selected, local, in_area, cover, result);
    const GiStar gi = gi_star(cover.layout, counts.n, cells_of_area(cover), spec.radius.value);
    result.mean = gi.mean;
    result.deviation = gi.deviation;
    add_cells(gi, counts, cover, result);
    const Transformer transformer({cover.crs, "", true});
    find_regions(result, transformer, places);
    make_geometry(result, transformer);
    return result;
}

} // namespace geo
