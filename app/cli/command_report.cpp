#include <filesystem>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.hpp"
#include "app/cli/option_readers.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "app/report/report_study.hpp"
#include "app/report/write_report.hpp"
#include "geo/study/study_json.hpp"

namespace app {

namespace {

void add_analyses(CLI::App& command, Arguments& arguments) {
    add_density_options(command, arguments);
    add_hot_spot_options(command, arguments, OptionsOf::report);
    add_cluster_options(command, arguments, OptionsOf::report);
    add_district_options(command, arguments, OptionsOf::report);
    add_before_after_options(command, arguments, OptionsOf::report);
    add_trend_options(command, arguments);
}

void add_options(CLI::App& command, Arguments& arguments) {
    command
        .add_option("INPUT", arguments.study.source.path,
                    "A file of incidents (as for filter), or a study (*.study.json) that says everything itself")
        ->required();
    command.add_option("--layer", arguments.study.source.layer, "Layer of a file that has several; of a database a table or a query");
    command.add_option("-o,--output", arguments.outputs, "The new folder; one that holds anything is refused")
        ->expected(1)
        ->required();
    command
        .add_option("--inputs", arguments.inputs_folder,
                    "With a study: the folder that its input files lie in; default: where the study says")
        ->group("Report");
    command
        .add_option_function<std::string>(
            "--parts", [&arguments](const std::string& value) { arguments.report_parts = split(value); },
            "Of density, hotspots, clusters, trend, strip, districts, change only these; default: all that the input "
            "allows; the incidents, the map and the distance bands are always in it")
        ->group("Report");
    add_trust_options(command, arguments);
    add_columns_option(command, arguments, false); // its incidents are no .csv
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_analyses(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

/// A bare file: every analysis, as the options say.
void ask_for_everything(Arguments& arguments) {
    geo::Study& study = arguments.study;
    study.all_columns = true;
    study.proximity.emplace().intervals = true;
    check_hot_spots(study, arguments.hot_spots, OptionsOf::report);
    study.hot_spots = arguments.hot_spots;
    study.clusters = arguments.clusters;
    study.trend = arguments.trend;
    study.strip.emplace();
    if (!study.districts.path.empty()) study.district_counts = arguments.district_counts;
    if (arguments.change_on_map) study.before_after = arguments.before_after;
    keep_parts(study, arguments.report_parts);
}

/// What the study says would be said twice, and one of the two would lose.
void refuse_flags_beside_study(const Arguments& arguments) {
    geo::Study plain;
    plain.source.path = arguments.study.source.path;
    plain.density.emplace();
    const Arguments usual;
    const bool same = arguments.study == plain && arguments.hot_spots == usual.hot_spots &&
                      arguments.clusters == usual.clusters && arguments.trend == usual.trend &&
                      arguments.district_counts == usual.district_counts && !arguments.change_on_map &&
                      arguments.before_after == usual.before_after && arguments.report_parts.empty();
    if (!same)
        throw geo::Error(geo::ErrorKind::Argument,
                         "a study says itself what is computed: change " + plain.source.path +
                             ", or give the file of incidents with these options");
}

void load(Arguments& arguments) {
    const std::string path = arguments.study.source.path;
    refuse_flags_beside_study(arguments);
    const std::filesystem::path file(path);
    const std::filesystem::path folder =
        arguments.inputs_folder.empty() ? file.parent_path() : std::filesystem::path(arguments.inputs_folder);
    arguments.study = geo::load_study(path, folder.string());
    // What it names must lie where its inputs are said to be; its own outputs are not written.
    const std::vector<geo::OutputSpec> outputs = std::exchange(arguments.study.outputs, {});
    require_trust(arguments, (folder / file.filename()).string());
    for (const geo::OutputSpec& output : outputs)
        if (output.what == geo::OutputSpec::What::report && arguments.columns == geo::ColumnsKept::all)
            arguments.columns = output.columns; // as the package was made
}

void run(Arguments& arguments, TerminalProgress& progress) {
    if (is_study_path(arguments.study.source.path)) load(arguments);
    else if (!arguments.inputs_folder.empty())
        throw geo::Error(geo::ErrorKind::Argument, "--inputs goes with a study: " + arguments.study.source.path +
                                                       " is read from where it is");
    else ask_for_everything(arguments);
    geo::OutputSpec output{geo::OutputSpec::What::report, arguments.outputs.front(), arguments.columns};
    arguments.study.outputs = {output};
    require_what_outputs_need(arguments.study);
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    tell(arguments, "  read it from " + (std::filesystem::path(output.path) / "index.html").string());
}

} // namespace

const Command kReport{"report", "The evidence package: a folder with layers, tables, pictures and a page",
                      "borderlens report incidents.csv --from 2021 --districts districts.gpkg -o evidence", add_options,
                      run};

} // namespace app
