#pragma once

#include <span>
#include <string>
#include <string_view>

namespace geo {

/// What is known of a database's column when a condition is put to it.
struct SqlColumn {
    enum class Kind { integer, real, text, day, other };
    std::string name;
    Kind kind = Kind::other;
};

/// "name" in quotes, as SQL wants it.
std::string sql_name(std::string_view name);
/// 'text' in quotes, for a server with standard_conforming_strings on (PostgreSQL's default).
std::string sql_text(std::string_view text);

/// A condition in PostgreSQL's SQL that every row passes which a `--where` (expression.hpp) lets through; it
/// may let through more, so the expression is evaluated once more on what came. Comparisons of columns of
/// whole numbers, of other numbers and of text with `=`, `in`, `is null` and their combinations are told;
/// what is not (like, dates, the order of texts, roles that are no column) is left out. Empty: nothing can be
/// told. Throws Error{Argument} for what is no expression.
std::string sql_superset(std::string_view where, std::span<const SqlColumn> columns);

} // namespace geo
