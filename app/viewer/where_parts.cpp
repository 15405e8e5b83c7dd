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

std::string in_quotes(std::string_view text, char quote) {
    std::string result(1, quote);
    for (char c : text) {
        if (c == quote) result += quote;
        result += c;
    }
    return result + quote;
}

/// "name" in ('a', 'b'), an empty text for no value.
std::string clause_of(const ColumnChoice& choice) {
    std::string list;
    for (const std::string& value : choice.values) list += (list.empty() ? "" : ", ") + in_quotes(value, '\'');
    if (list.empty()) return "";
    return in_quotes(choice.column, '"') + (choice.all_but ? " not in (" : " in (") + list + ")";
}

/// The same, no category said as null.
std::string category_clause(const WhereParts& parts, std::string_view column) {
    ColumnChoice given{std::string(column), parts.categories, parts.all_but_categories};
    const bool with_empty = !given.all_but && std::erase(given.values, "") > 0;
    std::string in = clause_of(given);
    const std::string is_null = in_quotes(column, '"') + " is null";
    if (!with_empty) return in;
    return in.empty() ? is_null : "(" + in + " or " + is_null + ")";
}

/// Takes `token` off the front of `text`.
bool skip(std::string_view& text, std::string_view token) {
    if (!text.starts_with(token)) return false;
    text.remove_prefix(token.size());
    return true;
}

std::optional<std::string> take_quoted(std::string_view& text, char quote) {
    const std::string once(1, quote), twice(2, quote);
    if (!skip(text, once)) return std::nullopt;
    std::string value;
    while (!text.empty()) {
        if (skip(text, twice)) {
            value += quote;
        } else if (skip(text, once)) {
            return value;
        } else {
            value += text.front();
            text.remove_prefix(1);
        }
    }
    return std::nullopt;
}

/// Reads a clause as clause_of writes it.
std::optional<ColumnChoice> take_choice(std::string_view& text) {
    ColumnChoice choice;
    const auto column = take_quoted(text, '"');
    if (!column || column->empty()) return std::nullopt;
    choice.column = *column;
    choice.all_but = skip(text, " not in (");
    if (!choice.all_but && !skip(text, " in (")) return std::nullopt;
    do {
        const auto value = take_quoted(text, '\'');
        if (!value) return std::nullopt;
        choice.values.push_back(*value);
    } while (skip(text, ", "));
    if (!skip(text, ")")) return std::nullopt;
    return choice;
}

/// Reads a clause as category_clause writes it where it names null.
std::optional<ColumnChoice> take_null_too(std::string_view& text, std::string_view column) {
    const std::string is_null = in_quotes(column, '"') + " is null";
    if (skip(text, is_null)) return ColumnChoice{std::string(column), {""}, false};
    if (!skip(text, "(")) return std::nullopt;
    auto choice = take_choice(text);
    if (!choice || choice->all_but || choice->column != column || !skip(text, " or " + is_null + ")"))
        return std::nullopt;
    choice->values.emplace_back();
    return choice;
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
    const auto pattern = take_quoted(text, '\'');
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
bool take_clause(std::string_view& text, std::string_view column, WhereParts& parts) {
    const std::string_view before = text;
    auto choice = take_choice(text);
    if (!choice && !column.empty()) {
        text = before;
        choice = take_null_too(text, column);
    }
    if (choice) {
        if (choice_of(parts, column, choice->column)) return false; // the second of a column
        choose(parts, column, std::move(*choice));
        return true;
    }
    text = before;
    return take_number(text, kFrom, parts.deaths_from) || take_number(text, kTo, parts.deaths_to) ||
           take_notes(text, parts.notes);
}

} // namespace

ChosenValues categories_of(const WhereParts& parts) {
    return ChosenValues({"", parts.categories, parts.categories.empty() || parts.all_but_categories});
}

std::optional<ColumnChoice> choice_of(const WhereParts& parts, std::string_view category_column,
                                      const std::string& column) {
    if (column == category_column) {
        if (parts.categories.empty()) return std::nullopt;
        return ColumnChoice{column, parts.categories, parts.all_but_categories};
    }
    for (const ColumnChoice& choice : parts.columns)
        if (choice.column == column) return choice;
    return std::nullopt;
}

void choose(WhereParts& parts, std::string_view category_column, ColumnChoice choice) {
    if (choice.column == category_column) {
        parts.all_but_categories = choice.all_but && !choice.values.empty();
        parts.categories = std::move(choice.values);
        return;
    }
    const auto known = std::find_if(parts.columns.begin(), parts.columns.end(),
                                    [&](const ColumnChoice& other) { return other.column == choice.column; });
    if (choice.values.empty()) {
        if (known != parts.columns.end()) parts.columns.erase(known);
    } else if (known != parts.columns.end()) {
        *known = std::move(choice);
    } else {
        parts.columns.push_back(std::move(choice));
    }
}

ColumnChoice choice_from(std::string column, const std::vector<std::string>& all,
                         const std::vector<std::string>& chosen) {
    constexpr std::size_t kMany = 20;
    if (chosen.size() >= all.size()) return {std::move(column), {}, false};
    if (chosen.size() <= kMany || chosen.size() <= all.size() / 2) return {std::move(column), chosen, false};
    ColumnChoice choice{std::move(column), {}, true};
    const ChosenValues kept({"", chosen, false});
    for (const std::string& value : all)
        if (!kept.holds(value)) choice.values.push_back(value);
    return choice;
}

WhereParts parts_of_where(std::string_view where, std::string_view column) {
    WhereParts all_rest;
    all_rest.rest = where;
    WhereParts parts;
    std::string_view text = where;
    while (!text.empty()) {
        if (!take_clause(text, column, parts)) return all_rest;
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
    for (const ColumnChoice& choice : parts.columns) add(clause_of(choice));
    if (parts.deaths_from) add(fmt::format("{}{}", kFrom, *parts.deaths_from));
    if (parts.deaths_to) add(fmt::format("{}{}", kTo, *parts.deaths_to));
    if (!parts.notes.empty()) add(std::string(kNotes) + in_quotes("%" + parts.notes + "%", '\''));
    if (clauses.empty()) return parts.rest;
    return parts.rest.empty() ? clauses : clauses + std::string(kAnd) + "(" + parts.rest + ")";
}

} // namespace app
