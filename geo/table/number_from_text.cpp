#include "geo/table/number_from_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "geo/table/column_name.hpp"

namespace geo {

namespace {

constexpr std::array kPowers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// Up to 15 digits with at most one point: both the digits and the power of ten are exact doubles, so that
/// one division rounds correctly (Clinger 1990, "How to read floating point numbers accurately", the easy
/// case).
std::optional<double> plain_decimal(std::string_view text) {
    constexpr std::ptrdiff_t kMostDigits = 15;
    const char* at = text.data();
    const char* const end = at + text.size();
    std::uint64_t digits = 0; // of a longer text they wrap around, and are not used
    const auto take_digits = [&] {
        const char* const first = at;
        for (; at != end && *at >= '0' && *at <= '9'; ++at)
            digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
        return at - first;
    };
    std::ptrdiff_t n_digits = take_digits(), n_decimals = 0;
    if (at != end && *at == '.') {
        ++at;
        n_decimals = take_digits();
        n_digits += n_decimals;
    }
    if (at != end || n_digits == 0 || n_digits > kMostDigits) return std::nullopt;
    return static_cast<double>(digits) / kPowers[static_cast<std::size_t>(n_decimals)];
}

} // namespace

std::optional<double> number_from_text(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    const bool negative = text[0] == '-';
    if (negative || text[0] == '+') text.remove_prefix(1);
    if (const auto plain = plain_decimal(text)) return negative ? -*plain : *plain;
    if (text.empty() || (text[0] != '.' && (text[0] < '0' || text[0] > '9'))) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return negative ? -value : value;
}

} // namespace geo
