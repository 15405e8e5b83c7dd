#include <fmt/format.h>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"

namespace app {

namespace {

void add_options(CLI::App& command, Arguments& arguments) {
    arguments.study.all_columns = true;
    arguments.study.proximity.emplace();
    add_input(command, arguments);
    add_output(command, arguments, "Incidents: .geojson, .geojsonl, .csv, .gpkg, .fgb, .shp, or - for GeoJSON", true);
    add_columns_option(command, arguments);
    add_publish_options(command, arguments);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_role_options(command, arguments);
    add_memory_option(command, arguments);
    add_terminal_options(command, arguments);
}

void run(Arguments& arguments, TerminalProgress& progress) {
    add_outputs(arguments, geo::OutputSpec::What::incidents);
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    if (arguments.json)
        fmt::print("{{\"incidents\": {}, \"passed\": {}, \"unlocated\": {}}}\n", snapshot.incidents.value->report.incidents,
                   snapshot.selected.value->n, snapshot.selected.value->unlocated);
}

} // namespace

const Command kFilter{"filter", "Incidents that pass a filter, with their border distance",
                      "borderlens filter incidents.csv --from 2021-08 --to 2021-12 --area kp --within 20km -o near.geojson",
                      add_options, run};

} // namespace app
