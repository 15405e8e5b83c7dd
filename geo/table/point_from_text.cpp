#include "geo/table/point_from_text.hpp"

#include "geo/table/column_name.hpp"
#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

/// Takes `word` (any case) and the blanks after it off the front of `text`.
bool take_word(std::string_view& text, std::string_view word) {
    if (!same_but_for_case(text.substr(0, word.size()), word)) return false;
    text = trimmed(text.substr(word.size()));
    return true;
}

std::string_view take_token(std::string_view& text) {
    text = trimmed(text);
    const std::string_view token = text.substr(0, text.find_first_of(" \t"));
    text.remove_prefix(token.size());
    return token;
}

} // namespace

PointText point_from_text(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return {true, true, {}};
    if (take_word(text, "SRID=") && !take_word(text, "4326;")) return {};
    if (!take_word(text, "POINT")) return {};
    for (const std::string_view dimension : {"ZM", "Z", "M"})
        if (take_word(text, dimension)) break;
    if (same_but_for_case(text, "EMPTY")) return {true, true, {}};
    if (text.size() < 2 || text.front() != '(' || text.back() != ')') return {};
    text = text.substr(1, text.size() - 2);
    const auto x = number_from_text(take_token(text));
    const auto y = number_from_text(take_token(text));
    for (int extra = 0; extra < 2 && !trimmed(text).empty(); ++extra)
        if (!number_from_text(take_token(text))) return {};
    if (!x || !y || !trimmed(text).empty()) return {};
    return {true, false, {*x, *y}};
}

} // namespace geo
