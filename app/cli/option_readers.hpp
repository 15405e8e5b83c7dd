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

/// A name out of a list: `from_name` knows them, `fault` names them ("must be square or hexagon").
template <typename FromName, typename Target>
Reader into_named(const char* fault, FromName from_name, Target& target) {
    return [fault, from_name, &target](const std::string& value) -> std::string {
        const auto named = from_name(value);
        if (!named) return fault;
        target = *named;
        return "";
    };
}

/// A length of time in days or weeks (months have no fixed length), 7 times the weeks; nullopt for anything else.
std::optional<int> days_from_text(const std::string& value);

std::string read_box(const std::string& value, std::optional<geo::LonLatBox>& target);

/// The parts between commas.
std::vector<std::string> split(const std::string& value);

} // namespace app
