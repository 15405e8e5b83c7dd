#pragma once

#include <cstdint>
#include <string>

namespace geo {

/// "6,416": a count with thousands separators, for people.
std::string grouped(std::uint64_t n);

/// "1st", "2nd", "3rd", "4th", "11th".
std::string ordinal(std::uint64_t n);

} // namespace geo
