#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "geo/core/places.hpp"

namespace geo {

/// Small pieces of JSON, appended to a text that grows, or put where the caller has made room; what `put_...`
/// returns is where they end.

/// "text" with JSON's escapes. Bytes that are not UTF-8 become U+FFFD, so that the file is always valid.
void append_json_string(std::string& out, std::string_view text);
char* put_json_string(char* to, std::string_view text);
/// The room that a text of so many bytes may need: every byte an escape of six, two quotation marks, and a
/// word that is copied beyond the end.
constexpr std::size_t json_string_room(std::size_t bytes) { return 6 * bytes + 10; }

/// Fixed decimals without trailing zeros; null for NaN and infinities.
void append_json_number(std::string& out, double value, int decimals);
char* put_json_number(char* to, double value, int decimals);
constexpr std::size_t kJsonNumberRoom = 400; ///< the largest double with as many decimals as anybody asks for

/// "[71.5249,34.0151]" with 7 decimals (about 1 cm): RFC 7946 asks for no more.
void append_json_position(std::string& out, LonLat place);
char* put_json_position(char* to, LonLat place);
constexpr std::size_t kJsonPositionRoom = 2 * kJsonNumberRoom + 3;

} // namespace geo
