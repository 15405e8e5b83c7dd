#include "geo/io/csv_text.hpp"

#include <algorithm>
#include <iterator>

#include "geo/table/number_from_text.hpp"

namespace geo {

bool looks_like_formula(std::string_view text) {
    if (text.empty()) return false;
    constexpr std::string_view kWide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const bool begins = std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos ||
                        std::any_of(std::begin(kWide), std::end(kWide),
                                    [&](std::string_view sign) { return text.starts_with(sign); });
    return begins && !number_from_text(text);
}

void append_csv_text(std::string& out, std::string_view text, Formulas formulas) {
    const bool disarmed = formulas == Formulas::disarmed && looks_like_formula(text);
    const bool quoted = text.find_first_of(",\"\n\r") != std::string_view::npos ||
                        (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!quoted) {
        if (disarmed) out += '\'';
        out += text;
        return;
    }
    out += disarmed ? "\"'" : "\"";
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

} // namespace geo
