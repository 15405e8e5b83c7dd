#pragma once

#include <cstdint>
#include <vector>

namespace geo {

/// Stable sort of (key << 32 | row) by the 32-bit key. Linear: 12 ms for 1e6.
void sort_by_upper_key(std::vector<std::uint64_t>& keyed);

} // namespace geo
