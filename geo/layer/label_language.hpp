#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace geo {

/// The language of the names on the map. A name that the datasets do not have in it stays English.
enum class LabelLanguage { en, ur, ps };

/// As on the command line and in study files, in the order of the enumeration.
inline constexpr std::array<std::string_view, 3> kLabelLanguages{"en", "ur", "ps"};

constexpr std::string_view name_of(LabelLanguage language) {
    return kLabelLanguages[static_cast<std::size_t>(language)];
}

constexpr std::optional<LabelLanguage> label_language_from_name(std::string_view name) {
    for (std::size_t i = 0; i < kLabelLanguages.size(); ++i)
        if (kLabelLanguages[i] == name) return static_cast<LabelLanguage>(i);
    return std::nullopt;
}

} // namespace geo
