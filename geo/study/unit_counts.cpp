#include "geo/study/unit_counts.hpp"

#include <cmath>
#include <utility>

#include "geo/geometry/cell_cover.hpp"
#include "geo/study/district_counts.hpp"

namespace geo {

namespace {

/// The cell that the incident counts in; none when it lies outside the area, has no place or is of no use.
std::optional<std::size_t> counting_cell(const LocationSupports& supports, const LocalPlaces& local,
                                         const RowFlags& in_area, const CellCover& cover, RowId row) {
    const bool usable = !std::isnan(local.x_m[row]) && supports.usable(row);
    const bool inside = usable && (in_area.passes.empty() || in_area.passes[row] != 0);
    const auto cell = inside ? cover.layout.cell_of({local.x_m[row], local.y_m[row]}) : std::nullopt;
    if (!cell || cover.cover[*cell] == static_cast<std::uint8_t>(Cover::none)) return std::nullopt;
    return cell;
}

/// What one incident (one death) is worth in each district.
std::vector<double> worth_by_district(const DistrictCounts& counts, DistrictMeasure measure) {
    std::vector<double> worth;
    for (const DistrictCount& district : counts.districts) {
        double one = 1;
        if (measure == DistrictMeasure::per_area) one = kPerAreaUnit_km2 / district.area_km2;
        if (measure == DistrictMeasure::per_resident)
            one = district.residents > 0 ? kPerResidentUnit / district.residents : std::nan("");
        if (measure == DistrictMeasure::deaths && std::isnan(district.deaths)) one = std::nan("");
        worth.push_back(std::isfinite(one) ? one : std::nan("")); // no area: no rate
    }
    return worth;
}

void take(const DistrictCounts& counts, const HotSpotSpec& spec, UnitCounts& result) {
    result.per_amount = worth_by_district(counts, spec.measure);
    for (std::size_t slot = 0; slot < counts.districts.size(); ++slot) {
        const DistrictCount& district = counts.districts[slot];
        const bool of_deaths = spec.measure == DistrictMeasure::deaths;
        result.values.push_back((of_deaths ? district.deaths : district.incidents) * result.per_amount[slot]);
        result.incidents.push_back(district.incidents);
        result.vague.push_back(spec.pin_vague ? static_cast<std::uint32_t>(district.vague) : 0);
        if (spec.measure == DistrictMeasure::per_area) result.sizes.push_back(district.area_km2);
        if (spec.measure == DistrictMeasure::per_resident) result.sizes.push_back(district.residents);
        if (std::isnan(result.values[slot])) result.included[slot] = 0;
        const auto n = static_cast<std::uint64_t>(std::llround(district.incidents));
        (result.included[slot] != 0 ? result.n_incidents : result.n_left_out) += n;
        if (result.included[slot] != 0) result.n_vague += result.vague[slot];
    }
}

} // namespace

UnitCounts count_in_cells(const LocationSupports& supports, const Selected& selected,
                          const LocalPlaces& local, const RowFlags& in_area, const CellCover& cover,
                          Metres radius) {
    UnitCounts result;
    result.units = units_of_cells(cover, radius);
    result.included = result.units->taken_slots();
    result.incidents.resize(cover.layout.size());
    result.vague.resize(cover.layout.size());
    result.slot_of = [&](RowId row) { return counting_cell(supports, local, in_area, cover, row); };
    result.amount = [](RowId) { return 1.0; };
    for (const RowId row : selected.rows) {
        const auto cell = result.slot_of(row);
        if (!cell) {
            ++result.n_left_out;
            continue;
        }
        ++result.n_incidents;
        ++result.incidents[*cell];
        if (!(double{supports.uncertainty_m[row]} > cover.layout.cell_m / 2)) continue; // NaN: not stated
        ++result.vague[*cell];
        ++result.n_vague;
    }
    result.values = result.incidents;
    return result;
}

UnitCounts count_in_units_of_districts(const LoadedIncidents& loaded, const LocationSupports& supports,
                                       const Selected& selected,
                                       const std::vector<std::int32_t>& district_of_row,
                                       const Districts& districts, const Filter& filter,
                                       const HotSpotSpec& spec, std::shared_ptr<const AreaUnits> units) {
    const DistrictCounts counts =
        tally_districts(loaded, supports, selected, district_of_row, districts, filter, spec.pin_vague);
    UnitCounts result;
    result.units = std::move(units);
    result.included = result.units->taken_slots();
    result.n_left_out = static_cast<std::uint64_t>(
        std::llround(counts.n_outside + counts.n_unusable + counts.n_unknown_names + counts.n_reaching_past));
    if (!spec.pin_vague) result.n_in_none = static_cast<std::uint64_t>(std::llround(counts.n_vague));
    take(counts, spec, result);
    const IncidentTable& table = *loaded.table;
    result.slot_of = [&table, &supports, holders = DistrictHolders(counts, district_of_row),
                      included = result.included,
                      pin = spec.pin_vague](RowId row) -> std::optional<std::size_t> {
        const auto holder = holders.of(table, supports, row);
        if (!holder.district || (holder.too_vague && !pin) || included[*holder.district] == 0)
            return std::nullopt;
        return holder.district;
    };
    result.amount = [&table, deaths = spec.measure == DistrictMeasure::deaths](RowId row) {
        if (!deaths) return 1.0;
        return table.deaths_best.empty() || std::isnan(table.deaths_best[row]) ? 0 : table.deaths_best[row];
    };
    return result;
}

} // namespace geo
