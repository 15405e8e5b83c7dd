#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/study/bands_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

void add_options(CLI::App& command, Arguments& arguments) {
    arguments.study.proximity.emplace().intervals = true;
    add_input(command, arguments);
    add_output(command, arguments,
               "Each incident with its border distance: .geojson, .geojsonl, .csv, .gpkg, .fgb, .shp, or - "
               "for GeoJSON",
               false);
    command.add_option("--bands-file", arguments.bands_file, "The table of bands as a file: .csv or .json")
        ->group("Output");
    add_columns_option(command, arguments);
    add_publish_options(command, arguments);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_zone_options(command, arguments);
    add_role_options(command, arguments);
    add_memory_option(command, arguments);
    add_terminal_options(command, arguments);
}

void tell_bands(const Arguments& arguments, const geo::Snapshot& snapshot) {
    tell(arguments, "Distance to the border, " + geo::border_in_words(*snapshot.border.value) + ":");
    tell(arguments, bands_as_text(*snapshot.bands.value));
    if (snapshot.interval_bands.value) tell(arguments, intervals_as_text(snapshot));
}

void run(Arguments& arguments, TerminalProgress& progress) {
    arguments.study.all_columns = !arguments.outputs.empty();
    add_outputs(arguments, geo::OutputSpec::What::incidents);
    if (!arguments.zones.empty())
        arguments.study.outputs.push_back({geo::OutputSpec::What::zones, arguments.zones});
    if (!arguments.bands_file.empty())
        add_output(arguments, {geo::OutputSpec::What::bands, arguments.bands_file});
    require_what_outputs_need(arguments.study);
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    tell_bands(arguments, snapshot);
    if (snapshot.null.value) tell(arguments, null_as_text(*arguments.study.proximity->null, snapshot));
    if (snapshot.comparison.value) tell(arguments, comparison_as_text(*snapshot.comparison.value));
    if (arguments.json) fmt::print("{}", geo::bands_as_json(arguments.study, snapshot));
}

} // namespace

const Command kProximity{"proximity", "Distance of each incident to the land border; a table of bands",
                         "borderlens proximity incidents.csv --neighbour AFG -o distance.geojson",
                         add_options, run};

} // namespace app
