#pragma once

#include <optional>
#include <string>

#include "geo/study/study.hpp"

// Commands of the comparison of before and after: part of command.hpp.

namespace app {

struct SetBeforeAfter {
    std::optional<geo::BeforeAfterSpec> spec; ///< empty: none
};

/// Of the date's field.
struct TypeDateOfChange {
    std::string text;
};

} // namespace app
