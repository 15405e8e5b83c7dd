#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/border/reference.hpp"
#include "geo/layer/scene.hpp"
#include "geo/study/area_units.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/unit_counts.hpp"

namespace geo {

/// What Gi* says of a unit after the false discovery rate is held at 1, 5 or 10 %.
enum class HotClass : std::uint8_t { none, hot90, hot95, hot99, cold90, cold95, cold99 };
inline constexpr std::size_t kHotClasses = 7;
/// "hot, 99 %", "not significant", ... and the word in files: "hot_99", "none".
const char* in_words(HotClass hot_class);
const char* name_of(HotClass hot_class);
inline bool is_hot(HotClass c) { return c >= HotClass::hot90 && c <= HotClass::hot99; }
inline bool is_cold(HotClass c) { return c >= HotClass::cold90; }

/// A cell of the area, or a district.
struct HotUnit {
    std::uint32_t count = 0; ///< incidents in it
    std::uint32_t n_vague =
        0;            ///< of these, of a place known only to more than half the cell's side, or the district
    double value = 0; ///< what is compared: the count, or a district's measure; NaN: not known, left out
    std::uint32_t in_sight = 0;     ///< incidents in its neighbourhood, itself included
    std::uint32_t n_neighbours = 0; ///< units of its neighbourhood, itself included
    double expected = 0;            ///< incidents there, if all cells (rates) were alike
    double z = 0, p = 1, q = 1;     ///< Gi*, two-sided p, Benjamini and Hochberg; NaN: not defined
    HotClass hot_class = HotClass::none;
    bool weak = false; ///< fewer than one incident expected in the neighbourhood
    bool is_known() const { return value == value; }
};

/// Hot units that touch one another.
struct HotRegion {
    std::size_t peak = 0; ///< the unit with the highest z
    std::uint32_t n_units = 0;
    std::uint32_t count = 0; ///< incidents in its units
    LonLatBox box;
    LonLat place;     ///< centre of the peak
    std::string near; ///< "near Peshawar", "31 km W of Quetta"; of districts "Kurram, Hangu and 7 more"
};

struct HotSpots {
    std::shared_ptr<const AreaUnits> units; ///< what is compared
    std::vector<HotUnit> found;             ///< by unit
    std::vector<HotRegion> regions;         ///< hot ones, the highest z first
    std::uint64_t n_incidents = 0;          ///< counted in units that are compared
    std::uint64_t n_left_out =
        0; ///< pass, but lie outside, have no place, are of no use, or where no value is known
    std::uint64_t n_vague = 0;   ///< of n_incidents
    std::uint64_t n_in_none = 0; ///< beside n_left_out: too vague for any one district
    std::array<std::uint32_t, kHotClasses> n_by_class{};
    std::uint32_t n_weak = 0, n_clipped = 0;
    std::uint32_t n_unknown = 0;    ///< units whose value is not known: they are not compared
    std::uint32_t n_alone = 0;      ///< compared units without another in their neighbourhood
    double mean = 0, deviation = 0; ///< of the values of all units compared
    std::array<std::shared_ptr<const AreaGeometry>, kHotClasses> geometry; ///< for the map; none: null
    std::shared_ptr<const AreaGeometry> unknown;                           ///< null: none
    std::shared_ptr<const LineGeometry> outlines;                          ///< of districts; of cells null

    std::size_t n_compared() const { return found.size() - n_unknown; }
};

/// Gi* of the values over the units, empty ones included. No incident, or all values alike: every z is NaN
/// and every class none. Random in nothing.
HotSpots find_hot_spots(const UnitCounts& counts, const std::vector<ReferencePlace>& places);

/// Why Gi* is not defined for any unit: "there are no incidents in them", "all districts have the same value"
/// ...; empty when it is.
std::string why_undefined(const HotSpots& spots);

} // namespace geo
