#include "geo/io/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

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

void append_escaped(std::string& out, char c) {
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    constexpr const char* kHex = "0123456789abcdef";
    out += "\\u00";
    out += kHex[static_cast<std::uint8_t>(c) >> 4];
    out += kHex[static_cast<std::uint8_t>(c) & 15];
}

constexpr std::array<double, 10> kPowersOfTen{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
constexpr double kExactlyWhole = 9007199254740992.0; // 2^53: below it doubles count every whole number

/// A number given as a whole number of its last decimal. Many times faster than the general way, and the same but for
/// halves of the last decimal, which no measurement knows.
void append_scaled(std::string& out, bool negative, std::uint64_t scaled, int decimals) {
    if (negative && scaled != 0) out += '-';
    while (decimals > 0 && scaled % 10 == 0) {
        scaled /= 10;
        --decimals;
    }
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled as far as it is read
    std::array<char, 24> digits;
    char* const end = digits.data() + digits.size();
    char* at = end;
    for (int written = 0; scaled != 0 || written <= decimals; ++written) {
        if (written == decimals && decimals > 0) *--at = '.';
        *--at = static_cast<char>('0' + scaled % 10);
        scaled /= 10;
    }
    out.append(at, static_cast<std::size_t>(end - at));
}

bool is_plain(char c) {
    return static_cast<std::uint8_t>(c) >= 0x20 && static_cast<std::uint8_t>(c) < 0x80 && c != '"' && c != '\\';
}

/// Highest bit of a byte set: it is zero. Exact for the lowest such byte, which is all that is asked.
constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
constexpr std::uint64_t zero_bytes(std::uint64_t bytes) { return (bytes - kOnes) & ~bytes & kHighs; }

/// How many characters from the start need no escape and no look at their encoding. Eight at a time.
std::size_t plain_length(std::string_view text) {
    std::size_t n = 0;
    for (; n + 8 <= text.size(); n += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + n, 8);
        const std::uint64_t controls = (bytes - kOnes * 0x20) & ~bytes & kHighs;
        const std::uint64_t others = (bytes & kHighs) | controls | zero_bytes(bytes ^ (kOnes * '"')) |
                                     zero_bytes(bytes ^ (kOnes * '\\'));
        if (others != 0) break; // the loop below finds which
    }
    while (n < text.size() && is_plain(text[n])) ++n;
    return n;
}

} // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const std::size_t n = plain_length(text);
        out.append(text.data(), n);
        text.remove_prefix(n);
        if (text.empty()) break;
        if (static_cast<std::uint8_t>(text[0]) < 0x80) {
            append_escaped(out, text[0]);
            text.remove_prefix(1);
            continue;
        }
        const std::size_t length = utf8_length(text);
        if (length == 0) out += "\xEF\xBF\xBD";
        else out.append(text.data(), length);
        text.remove_prefix(length == 0 ? 1 : length);
    }
    out += '"';
}

void append_json_number(std::string& out, double value, int decimals) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    if (decimals >= 0 && decimals < static_cast<int>(kPowersOfTen.size())) {
        const double scaled = std::nearbyint(std::abs(value) * kPowersOfTen[static_cast<std::size_t>(decimals)]);
        if (scaled < kExactlyWhole) return append_scaled(out, value < 0, static_cast<std::uint64_t>(scaled), decimals);
    }
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled as far as it is read
    std::array<char, 400> digits;
    const auto result =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals);
    std::string_view text(digits.data(), static_cast<std::size_t>(result.ptr - digits.data()));
    if (text.find('.') != std::string_view::npos) {
        text = text.substr(0, text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.remove_suffix(1);
    }
    out += text == "-0" ? std::string_view("0") : text;
}

void append_json_position(std::string& out, LonLat place) {
    out += '[';
    append_json_number(out, place.lon_deg, 7);
    out += ',';
    append_json_number(out, place.lat_deg, 7);
    out += ']';
}

} // namespace geo
