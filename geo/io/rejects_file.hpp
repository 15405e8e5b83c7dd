#pragma once

#include <string>

#include "geo/core/report.hpp"

namespace geo {

/// Rejected rows as CSV: row, field, value, reason, text. Written also when there are none (the header alone), so that
/// a script finds the file. Throws Error{Output}.
void write_rejects(const Report& report, const std::string& path);

} // namespace geo
