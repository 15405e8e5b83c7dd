#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "app/cli/command.hpp"
#include "app/cli/option_readers.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "app/render/picture/write_picture.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

void add_options(CLI::App& command, Arguments& arguments) {
    geo::StripSpec& spec = arguments.study.strip.emplace();
    geo::MapSpec& map = arguments.study.map.emplace();
    add_input(command, arguments);
    add_output(command, arguments,
               "The border unrolled as a picture (.png, .svg), or its incidents with border_km: .geojson, "
               ".geojsonl, "
               ".csv, .gpkg, .fgb, .shp, or - for GeoJSON",
               false);
    add_columns_option(command, arguments);
    add_read(command, "--reach", "The largest distance shown; incidents beyond are counted; default 100km",
             into_length(spec.reach))
        ->group("Strip");
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    command.add_option("--title", map.title, "Title of the picture; default: made from what is shown")
        ->group("Map");
    add_picture_options(command, arguments);
    add_theme(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

void tell_strip(const Arguments& arguments, const geo::BorderStrip& strip) {
    tell(arguments, "Along the border: " + geo::strip_in_words(*arguments.study.strip));
    for (const geo::StripLine& line : strip.lines) {
        tell(arguments, "  " + geo::line_in_words(line, strip.reach_m));
        if (line.n_parts > 1)
            tell(arguments, fmt::format("    {} parts joined end to end, with gaps of {} km between them",
                                        line.n_parts, geo::short_number(line.gap_m / 1000)));
    }
    if (strip.n_unlocated > 0)
        tell(arguments, fmt::format("  {} without a place", geo::grouped(strip.n_unlocated)));
}

void print_json(const geo::BorderStrip& strip) {
    nlohmann::ordered_json json{{"reach_m", strip.reach_m}, {"without_place", strip.n_unlocated}};
    json["lines"] = nlohmann::ordered_json::array();
    for (const geo::StripLine& line : strip.lines)
        json["lines"].push_back({{"neighbour", line.neighbour},
                                 {"name", line.name},
                                 {"length_m", line.length_m},
                                 {"vertices", line.n_vertices},
                                 {"parts", line.n_parts},
                                 {"gaps_m", line.gap_m},
                                 {"inside", line.n_inside},
                                 {"outside", line.n_outside},
                                 {"undetermined", line.n_undetermined},
                                 {"beyond_reach", line.n_beyond}});
    fmt::print("{}\n", json.dump(2));
}

void run(Arguments& arguments, TerminalProgress& progress) {
    const auto is_picture = [](const std::string& path) { return is_picture_path(path); };
    if (std::none_of(arguments.outputs.begin(), arguments.outputs.end(), is_picture))
        arguments.study.map.reset();
    arguments.study.all_columns =
        !std::all_of(arguments.outputs.begin(), arguments.outputs.end(), is_picture);
    add_outputs(arguments, geo::OutputSpec::What::strip);
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    tell_strip(arguments, *snapshot.strip.value);
    if (arguments.json) print_json(*snapshot.strip.value);
}

} // namespace

const Command kStrip{
    "strip", "The border unrolled: kilometre along the line, distance on either side, time as colour",
    "borderlens strip incidents.csv --neighbour AFG --reach 100km -o strip.png", add_options, run};

} // namespace app
