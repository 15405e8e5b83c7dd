#include "app/cli/option_readers.hpp"

#include <CLI/CLI.hpp>

#include "geo/core/calendar.hpp"
#include "geo/core/length_text.hpp"

namespace app {

CLI::Option* add_read(CLI::App& command, const std::string& name, const std::string& help, Reader reader) {
    return command.add_option_function<std::string>(
        name,
        [name, reader = std::move(reader)](const std::string& value) {
            if (const std::string fault = reader(value); !fault.empty())
                throw CLI::ValidationError(name, "'" + value + "' " + fault);
        },
        help);
}

Reader into_length(std::optional<geo::Metres>& target) {
    return [&target](const std::string& value) -> std::string {
        target = geo::metres_from_text(value);
        return target ? "" : "is not a length: write a number with its unit, like 25km or 500m";
    };
}

Reader into_length(geo::Metres& target) {
    return [&target](const std::string& value) -> std::string {
        const auto length = geo::metres_from_text(value);
        if (!length || length->value <= 0)
            return "is not a length above 0: write it with its unit, like 25km or 500m";
        target = *length;
        return "";
    };
}

std::optional<int> days_from_text(const std::string& value) {
    const auto span = geo::span_from_text(value);
    if (!span || (span->unit != geo::CalendarUnit::day && span->unit != geo::CalendarUnit::week)) return std::nullopt;
    return span->unit == geo::CalendarUnit::week ? 7 * span->n : span->n;
}

std::string read_box(const std::string& value, std::optional<geo::LonLatBox>& target) {
    geo::LonLatBox box;
    char rest = 0;
    const int n =
        std::sscanf(value.c_str(), "%lf,%lf,%lf,%lf%c", &box.west, &box.south, &box.east, &box.north, &rest);
    if (n != 4 || box.west > box.east || box.south > box.north || box.south < -90 || box.north > 90)
        return "is not a box: write W,S,E,N in degrees, like 69,31,74,37";
    target = box;
    return "";
}

std::vector<std::string> split(const std::string& value) {
    std::vector<std::string> parts;
    std::stringstream stream(value);
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
    return parts;
}

} // namespace app
