#include <CLI/CLI.hpp>

#include "app/cli/arguments.hpp"
#include "app/cli/option_readers.hpp"

namespace app {

namespace {

void read_place_code(const std::string& value, geo::PrecisionSpec& precision) {
    const std::size_t sign = value.rfind('=');
    const auto rule =
        sign == std::string::npos ? std::nullopt : geo::support_rule_from_text(value.substr(sign + 1));
    if (sign == 0 || !rule)
        throw CLI::ValidationError("--place-code",
                                   "'" + value +
                                       "' is not CODE=RULE, like 2=25km, 3=admin2, "
                                       "2=admin2-or-25km, 4=admin1, 6=country or 7=not-usable");
    precision.codes[value.substr(0, sign)] = *rule;
}

} // namespace

void add_precision_options(CLI::App& command, Arguments& arguments) {
    geo::PrecisionSpec& precision = arguments.study.precision;
    const std::string group = "Location precision";
    command
        .add_option_function<std::vector<std::string>>(
            "--place-code",
            [&precision](const std::vector<std::string>& values) {
                for (const std::string& value : values) read_place_code(value, precision);
            },
            "What a precision code of the file stands for, as CODE=RULE: a disc (25km), admin2, "
            "admin2-or-25km (a disc "
            "where the row names no district), admin1, country or not-usable; can be given more than once; "
            "default: the "
            "table of the file's schema, see info")
        ->allow_extra_args(false)
        ->take_all()
        ->group(group);
    const auto radius = [&](const char* name, const char* help, geo::Metres& target) {
        add_read(command, name, help, into_length(target))->group(group);
    };
    radius("--admin2-radius", "Disc for a district whose polygon is not loaded; default 35km",
           precision.admin2);
    radius("--admin1-radius", "Disc for a province whose polygon is not loaded; default 150km",
           precision.admin1);
    radius("--country-radius", "Disc for a country; default 450km", precision.country);
    command
        .add_option("--districts", arguments.study.districts.path,
                    "A file with polygons of districts: an incident known to its district stands for the "
                    "polygon that "
                    "holds its place")
        ->type_name("FILE")
        ->group(group);
    command
        .add_option("--population", arguments.study.districts.population,
                    "A table with the population of each district, joined by name; default: a field of the polygons")
        ->type_name("FILE")
        ->group(group);
    command
        .add_option("--population-column", arguments.study.districts.population_column,
                    "The column of population; default: population, else the first that begins with pop")
        ->group(group);
}

} // namespace app
