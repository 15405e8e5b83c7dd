#include "geo/io/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::uint8_t byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }
bool is_continuation(std::uint8_t byte) { return (byte & 0xC0u) == 0x80u; }

/// Bytes of the well-formed character at `at` (Unicode 15, table 3-7); 0 when it is ill-formed.
std::size_t character_length(std::string_view text, std::size_t at) {
    const std::uint8_t lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                               : (lead & 0xF0u) == 0xE0       ? 3
                               : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                              : 0;
    if (length == 0 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!is_continuation(byte_at(text, at + i))) return 0;
    const std::uint8_t second = byte_at(text, at + 1);
    const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                     (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return bad ? 0 : length;
}

/// So many words of eight bytes.
template <std::size_t kWords>
bool is_ascii(const char* bytes) {
    std::array<std::uint64_t, kWords> words{};
    std::memcpy(words.data(), bytes, sizeof words);
    std::uint64_t any = 0;
    for (const std::uint64_t word : words) any |= word;
    return (any & 0x8080808080808080u) == 0;
}

/// The first ill-formed byte among the characters that start in [at, last); `last` or more when there is
/// none.
std::size_t check_utf8(std::string_view text, std::size_t at, std::size_t last) {
    while (at < last) {
        if (at + 32 <= last && is_ascii<4>(text.data() + at)) {
            at += 32;
            continue;
        }
        if (at + 8 <= last && is_ascii<1>(text.data() + at)) {
            at += 8;
            continue;
        }
        const std::size_t length = character_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return at;
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            put(0xE0 | code >> 12);
        } else {
            put(0xF0 | code >> 18);
            put(0x80 | (code >> 12 & 0x3F));
        }
        put(0x80 | (code >> 6 & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

constexpr std::uint32_t kReplacement = 0xFFFD;

/// What Windows-1252 holds at 0x80 to 0x9F (WHATWG index windows-1252, without its C1 fall-backs).
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

enum class Utf16 { none, little, big };

/// By the byte order mark, or, without one, by zero bytes at every second place of the first 64.
Utf16 utf16_of(std::string_view text, bool& marked) {
    marked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    if (marked) return text[0] == '\xFF' ? Utf16::little : Utf16::big;
    const std::size_t n = std::min<std::size_t>(text.size(), 64) / 2 * 2;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < n; ++i) zeros[i % 2] += text[i] == '\0';
    if (n < 4) return Utf16::none;
    if (zeros[1] * 2 > n / 2 && zeros[0] == 0) return Utf16::little;
    if (zeros[0] * 2 > n / 2 && zeros[1] == 0) return Utf16::big;
    return Utf16::none;
}

std::string line_of(std::string_view text, std::size_t at) {
    return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text, unsigned threads) {
    constexpr std::size_t kGrain = std::size_t{4} << 20;
    std::vector<std::size_t> invalid(text.size() / kGrain + 1, text.size());
    parallel_for(text.size(), kGrain, threads, [&](std::size_t first, std::size_t last) {
        // A character that starts before the block is checked by the block that it starts in.
        std::size_t at = first;
        while (first != 0 && at < std::min(first + 3, text.size()) && is_continuation(byte_at(text, at)))
            ++at;
        const std::size_t end = check_utf8(text, at, last);
        if (end < last) invalid[first / kGrain] = end;
    });
    const std::size_t lowest = *std::min_element(invalid.begin(), invalid.end());
    return lowest < text.size() ? std::optional(lowest) : std::nullopt;
}

std::string utf8_from_windows1252(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : byte);
    }
    return out;
}

std::string utf8_from_utf16(std::string_view text, bool big_endian) {
    const auto unit_at = [&](std::size_t at) {
        const std::uint32_t first = byte_at(text, at);
        const std::uint32_t second = byte_at(text, at + 1);
        return big_endian ? first << 8 | second : second << 8 | first;
    };
    std::string out;
    out.reserve(text.size() / 2);
    std::size_t at = 0;
    for (; at + 1 < text.size(); at += 2) {
        std::uint32_t unit = unit_at(at);
        if (unit >= 0xD800 && unit < 0xE000) {
            const std::uint32_t low = unit < 0xDC00 && at + 3 < text.size() ? unit_at(at + 2) : 0;
            const bool pair = low >= 0xDC00 && low < 0xE000;
            unit = pair ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : kReplacement;
            if (pair) at += 2;
        }
        append_utf8(out, unit);
    }
    if (at < text.size()) append_utf8(out, kReplacement);
    return out;
}

Utf8Input utf8_input(InputBytes bytes, unsigned threads, Report& report) {
    const std::string_view text = bytes.view();
    bool marked = false;
    if (const Utf16 order = utf16_of(text, marked); order != Utf16::none) {
        const char* const name = order == Utf16::big ? "UTF-16 (big-endian)" : "UTF-16 (little-endian)";
        report.note(std::string("encoding ") + name + (marked ? "" : " assumed from its zero bytes"));
        return {InputBytes(utf8_from_utf16(text.substr(marked ? 2 : 0), order == Utf16::big)), 0};
    }
    if (text.substr(0, 4096).find('\0') != std::string_view::npos)
        throw Error(ErrorKind::Format, "is not a text file (it holds zero bytes)");
    const auto invalid = first_invalid_utf8(text, threads);
    if (!invalid) {
        // Looked at before the move: a short text lives inside the object that is moved.
        const std::size_t first = text.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
        return {std::move(bytes), first};
    }
    report.note("encoding Windows-1252 assumed: line " + line_of(text, *invalid) + " is not UTF-8");
    return {InputBytes(utf8_from_windows1252(text)), 0};
}

} // namespace geo
