#pragma once

#include <string>
#include <string_view>

namespace geo {

/// One field of CSV (RFC 4180): quoted when it has a separator, a quote, a line end or blanks at its ends.
void append_csv_text(std::string& out, std::string_view text);

} // namespace geo
