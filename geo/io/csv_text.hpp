#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace geo {

/// Text that a spreadsheet would run when it opens the file: it begins with = + - @ (also their wide forms),
/// a tab or a line end. A number is none: "-5" and "+1e3" stay numbers.
bool looks_like_formula(std::string_view text);

enum class Formulas { disarmed, kept };

/// One field of CSV (RFC 4180): quoted when it has a separator, a quote, a line end or blanks at its ends.
/// What looks like a formula gets an apostrophe in front, which spreadsheets take for "this is text"; other
/// readers, this program too, see it as a part of the text.
void append_csv_text(std::string& out, std::string_view text, Formulas formulas = Formulas::disarmed);
/// The same into room that the caller has made; returns where it ends.
char* put_csv_text(char* to, std::string_view text, Formulas formulas);
constexpr std::size_t csv_text_room(std::size_t bytes) { return 2 * bytes + 3; }

} // namespace geo
