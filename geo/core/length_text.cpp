#include "geo/core/length_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace geo {

std::optional<Metres> metres_from_text(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || !std::isfinite(number) || number < 0) return std::nullopt;
    std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    if (unit == "km") return kilometres(number);
    if (unit == "m") return Metres{number};
    return std::nullopt;
}

std::string length_word(Metres length) {
    const std::string km = fmt::format("{}km", length.value / 1000), m = fmt::format("{}m", length.value);
    const auto read = metres_from_text(km);
    return read && read->value == length.value && km.size() <= m.size() + 1 ? km : m;
}

} // namespace geo
