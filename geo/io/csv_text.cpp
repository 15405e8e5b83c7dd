#include "geo/io/csv_text.hpp"

#include <algorithm>
#include <iterator>

#include "geo/core/copy_text.hpp"
#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

bool needs_quotes(char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; }

} // namespace

bool looks_like_formula(std::string_view text) {
    if (text.empty()) return false;
    constexpr std::string_view kWide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const bool begins = std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos ||
                        std::any_of(std::begin(kWide), std::end(kWide),
                                    [&](std::string_view sign) { return text.starts_with(sign); });
    return begins && !number_from_text(text);
}

char* put_csv_text(char* to, std::string_view text, Formulas formulas) {
    const bool disarmed = formulas == Formulas::disarmed && looks_like_formula(text);
    const bool quoted = std::any_of(text.begin(), text.end(), needs_quotes) ||
                        (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (quoted) *to++ = '"';
    if (disarmed) *to++ = '\'';
    if (!quoted) return copy_text(to, text);
    for (const char c : text) {
        if (c == '"') *to++ = '"';
        *to++ = c;
    }
    *to++ = '"';
    return to;
}

void append_csv_text(std::string& out, std::string_view text, Formulas formulas) {
    const std::size_t begin = out.size();
    out.resize(begin + csv_text_room(text.size()));
    out.resize(static_cast<std::size_t>(put_csv_text(out.data() + begin, text, formulas) - out.data()));
}

} // namespace geo
