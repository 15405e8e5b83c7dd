#include "geo/io/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "geo/core/copy_text.hpp"

namespace geo {

namespace {

/// Length of the UTF-8 sequence at the start of `text`, 0 when it is not valid.
std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const auto follows = [&](std::size_t i, int low, int high) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const int low = lead == 0xE0 ? 0xA0 : 0x80;
        const int high = lead == 0xED ? 0x9F : 0xBF; // no surrogates
        return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const int low = lead == 0xF0 ? 0x90 : 0x80;
        const int high = lead == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

char* put_escaped(char* to, char c) {
    switch (c) {
    case '"':
        return copy_text(to, "\\\"");
    case '\\':
        return copy_text(to, "\\\\");
    case '\n':
        return copy_text(to, "\\n");
    case '\r':
        return copy_text(to, "\\r");
    case '\t':
        return copy_text(to, "\\t");
    default:
        break;
    }
    constexpr const char* kHex = "0123456789abcdef";
    to = copy_text(to, "\\u00");
    *to++ = kHex[static_cast<std::uint8_t>(c) >> 4];
    *to++ = kHex[static_cast<std::uint8_t>(c) & 15];
    return to;
}

constexpr std::size_t kMostDecimals = 9;
constexpr std::array<std::uint32_t, kMostDecimals + 1> kPowersOfTen{
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
constexpr double kHasNoFraction = 4503599627370496.0; // 2^52: doubles from here on are whole numbers

/// Of 0 to 2^52, halves to even: the sum has no bits left for a fraction.
double to_whole(double value) { return (value + kHasNoFraction) - kHasNoFraction; }

/// A number given as a whole number of its last decimal. Many times faster than the general way, and the same
/// but for halves of the last decimal, which no measurement knows.
char* put_scaled(char* to, bool negative, std::uint64_t scaled, std::size_t decimals) {
    if (negative && scaled != 0) *to++ = '-';
    const std::uint64_t whole = scaled / kPowersOfTen[decimals];
    auto fraction = static_cast<std::uint32_t>(scaled % kPowersOfTen[decimals]);
    to = std::to_chars(to, to + 20, whole).ptr;
    if (fraction == 0) return to;
    *to = '.';
    for (std::size_t i = decimals; i > 0; --i, fraction /= 10) to[i] = static_cast<char>('0' + fraction % 10);
    to += decimals + 1;
    while (to[-1] == '0') --to;
    return to;
}

bool is_plain(char c) {
    return static_cast<std::uint8_t>(c) >= 0x20 && static_cast<std::uint8_t>(c) < 0x80 && c != '"' &&
           c != '\\';
}

/// Highest bit of a byte set: it is zero. Exact for the lowest such byte; that there is one is all that is
/// asked.
constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
constexpr std::uint64_t zero_bytes(std::uint64_t bytes) { return (bytes - kOnes) & ~bytes & kHighs; }

/// Copies what needs no escape and no look at its encoding, eight characters at a time; takes it off `text`.
char* put_plain(char* to, std::string_view& text) {
    std::size_t n = 0;
    for (; n + 8 <= text.size(); n += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + n, 8);
        std::memcpy(to + n, &bytes, 8); // also beyond the first that is not plain: the room is there
        const std::uint64_t controls = (bytes - kOnes * 0x20) & ~bytes & kHighs;
        const std::uint64_t others = (bytes & kHighs) | controls | zero_bytes(bytes ^ (kOnes * '"')) |
                                     zero_bytes(bytes ^ (kOnes * '\\'));
        if (others != 0) break; // the loop below finds which
    }
    for (; n < text.size() && is_plain(text[n]); ++n) to[n] = text[n];
    text.remove_prefix(n);
    return to + n;
}

} // namespace

char* put_json_string(char* to, std::string_view text) {
    *to++ = '"';
    for (to = put_plain(to, text); !text.empty(); to = put_plain(to, text)) {
        if (static_cast<std::uint8_t>(text[0]) < 0x80) {
            to = put_escaped(to, text[0]);
            text.remove_prefix(1);
            continue;
        }
        const std::size_t length = utf8_length(text);
        to = copy_text(to, length == 0 ? "\xEF\xBF\xBD" : text.substr(0, length));
        text.remove_prefix(length == 0 ? 1 : length);
    }
    *to++ = '"';
    return to;
}

char* put_json_number(char* to, double value, int decimals) {
    if (!std::isfinite(value)) return copy_text(to, "null");
    if (decimals >= 0 && decimals <= static_cast<int>(kMostDecimals)) {
        const auto n = static_cast<std::size_t>(decimals);
        const double scaled = std::abs(value) * kPowersOfTen[n];
        if (scaled < kHasNoFraction)
            return put_scaled(to, value < 0, static_cast<std::uint64_t>(to_whole(scaled)), n);
    }
    char* end = std::to_chars(to, to + kJsonNumberRoom, value, std::chars_format::fixed, decimals).ptr;
    const std::string_view text(to, static_cast<std::size_t>(end - to));
    if (text.find('.') != std::string_view::npos) {
        while (end[-1] == '0') --end;
        if (end[-1] == '.') --end;
    }
    return std::string_view(to, static_cast<std::size_t>(end - to)) == "-0" ? copy_text(to, "0") : end;
}

char* put_json_position(char* to, LonLat place) {
    *to++ = '[';
    to = put_json_number(to, place.lon_deg, 7);
    *to++ = ',';
    to = put_json_number(to, place.lat_deg, 7);
    *to++ = ']';
    return to;
}

void append_json_string(std::string& out, std::string_view text) {
    const std::size_t begin = out.size();
    out.resize(begin + json_string_room(text.size()));
    out.resize(static_cast<std::size_t>(put_json_string(out.data() + begin, text) - out.data()));
}

void append_json_number(std::string& out, double value, int decimals) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): read as far as it is filled
    std::array<char, kJsonNumberRoom> text;
    out.append(text.data(), put_json_number(text.data(), value, decimals));
}

void append_json_position(std::string& out, LonLat place) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): read as far as it is filled
    std::array<char, kJsonPositionRoom> text;
    out.append(text.data(), put_json_position(text.data(), place));
}

} // namespace geo
