#include "geo/study/density_spec.hpp"

#include <algorithm>
#include <array>

namespace geo {

namespace {

constexpr std::array<std::string_view, 3> kUnits{"per-km2-year", "per-km2", "per-km2-month"};
constexpr std::array<std::string_view, 3> kVague{"pin", "spread", "exclude"};
constexpr std::array<std::string_view, 4> kWeights{"incidents", "deaths-low", "deaths", "deaths-high"};

template <typename Value, std::size_t n>
std::optional<Value> named(const std::array<std::string_view, n>& names, std::string_view name) {
    const auto it = std::find(names.begin(), names.end(), name);
    if (it == names.end()) return std::nullopt;
    return static_cast<Value>(it - names.begin());
}

} // namespace

Metres vague_limit(const DensitySpec& spec) {
    return spec.vaguer_than.value_or(Metres{2 * sigma_equivalent(spec.kernel, spec.bandwidth.value)});
}

std::string fault_of(const DensitySpec& spec) {
    if (spec.adaptive && spec.edge != EdgeCorrection::none)
        return "an adaptive bandwidth and an edge correction cannot be had together";
    return "";
}

std::string_view name_of(DensityUnit unit) { return kUnits[static_cast<std::size_t>(unit)]; }
std::string_view name_of(VaguePlaces vague) { return kVague[static_cast<std::size_t>(vague)]; }
std::string_view name_of(DensityWeight weight) { return kWeights[static_cast<std::size_t>(weight)]; }

std::optional<DensityUnit> density_unit_from_name(std::string_view name) {
    return named<DensityUnit>(kUnits, name);
}
std::optional<VaguePlaces> vague_places_from_name(std::string_view name) {
    return named<VaguePlaces>(kVague, name);
}
std::optional<DensityWeight> density_weight_from_name(std::string_view name) {
    return named<DensityWeight>(kWeights, name);
}

} // namespace geo
