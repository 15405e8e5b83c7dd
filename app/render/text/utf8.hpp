#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace app {

/// Code points of UTF-8 text; what is not UTF-8 becomes U+FFFD, byte by byte, so a bad name is still drawn.
std::u32string code_points(std::string_view utf8);
std::string utf8_from(std::u32string_view text);

/// Capitals of Latin letters (to U+017F); other scripts have none and stay as they are.
std::u32string in_capitals(std::u32string text);

/// Letters of the Arabic script in any of its Unicode blocks.
bool is_arabic(char32_t c);

/// Whether a paragraph runs from right to left: as the first of its letters that has a direction does
/// (Unicode Standard Annex 9, rules P2 and P3, by blocks of scripts).
bool runs_right_to_left(std::string_view utf8);

} // namespace app
