#include "geo/core/size_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace geo {

namespace {

struct Unit {
    std::string_view name;
    double bytes;
};
constexpr std::array<Unit, 6> kUnits{
    {{"kb", 1e3}, {"mb", 1e6}, {"gb", 1e9}, {"kib", 0x1p10}, {"mib", 0x1p20}, {"gib", 0x1p30}}};

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

} // namespace

std::optional<std::uint64_t> bytes_from_text(std::string_view text) {
    constexpr double kMost = 0x1p60;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with(' ')) text.remove_prefix(1);
    const std::string name = in_lower_case(text);
    const auto unit =
        std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& known) { return known.name == name; });
    if (unit == kUnits.end()) return std::nullopt;
    const double bytes = number * unit->bytes;
    if (!(bytes >= 1) || bytes > kMost) return std::nullopt;
    return static_cast<std::uint64_t>(bytes);
}

} // namespace geo
