#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "geo/io/incident_source.hpp"
#include "geo/study/area_units.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// How the incidents that pass count in units: together, and one by one. By slot; borrows what it was made
/// of.
struct UnitCounts {
    std::shared_ptr<const AreaUnits> units;
    std::vector<std::uint8_t> included; ///< 1: a unit whose value is known
    std::vector<double> incidents;
    std::vector<std::uint32_t> vague; ///< of these, known only to more than the unit
    std::vector<double> values;       ///< what is compared; NaN: not known
    std::vector<double>
        sizes; ///< what the number of incidents to be expected goes by: area or residents; empty: all alike
    std::uint64_t n_incidents = 0;
    std::uint64_t n_left_out = 0; ///< outside, without a place, of no use, or where no value is known
    std::uint64_t n_vague = 0;    ///< of n_incidents
    std::uint64_t n_in_none = 0;  ///< left out beside n_left_out: too vague for any one unit

    std::function<std::optional<std::size_t>(RowId)> slot_of; ///< where an incident counts; empty: nowhere
    std::function<double(RowId)> amount;                      ///< what it adds
    std::vector<double> per_amount; ///< value = sum of amounts × this, by slot; empty: 1
};

/// In the cell that holds the place. `in_area`: of all rows.
UnitCounts count_in_cells(const LocationSupports& supports, const Selected& selected,
                          const LocalPlaces& local, const RowFlags& in_area, const CellCover& cover,
                          Metres radius);

/// By the measure and as count_by_district has it, over the whole period: incidents, deaths, incidents per
/// 1,000 km² or per 100,000 residents. Not per year: Gi* is the same, and a file without dates has one too.
UnitCounts count_in_units_of_districts(const LoadedIncidents& loaded, const LocationSupports& supports,
                                       const Selected& selected,
                                       const std::vector<std::int32_t>& district_of_row,
                                       const Districts& districts, const Filter& filter,
                                       const HotSpotSpec& spec, std::shared_ptr<const AreaUnits> units);

} // namespace geo
