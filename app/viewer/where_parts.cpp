#include "app/viewer/where_parts.hpp"

#include <algorithm>
#include <optional>

namespace app {

namespace {

constexpr std::string_view kAnd = " and (";

std::string quoted(std::string_view text, char quote) {
    std::string result(1, quote);
    for (char c : text) {
        if (c == quote) result += quote;
        result += c;
    }
    return result + quote;
}

std::string category_clause(const WhereParts& parts, std::string_view column) {
    const std::string name = quoted(column, '"');
    std::string list;
    for (const std::string& category : parts.categories)
        if (!category.empty()) list += (list.empty() ? "" : ", ") + quoted(category, '\'');
    const bool with_empty =
        std::find(parts.categories.begin(), parts.categories.end(), "") != parts.categories.end();
    if (list.empty()) return with_empty ? name + " is null" : "";
    const std::string in = name + " in (" + list + ")";
    return with_empty ? "(" + in + " or " + name + " is null)" : in;
}

/// Takes `token` off the front of `text`.
bool skip(std::string_view& text, std::string_view token) {
    if (!text.starts_with(token)) return false;
    text.remove_prefix(token.size());
    return true;
}

std::optional<std::string> take_quoted(std::string_view& text) {
    if (!skip(text, "'")) return std::nullopt;
    std::string value;
    while (!text.empty()) {
        if (skip(text, "''")) {
            value += '\'';
        } else if (skip(text, "'")) {
            return value;
        } else {
            value += text.front();
            text.remove_prefix(1);
        }
    }
    return std::nullopt;
}

/// Reads a clause as category_clause writes it.
bool take_categories(std::string_view& text, const std::string& name, std::vector<std::string>& categories) {
    if (skip(text, name + " is null")) {
        categories.emplace_back();
        return true;
    }
    const bool with_empty = skip(text, "(");
    if (!skip(text, name + " in (")) return false;
    do {
        const auto value = take_quoted(text);
        if (!value) return false;
        categories.push_back(*value);
    } while (skip(text, ", "));
    if (!skip(text, ")")) return false;
    if (!with_empty) return true;
    categories.emplace_back();
    return skip(text, " or " + name + " is null)");
}

} // namespace

WhereParts parts_of_where(std::string_view where, std::string_view column) {
    const WhereParts all_rest{{}, std::string(where)};
    std::vector<std::string> categories;
    std::string_view text = where;
    if (!take_categories(text, quoted(column, '"'), categories)) return all_rest;
    if (text.empty()) return {std::move(categories), ""};
    if (!skip(text, kAnd) || !text.ends_with(")")) return all_rest;
    text.remove_suffix(1);
    return {std::move(categories), std::string(text)};
}

std::string where_from_parts(const WhereParts& parts, std::string_view column) {
    const std::string clause = category_clause(parts, column);
    if (clause.empty()) return parts.rest;
    return parts.rest.empty() ? clause : clause + std::string(kAnd) + parts.rest + ")";
}

} // namespace app
