#include "geo/io/csv_text.hpp"

namespace geo {

void append_csv_text(std::string& out, std::string_view text) {
    const bool quoted = text.find_first_of(",\"\n\r") != std::string_view::npos ||
                        (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!quoted) {
        out += text;
        return;
    }
    out += '"';
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

} // namespace geo
