#pragma once

#include <cstdint>
#include <string>

namespace geo {

/// "6,416": a count with thousands separators, for people.
std::string grouped(std::uint64_t n);

} // namespace geo
