#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace geo {

/// Of the first and the last bytes, as many as `Word` has: they may overlap.
template <typename Word>
void copy_ends(char* to, const char* from, std::size_t n) {
    Word first{}, last{};
    std::memcpy(&first, from, sizeof(Word));
    std::memcpy(&last, from + n - sizeof(Word), sizeof(Word));
    std::memcpy(to, &first, sizeof(Word));
    std::memcpy(to + n - sizeof(Word), &last, sizeof(Word));
}

/// Copies the text and returns where the copy ends. Most values of incidents are short, and a call of memcpy
/// costs more than their bytes: two copies that overlap do.
inline char* copy_text(char* to, std::string_view text) {
    const char* const from = text.data();
    const std::size_t n = text.size();
    if (n > 16)
        std::memcpy(to, from, n);
    else if (n >= 8)
        copy_ends<std::uint64_t>(to, from, n);
    else if (n >= 4)
        copy_ends<std::uint32_t>(to, from, n);
    else
        for (std::size_t i = 0; i < n; ++i) to[i] = from[i];
    return to + n;
}

} // namespace geo
