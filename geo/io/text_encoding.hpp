#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "geo/core/report.hpp"
#include "geo/io/input_bytes.hpp"

namespace geo {

/// The offset of the first byte that is not UTF-8 (RFC 3629: no surrogates, no overlong forms); nullopt when
/// all is. About 10 GB/s on ASCII.
std::optional<std::size_t> first_invalid_utf8(std::string_view text, unsigned threads = 1);

std::string utf8_from_windows1252(std::string_view text); ///< bytes without a meaning become U+FFFD
std::string utf8_from_utf16(std::string_view text, bool big_endian); ///< lone surrogates become U+FFFD

/// The input as UTF-8: unchanged when it is (without its byte order mark; `first` is where the text starts),
/// UTF-16 by its byte order mark or by the zero bytes of its first characters, else Windows-1252. What was
/// assumed is noted. Throws Error{Format} for what is not text (zero bytes).
struct Utf8Input {
    InputBytes bytes;
    std::size_t first = 0;
};
Utf8Input utf8_input(InputBytes bytes, unsigned threads, Report& report);

} // namespace geo
