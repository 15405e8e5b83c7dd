#include "app/viewer/where_parts.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace app {

namespace {

constexpr std::string_view kAnd = " and ";
constexpr std::string_view kFrom = "deaths_best >= ";
constexpr std::string_view kTo = "deaths_best <= ";
constexpr std::string_view kNotes = "notes like ";

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

bool take_number(std::string_view& text, std::string_view clause, std::optional<double>& number) {
    if (number || !skip(text, clause)) return false;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    number = value;
    return true;
}

bool take_notes(std::string_view& text, std::string& notes) {
    if (!notes.empty() || !skip(text, kNotes)) return false;
    const auto pattern = take_quoted(text);
    if (!pattern || pattern->size() < 3 || pattern->front() != '%' || pattern->back() != '%') return false;
    notes = pattern->substr(1, pattern->size() - 2);
    return true;
}

/// "(...)" whose first parenthesis is closed by the last character, quoted text aside.
bool is_wrapped(std::string_view text) {
    if (text.size() < 2 || text.front() != '(') return false;
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            return i + 1 == text.size();
        }
    }
    return false;
}

/// One clause off the front, of those that are written here.
bool take_clause(std::string_view& text, const std::string& name, WhereParts& parts) {
    const std::string_view before = text;
    if (!name.empty() && parts.categories.empty() && take_categories(text, name, parts.categories))
        return true;
    text = before;
    return take_number(text, kFrom, parts.deaths_from) || take_number(text, kTo, parts.deaths_to) ||
           take_notes(text, parts.notes);
}

} // namespace

WhereParts parts_of_where(std::string_view where, std::string_view column) {
    WhereParts all_rest;
    all_rest.rest = where;
    const std::string name = column.empty() ? "" : quoted(column, '"');
    WhereParts parts;
    std::string_view text = where;
    while (!text.empty()) {
        if (!take_clause(text, name, parts)) return all_rest;
        if (text.empty()) return parts;
        if (!skip(text, kAnd)) return all_rest;
        if (!is_wrapped(text)) continue;
        parts.rest = text.substr(1, text.size() - 2); // categories, which may be wrapped too, stand first
        return parts;
    }
    return parts;
}

std::string where_from_parts(const WhereParts& parts, std::string_view column) {
    std::string clauses;
    const auto add = [&](const std::string& clause) {
        if (!clause.empty()) clauses += (clauses.empty() ? std::string() : std::string(kAnd)) + clause;
    };
    if (!column.empty()) add(category_clause(parts, column));
    if (parts.deaths_from) add(fmt::format("{}{}", kFrom, *parts.deaths_from));
    if (parts.deaths_to) add(fmt::format("{}{}", kTo, *parts.deaths_to));
    if (!parts.notes.empty()) add(std::string(kNotes) + quoted("%" + parts.notes + "%", '\''));
    if (clauses.empty()) return parts.rest;
    return parts.rest.empty() ? clauses : clauses + std::string(kAnd) + "(" + parts.rest + ")";
}

} // namespace app
