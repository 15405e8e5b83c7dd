#include "app/cli/arguments.hpp"

#include <CLI/CLI.hpp>

#include "app/cli/option_readers.hpp"
#include "geo/core/size_text.hpp"
#include "geo/study/command_line.hpp"

namespace app {

namespace {

void read_column(const std::string& value, geo::RoleOptions& roles) {
    const std::size_t sign = value.find('=');
    const auto role = geo::role_from_name(value.substr(0, sign));
    if (sign == std::string::npos || !role)
        throw CLI::ValidationError("--column", "'" + value + "' is not ROLE=NAME, like notes=description");
    roles.columns[*role] = value.substr(sign + 1);
}

} // namespace

void add_input(CLI::App& command, Arguments& arguments) {
    command
        .add_option(
            "INPUT", arguments.study.source.path,
            "Incidents: CSV, TSV (also .gz, .zip), GeoJSON, GeoJSONSeq, GeoPackage, Shapefile, FlatGeobuf, "
            "XLSX, KML, - for delimited text on standard input, or \"PG:dbname=...\" for PostGIS")
        ->required();
    command.add_option("--layer", arguments.study.source.layer, "Layer of a file that has several; of a database a table or a query");
}

void add_role_options(CLI::App& command, Arguments& arguments) {
    geo::RoleOptions& roles = arguments.study.source.roles;
    add_read(command, "--schema", "acled, ucdp-ged, gtd or generic; default: recognised from the header",
             [&roles](const std::string& value) -> std::string {
                 roles.schema = geo::schema_from_name(value);
                 return roles.schema ? "" : "is not a schema: acled, ucdp-ged, gtd or generic";
             })
        ->group("Columns");
    for (const auto& [option, role] : geo::kRoleFlags)
        command
            .add_option_function<std::string>(
                option, [&roles, role = role](const std::string& column) { roles.columns[role] = column; },
                "Column that is the " + std::string(geo::name_of(role)) +
                    "; default: guessed from the header")
            ->group("Columns");
    command
        .add_option_function<std::vector<std::string>>(
            "--column",
            [&roles](const std::vector<std::string>& values) {
                for (const std::string& value : values) read_column(value, roles);
            },
            "Column of any role, as ROLE=NAME; can be given more than once")
        ->allow_extra_args(false)
        ->take_all()
        ->group("Columns");
    add_read(command, "--day-order",
             "Order in dates like 03/04/2021: dmy or mdy; default: what the whole column shows",
             [&roles](const std::string& value) -> std::string {
                 if (value != "dmy" && value != "mdy") return "must be dmy or mdy";
                 roles.day_order = value == "dmy" ? geo::DayOrder::day_first : geo::DayOrder::month_first;
                 return "";
             })
        ->group("Columns");
}

void add_columns_option(CLI::App& command, Arguments& arguments, bool with_csv) {
    add_read(command, "--columns",
             "Columns of the input to keep: all (default), roles (those with a role), no-text (without notes "
             "and columns "
             "with texts longer than 100 letters)",
             [&arguments](const std::string& value) -> std::string {
                 using geo::ColumnsKept;
                 if (value != "all" && value != "roles" && value != "no-text")
                     return "must be all, roles or no-text";
                 arguments.columns = value == "all"     ? ColumnsKept::all
                                     : value == "roles" ? ColumnsKept::roles
                                                        : ColumnsKept::no_text;
                 return "";
             })
        ->group("Output");
    command
        .add_flag_callback(
            "--drop-text", [&arguments] { arguments.columns = geo::ColumnsKept::no_text; },
            "Without notes and columns with texts longer than 100 letters: --columns no-text")
        ->group("Output");
    if (!with_csv) return;
    command
        .add_flag("--keep-formulas", arguments.keep_formulas,
                  "In .csv leave text as it is that a spreadsheet would run as a formula (= + - @ in front); "
                  "default: an "
                  "apostrophe before it")
        ->group("Output");
}

void add_publish_options(CLI::App& command, Arguments& arguments) {
    const std::string group = "For publishing";
    add_read(command, "--coarsen",
             "Places become centres of cells of this size, 10km or 0.1deg; only dates, categories, actors "
             "and deaths stay "
             "beside them",
             [&arguments](const std::string& value) -> std::string {
                 arguments.publish.coarsen = geo::coarse_grid_from_text(value);
                 return arguments.publish.coarsen
                            ? ""
                            : "is not a size of cells: from 0.1km to 1000km, or from 0.001deg to 10deg";
             })
        ->group(group);
    command
        .add_option("--merge-under", arguments.publish.merge_under,
                    "Cells of fewer incidents are merged into cells of 2, 4 and 8 times the side; what is "
                    "still fewer is "
                    "withheld and counted")
        ->check(CLI::Range(2, geo::kMostMergeUnder))
        ->type_name("K")
        ->group(group);
}

void add_trust_options(CLI::App& command, Arguments& arguments) {
    const std::string group = "Study files";
    command
        .add_flag("--allow-outside", arguments.allow_outside,
                  "The study may read and write files outside its own folder (absolute paths, .. and links)")
        ->group(group);
    command.add_flag("--allow-network", arguments.allow_network, "The study may read from a database (PG:)")
        ->group(group);
}

void add_study(CLI::App& command, Arguments& arguments, bool required) {
    const char* name = required ? "STUDY" : "INPUT";
    const char* help =
        required ? "A study file (*.study.json)" : "A file of incidents or a study (*.study.json)";
    command.add_option(name, arguments.study.source.path, help)->required(required);
}

void add_output(CLI::App& command, Arguments& arguments, const std::string& help, bool required) {
    CLI::Option* option =
        command.add_option("-o,--output", arguments.outputs, help + "; can be given more than once")
            ->take_all();
    option->allow_extra_args(false);
    if (required) option->required();
}

void add_memory_option(CLI::App& command, Arguments& arguments) {
    add_read(command, "--memory",
             "A file that, read whole, would take more (a quarter of it is enough) is read in parts, and its incidents "
             "are written in the order of the file: 2GB, 500MiB; default: every file is read whole",
             [&arguments](const std::string& value) -> std::string {
                 const auto bytes = geo::bytes_from_text(value);
                 if (!bytes) return "must be a size such as 2GB or 500MiB";
                 arguments.memory_bytes = *bytes;
                 return "";
             })
        ->group("Terminal");
}

void add_terminal_options(CLI::App& command, Arguments& arguments) {
    const std::string group = "Terminal";
    command
        .add_option("--rejects", arguments.rejects, "Write rejected rows with their reasons to this CSV file")
        ->group(group);
    command.add_flag("--json", arguments.json, "The summary as JSON on standard output")->group(group);
    command.add_flag("--quiet", arguments.quiet, "Only errors on standard error")->group(group);
    command.add_flag("--timings", arguments.timings, "Seconds of each stage as JSON on standard error")
        ->group(group);
    command.add_option("--threads", arguments.threads, "Threads to use, 0 is all; the result is the same")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str()
        ->group(group);
}

} // namespace app
