#pragma once

#include <optional>
#include <string_view>

namespace geo {

/// The finite decimal number that the whole of `text` is ("34.8", "-5", "+1e3"; blanks around it are
/// ignored); nullopt for anything else, "nan" and "inf" included. Correctly rounded. About 5 ns for
/// coordinates.
std::optional<double> number_from_text(std::string_view text);

} // namespace geo
