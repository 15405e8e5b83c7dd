#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace geo {

/// "Event_Date " -> "eventdate": lower case (ASCII), without spaces, underscores, hyphens and dots.
std::string folded_name(std::string_view name);

/// Equal but for ASCII case.
bool same_but_for_case(std::string_view a, std::string_view b);

/// Index of the column of that name: as it stands first, then without case, then folded.
std::optional<std::size_t> column_named(std::span<const std::string> header, std::string_view name);

/// "'id', 'lat', 'lon'", for messages; at most 60 names.
std::string listed(std::span<const std::string> header);

/// Without spaces, tabs and line ends at both ends.
inline std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

/// ASCII letters in lower case, everything else as it is.
std::string lowered(std::string_view text);

} // namespace geo
