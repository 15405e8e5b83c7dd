#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace geo {

/// Copies the text and returns where the copy ends. Most values of incidents are short, and a call of memcpy
/// costs more than their bytes: two copies that overlap do.
inline char* copy_text(char* to, std::string_view text) {
    const char* const from = text.data();
    const std::size_t n = text.size();
    if (n > 16) {
        std::memcpy(to, from, n);
    } else if (n >= 8) {
        std::uint64_t first = 0, last = 0;
        std::memcpy(&first, from, 8);
        std::memcpy(&last, from + n - 8, 8);
        std::memcpy(to, &first, 8);
        std::memcpy(to + n - 8, &last, 8);
    } else if (n >= 4) {
        std::uint32_t first = 0, last = 0;
        std::memcpy(&first, from, 4);
        std::memcpy(&last, from + n - 4, 4);
        std::memcpy(to, &first, 4);
        std::memcpy(to + n - 4, &last, 4);
    } else {
        for (std::size_t i = 0; i < n; ++i) to[i] = from[i];
    }
    return to + n;
}

} // namespace geo
