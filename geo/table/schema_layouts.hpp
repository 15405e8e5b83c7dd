#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "geo/table/schema.hpp"

namespace geo {

/// The folded column names (geo/table/column_name.hpp) that play a role in a layout, the best first.
struct RoleNames {
    Role role;
    std::vector<std::string_view> names;
};

/// The names of one publisher's layout; for generic, the many names that people use.
std::span<const RoleNames> role_names(SchemaKind kind);

/// Groups of folded names; a header that has one of each group is of that layout. Empty for generic.
std::span<const std::vector<std::string_view>> marks_of(SchemaKind kind);

} // namespace geo
