#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace geo {

/// "500MB", "1.5 GiB": a number above 0 with its unit, kB, MB, GB (powers of 1000) or KiB, MiB, GiB (of 1024), in any
/// case. A number without a unit is refused, since nobody can tell what was meant by it; so is one above 2^60.
std::optional<std::uint64_t> bytes_from_text(std::string_view text);

} // namespace geo
