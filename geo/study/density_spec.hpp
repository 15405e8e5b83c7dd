#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "geo/analysis/density.hpp"
#include "geo/analysis/edge_correction.hpp"
#include "geo/core/units.hpp"

namespace geo {

/// A rate over the length of the window (years of 365.25 days, months of a twelfth of that), or the sum over
/// it.
enum class DensityUnit : std::uint8_t { per_km2_year, per_km2, per_km2_month };

/// What becomes of incidents whose place is vague: a point all the same, evenly over where they may lie, or
/// left out.
enum class VaguePlaces : std::uint8_t { pin, spread, exclude };

/// What an incident counts: one, or its deaths.
enum class DensityWeight : std::uint8_t { incidents, deaths_low, deaths_best, deaths_high };

struct DensitySpec {
    Kernel kernel = Kernel::quartic;
    Metres bandwidth = kilometres(25); ///< radius h of the kernel; σ for the Gaussian
    Metres cell = kilometres(2.5);
    DensityUnit unit = DensityUnit::per_km2_year;
    std::optional<double> scale_top =
        {}; ///< value of the last colour; empty: rounded up from the first surface of the run
    VaguePlaces vague = VaguePlaces::pin;
    std::optional<Metres> vaguer_than = {}; ///< what `exclude` leaves out; empty: vague_limit
    EdgeCorrection edge = EdgeCorrection::none;
    bool adaptive = false; ///< bandwidths after Abramson, around `bandwidth`
    DensityWeight weight = DensityWeight::incidents;
    bool operator==(const DensitySpec&) const = default;
};

/// Above this location uncertainty `exclude` leaves an incident out: `vaguer_than`, else 2 σ of the kernel. A
/// disc of that radius has the kernel's standard deviation: whatever is vaguer is blurred more by its place
/// than by the kernel.
Metres vague_limit(const DensitySpec& spec);

/// What cannot be had together, in a sentence; "" where nothing is wrong.
std::string fault_of(const DensitySpec& spec);

/// As on the command line: "per-km2-year", "per-km2", "per-km2-month"; "pin", "spread", "exclude";
/// "incidents", "deaths-low", "deaths", "deaths-high".
std::string_view name_of(DensityUnit unit);
std::string_view name_of(VaguePlaces vague);
std::string_view name_of(DensityWeight weight);
std::optional<DensityUnit> density_unit_from_name(std::string_view name);
std::optional<VaguePlaces> vague_places_from_name(std::string_view name);
std::optional<DensityWeight> density_weight_from_name(std::string_view name);

} // namespace geo
