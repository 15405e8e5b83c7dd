#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/table/incident_table.hpp"

namespace geo {

/// A parsed `--where`: = != < <= > >= [not] in (…) [not] like 'a%' is [not] null, and or not ( ). Names are
/// the file's own columns first (quoted with "…" when they are no plain word, compared without case), then
/// roles (deaths_best, event_type ...). Text is in single quotes, '' inside stands for one quote. A
/// comparison with a number compares numbers and is false for values that are none, `!=` too; with text it
/// compares text exactly, the empty text too. A date column or role compares days with a day, a month or a
/// year: date <= '2021' takes the whole year in; it is false for undated incidents. NULL is the empty value.
/// There are two truth values: `not` turns every false into true. `like` knows % and _ and ignores (ASCII)
/// case. At most 1,000 comparisons and 200 nested parentheses.
class Expression {
  public:
    /// Throws Error{Argument} that names the position and what was expected.
    static Expression parse(std::string_view text);

    /// Names that the expression uses, in order of appearance: what the reader must keep.
    const std::vector<std::string>& names() const { return names_; }

    /// One byte per row of the table: 1 passes. Throws Error{Argument} for a name that is neither a kept
    /// column nor a role of the table (the message lists the file's columns).
    std::vector<std::uint8_t> evaluate(const IncidentTable& table) const;

    struct Node;

  private:
    std::shared_ptr<const Node> root_;
    std::vector<std::string> names_;
};

} // namespace geo
