#include "geo/study/hot_spots.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "geo/analysis/false_discovery.hpp"
#include "geo/layer/map_paths.hpp"
#include "geo/study/hot_regions.hpp"

namespace geo {

namespace {

HotClass class_of(double z, double q) {
    if (std::isnan(z) || !(q <= 0.10)) return HotClass::none;
    const bool hot = z > 0;
    if (q <= 0.01) return hot ? HotClass::hot99 : HotClass::cold99;
    if (q <= 0.05) return hot ? HotClass::hot95 : HotClass::cold95;
    return hot ? HotClass::hot90 : HotClass::cold90;
}

/// Incidents to be expected in each neighbourhood if the rates were alike, by slot: all of them by its share
/// of the units' sizes.
std::vector<double> expected_by_size(const UnitCounts& counts) {
    double size = 0;
    for (std::size_t slot = 0; slot < counts.sizes.size(); ++slot)
        if (counts.included[slot] != 0) size += counts.sizes[slot];
    std::vector<double> expected = counts.units->gi_star_of(counts.sizes, counts.included).in_sight;
    for (double& n : expected) n *= size > 0 ? static_cast<double>(counts.n_incidents) / size : 0;
    return expected;
}

/// Sums of incidents, which Gi* has already where they are what is compared.
struct Neighbourhoods {
    std::vector<double> incidents, expected; ///< by slot
};
Neighbourhoods neighbourhoods_of(const UnitCounts& counts, const GiStar& gi) {
    if (counts.values == counts.incidents) return {gi.in_sight, gi.expected};
    const GiStar of_incidents = counts.units->gi_star_of(counts.incidents, counts.included);
    return {of_incidents.in_sight, counts.sizes.empty() ? of_incidents.expected : expected_by_size(counts)};
}

HotUnit unit_at(std::size_t slot, const UnitCounts& counts, const GiStar& gi, const Neighbourhoods& around) {
    HotUnit unit;
    unit.count = static_cast<std::uint32_t>(std::lround(counts.incidents[slot]));
    unit.n_vague = counts.vague[slot];
    unit.value = counts.values[slot];
    unit.n_neighbours = gi.n_neighbours[slot];
    unit.in_sight = static_cast<std::uint32_t>(std::lround(around.incidents[slot]));
    unit.expected = around.expected[slot];
    unit.z = gi.z[slot];
    unit.p = two_sided_p(unit.z);
    unit.weak = unit.is_known() && unit.expected < 1;
    return unit;
}

void add_units(const UnitCounts& counts, const GiStar& gi, HotSpots& result) {
    const Neighbourhoods around = neighbourhoods_of(counts, gi);
    std::vector<double> p;
    for (std::size_t i = 0; i < counts.units->size(); ++i) {
        result.found.push_back(unit_at(counts.units->slot(i), counts, gi, around));
        p.push_back(result.found.back().p);
    }
    const std::vector<double> q = benjamini_hochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i) {
        HotUnit& unit = result.found[i];
        unit.q = q[i];
        unit.hot_class = class_of(unit.z, unit.q);
        result.n_clipped += counts.units->clipped(i);
        result.n_unknown += !unit.is_known();
        if (!unit.is_known()) continue;
        ++result.n_by_class[static_cast<std::size_t>(unit.hot_class)];
        result.n_weak += unit.weak;
        result.n_alone += unit.n_neighbours == 1;
    }
}

/// The classes that are drawn; of districts also which are not known, and the lines between them.
void make_geometry(HotSpots& spots) {
    const auto geometry_of = [&](auto&& wanted) {
        std::vector<std::uint32_t> units;
        for (std::uint32_t i = 0; i < spots.found.size(); ++i)
            if (wanted(spots.found[i])) units.push_back(i);
        if (units.empty()) return std::shared_ptr<AreaGeometry>();
        auto geometry = std::make_shared<AreaGeometry>();
        for (const MultiPolygon& outline : spots.units->outlines(units)) add_areas(*geometry, outline);
        return geometry;
    };
    for (std::size_t c = 1; c < kHotClasses; ++c)
        spots.geometry[c] =
            geometry_of([c](const HotUnit& unit) { return unit.hot_class == static_cast<HotClass>(c); });
    spots.unknown = geometry_of([](const HotUnit& unit) { return !unit.is_known(); });
    if (spots.units->layout()) return;
    auto lines = std::make_shared<LineGeometry>();
    for (const MultiPolygon& outline : spots.units->outlines(all_of(*spots.units)))
        add_outlines(*lines, outline);
    spots.outlines = std::move(lines);
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

HotSpots find_hot_spots(const UnitCounts& counts, const std::vector<ReferencePlace>& places) {
    HotSpots result;
    result.units = counts.units;
    result.n_incidents = counts.n_incidents;
    result.n_left_out = counts.n_left_out;
    result.n_vague = counts.n_vague;
    result.n_in_none = counts.n_in_none;
    const GiStar gi = counts.units->gi_star_of(counts.values, counts.included);
    result.mean = gi.mean;
    result.deviation = gi.deviation;
    add_units(counts, gi, result);
    find_regions(result, places);
    make_geometry(result);
    return result;
}

std::string why_undefined(const HotSpots& spots) {
    if (std::any_of(spots.found.begin(), spots.found.end(),
                    [](const HotUnit& unit) { return !std::isnan(unit.z); }))
        return "";
    const std::string noun(spots.units->noun());
    if (spots.found.empty()) return fmt::format("there is no {} to compare", noun);
    if (spots.n_compared() == 0) return fmt::format("the value of no {} is known", noun);
    if (spots.n_compared() == 1)
        return fmt::format("there is only one {}, and nothing to compare it with", noun);
    if (spots.n_incidents == 0) return fmt::format("there are no incidents in the {}s", noun);
    if (!(spots.deviation > 0)) return fmt::format("all {}s have the same value", noun);
    return fmt::format("every {0} is a neighbour of all others: no {0} is left to compare with", noun);
}

} // namespace geo
