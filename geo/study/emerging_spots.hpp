#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/analysis/emerging_class.hpp"
#include "geo/analysis/mann_kendall.hpp"
#include "geo/core/calendar.hpp"
#include "geo/layer/scene.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// A step is hot or cold when its q is at most this.
constexpr double kEmergingLevel = 0.05;
/// Most cells × steps: some 2 GB while they are computed.
constexpr std::size_t kMostCellSteps = 30'000'000;

/// A cell of the area, or a district, over all steps.
struct EmergingUnit {
    EmergingClass emerging = EmergingClass::none;
    std::uint32_t count = 0;             ///< incidents in it, all steps together
    std::uint32_t n_hot = 0, n_cold = 0; ///< steps
    double z_last = 0;                   ///< Gi* of the last step; NaN: not defined
    MannKendall trend;                   ///< of the z's
};

/// Units of one class that touch one another.
struct EmergingRegion {
    EmergingClass emerging = EmergingClass::none;
    std::uint32_t n_units = 0, count = 0;
    LonLatBox box;
    LonLat place;  ///< centre of the unit with the most incidents
    LonLat letter; ///< where its letter stands on the map: in the unit farthest from well-known towns, whose
                   ///< names stay
    std::string near;
};

struct EmergingSpots {
    std::shared_ptr<const AreaUnits> units;
    CalendarUnit unit = CalendarUnit::year;
    std::uint32_t n_steps = 0;
    DayWindow window;                                       ///< of the incidents or the filter
    bool first_is_partial = false, last_is_partial = false; ///< the window begins or ends within a step
    std::vector<EmergingUnit> found;                        ///< by unit
    std::vector<EmergingRegion> regions;                    ///< by class, then the most incidents first
    std::array<std::uint32_t, kEmergingClasses> n_by_class{};
    std::uint64_t n_incidents = 0; ///< counted
    std::uint64_t n_left_out = 0;  ///< in no unit, for whatever reason
    std::uint64_t n_undated = 0;   ///< left out for want of a date
    std::uint64_t n_vague_dates =
        0;                          ///< counted in the step they begin in, but known less exactly than a step
    double mean = 0, deviation = 0; ///< of the values of all units and steps
    std::array<std::shared_ptr<const AreaGeometry>, kEmergingClasses> geometry; ///< for the map; none: null
    std::shared_ptr<const std::vector<Label>> letters;                          ///< one for each region
};

/// Gi* per unit and step (neighbours in the same step and the one before), the false discovery rate over all
/// units and steps at kEmergingLevel, Mann–Kendall on each unit's z's, and the decision table. `step`: month,
/// quarter or year. Units whose value is not known are of no class. No dated incident: no steps, every class
/// none. Throws Argument for another step, and when there are more than kMostCellSteps.
EmergingSpots find_emerging_spots(const IncidentTable& table, const Selected& selected, const UnitCounts& counts,
                                  CalendarUnit step, const std::vector<ReferencePlace>& places);

/// "by year, 33 steps from 1989 to 2021".
std::string steps_in_words(const EmergingSpots& spots);
/// What must be said beside the classes: partial steps, few steps, vague dates.
std::vector<std::string> cautions_of(const EmergingSpots& spots);

} // namespace geo
