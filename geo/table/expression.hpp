#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/table/incident_table.hpp"

namespace geo {

/// A parsed `--where`: = != < <= > >= in (…) like 'a%' is [not] null, and or not ( ). Names are the file's
/// own columns first (quoted with "…" when they are no plain word, compared without case), then roles
/// (deaths_best, event_type ...). Text is in single quotes, '' inside stands for one quote. A comparison with
/// a number compares numbers and is false for values that are none; with text it compares text exactly; a
/// date column or role compares ISO days. NULL is the empty value. `like` knows % and _ and ignores case.
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
