#pragma once

#include <string>
#include <string_view>

#include "geo/core/places.hpp"

namespace geo {

/// Small pieces of JSON, appended to a buffer that the caller writes out in large blocks.

/// "text" with JSON's escapes. Bytes that are not UTF-8 become U+FFFD, so that the file is always valid.
void append_json_string(std::string& out, std::string_view text);

/// Fixed decimals without trailing zeros; null for NaN and infinities.
void append_json_number(std::string& out, double value, int decimals);

/// "[71.5249,34.0151]" with 7 decimals (about 1 cm): RFC 7946 asks for no more.
void append_json_position(std::string& out, LonLat place);

} // namespace geo
