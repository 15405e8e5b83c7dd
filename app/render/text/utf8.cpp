#include "app/render/text/utf8.hpp"

namespace app {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Bytes of the sequence that `lead` begins, 0 when it begins none.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

bool overlong_or_surrogate(char32_t c, std::size_t length) {
    return (length == 3 && (c < 0x800 || (c >= 0xD800 && c < 0xE000))) ||
           (length == 4 && (c < 0x10000 || c > 0x10FFFF));
}

/// The code point at `at` and the bytes it takes; one byte and U+FFFD where there is none.
std::pair<char32_t, std::size_t> decoded(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = sequence_length(byte(at));
    if (length == 1) return {byte(at), 1};
    if (length == 0 || at + length > text.size()) return {kReplacement, 1};
    char32_t c = byte(at) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80) return {kReplacement, 1};
        c = (c << 6U) | (byte(at + i) & 0x3FU);
    }
    if (overlong_or_surrogate(c, length)) return {kReplacement, 1};
    return {c, length};
}

} // namespace

std::u32string code_points(std::string_view utf8) {
    std::u32string result;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [c, length] = decoded(utf8, at);
        result.push_back(c);
        at += length;
    }
    return result;
}

std::string utf8_from(std::u32string_view text) {
    std::string result;
    const auto put = [&](char32_t byte) { result.push_back(static_cast<char>(byte)); };
    for (const char32_t c : text) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0U | (c >> 6U)), put(0x80U | (c & 0x3FU));
        } else if (c < 0x10000) {
            put(0xE0U | (c >> 12U)), put(0x80U | ((c >> 6U) & 0x3FU)), put(0x80U | (c & 0x3FU));
        } else {
            put(0xF0U | (c >> 18U)), put(0x80U | ((c >> 12U) & 0x3FU));
            put(0x80U | ((c >> 6U) & 0x3FU)), put(0x80U | (c & 0x3FU));
        }
    }
    return result;
}

std::u32string in_capitals(std::u32string text) {
    for (char32_t& c : text) {
        const bool ascii = c >= U'a' && c <= U'z';
        const bool latin1 = c >= 0xE0 && c <= 0xFE && c != 0xF7;
        const bool odd_is_small = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
        const bool even_is_small = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
        if (ascii || latin1)
            c -= 0x20;
        else if (c != 0x131 && ((odd_is_small && c % 2 == 1) || (even_is_small && c % 2 == 0)))
            c -= 1;
    }
    return text;
}

bool is_arabic(char32_t c) {
    return (c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) || (c >= 0x08A0 && c <= 0x08FF) ||
           (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

bool runs_right_to_left(std::string_view utf8) {
    for (const char32_t c : code_points(utf8)) {
        // Hebrew to Arabic Extended-A, presentation forms, the old scripts of the second plane; not the
        // digits and signs among them.
        const bool digit = (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
        const bool rtl = (c >= 0x0590 && c <= 0x08FF && c != 0x060C && !digit) ||
                         (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
                         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
        if (rtl) return true;
        const bool latin = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
        const bool other_letter = c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
                                  !(c >= 0x0300 && c <= 0x036F) && !digit && c != 0x060C && c != 0xFFFD;
        if (latin || other_letter) return false;
    }
    return false;
}

} // namespace app
