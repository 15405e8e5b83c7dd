#include "geo/study/area_units.hpp"

#include <numeric>

#include "geo/core/number_words.hpp"

namespace geo {

std::vector<std::uint8_t> AreaUnits::taken_slots() const {
    std::vector<std::uint8_t> taken(n_slots_);
    for (const std::uint32_t slot : slots_) taken[slot] = 1;
    return taken;
}

std::string count_in_words(std::uint64_t n, const AreaUnits& units) {
    return grouped(n) + " " + std::string(units.noun()) + (n == 1 ? "" : "s");
}

std::vector<std::uint32_t> all_of(const AreaUnits& units) {
    std::vector<std::uint32_t> all(units.size());
    std::iota(all.begin(), all.end(), 0u);
    return all;
}

} // namespace geo
