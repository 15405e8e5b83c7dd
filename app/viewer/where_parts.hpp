#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The parts of a filter's `where` that the viewer edits apart, and what the user typed.
struct WhereParts {
    std::vector<std::string>
        categories; ///< empty: all; an empty string among them: incidents without a category
    std::optional<double> deaths_from; ///< deaths_best >= this
    std::optional<double> deaths_to;   ///< deaths_best <= this
    std::string notes; ///< words that the description holds, without case; % and _ as in `like`
    std::string rest;  ///< any further expression
    bool operator==(const WhereParts&) const = default;
};

/// Recognises what `where_from_parts` writes; anything else is all `rest`. With an empty column, categories
/// are part of the rest.
WhereParts parts_of_where(std::string_view where, std::string_view column);
std::string where_from_parts(const WhereParts& parts, std::string_view column);

} // namespace app
