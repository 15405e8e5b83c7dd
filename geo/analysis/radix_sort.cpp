#include "geo/analysis/radix_sort.hpp"

#include <array>
#include <cstddef>

namespace geo {

void sort_by_upper_key(std::vector<std::uint64_t>& keyed) {
    std::vector<std::uint64_t> sorted(keyed.size());
    for (const unsigned shift : {32u, 43u, 54u}) { // three digits of 11 bits
        std::array<std::size_t, 2049> start{};
        const auto digit = [&](std::uint64_t k) { return static_cast<std::size_t>(k >> shift) & 2047u; };
        for (const std::uint64_t k : keyed) ++start[digit(k) + 1];
        for (std::size_t d = 0; d < 2048; ++d) start[d + 1] += start[d];
        for (const std::uint64_t k : keyed) sorted[start[digit(k)]++] = k;
        keyed.swap(sorted);
    }
}

} // namespace geo
