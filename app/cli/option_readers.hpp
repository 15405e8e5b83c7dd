#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/units.hpp"

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace app {

/// Reads the value of an option; returns what is wrong with it, to be put behind the value, or "".
using Reader = std::function<std::string(const std::string&)>;

/// An option that is read by a function.
CLI::Option* add_read(CLI::App& command, const std::string& name, const std::string& help, Reader reader);

/// A length with its unit, 0 included.
Reader into_length(std::optional<geo::Metres>& target);
/// A length with its unit above 0.
Reader into_length(geo::Metres& target);

std::string read_box(const std::string& value, std::optional<geo::LonLatBox>& target);

/// The parts between commas.
std::vector<std::string> split(const std::string& value);

} // namespace app
