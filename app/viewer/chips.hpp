#pragma once

#include <string>
#include <vector>

#include "geo/table/filter.hpp"

namespace app {

/// One limit of the filter in words, and the filter without it.
struct Chip {
    std::string name;  ///< for scripts: "period", "categories", "values admin1" ...
    std::string words; ///< "2021-01-01 to 2021-12-31"
    std::string tip;   ///< all of it, where the words are short for more
    geo::Filter without;
};

/// The limits that the filter sets, in a fixed order; none when everything passes. `category_column` as in
/// where_parts. `category_words` turns a category's value into the publisher's words.
std::vector<Chip> chips_of(const geo::Filter& filter, const std::string& column,
                           const std::vector<std::pair<std::string, std::string>>& known);

} // namespace app
