
#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/study/study_json.hpp"

namespace app {

namespace {

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_output(command, arguments,
               "Picture (.png, or .svg with true vectors); with --animate a folder or a .webp", true);
    add_map_options(command, arguments);
    add_map_parts(command, arguments);
    add_animation_options(command, arguments.animation);
    add_density_options(command, arguments);
    add_hot_spot_options(command, arguments, OptionsOf::picture);
    add_cluster_options(command, arguments, OptionsOf::picture);
    add_district_options(command, arguments, OptionsOf::picture);
    add_before_after_options(command, arguments, OptionsOf::picture);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_role_options(command, arguments);
    add_trust_options(command, arguments);
    add_terminal_options(command, arguments);
}

void draw_one(Arguments& arguments, TerminalProgress& progress) {
    add_outputs(arguments, geo::OutputSpec::What::map);
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
}

void run(Arguments& arguments, TerminalProgress& progress) {
    if (is_study_path(arguments.study.source.path)) {
        const geo::Study flags = arguments.study;
        arguments.study = geo::load_study(flags.source.path);
        arguments.study.outputs.clear(); // what -o says is written, nothing else
        require_trust(arguments, flags.source.path);
        if (!arguments.study.map)
            arguments.study.map = flags.map;
        else
            add_to_map(*arguments.study.map, *flags.map);
    }
    if (arguments.zones_on_map) {
        if (!arguments.study.proximity) arguments.study.proximity.emplace();
        arguments.study.proximity->zones = true;
    }
    if (arguments.hot_spots_on_map) {
        check_hot_spots(arguments.study, arguments.hot_spots, OptionsOf::picture);
        arguments.study.hot_spots = arguments.hot_spots;
        arguments.study.map->show_hot_spots = true;
    }
    if (arguments.clusters_on_map) {
        arguments.study.clusters = arguments.clusters;
        arguments.study.map->show_clusters = true;
    }
    if (arguments.districts_on_map) {
        arguments.study.district_counts = arguments.district_counts;
        arguments.study.map->show_districts = true;
    }
    if (arguments.change_on_map) {
        arguments.study.before_after = arguments.before_after;
        arguments.study.map->show_change = true;
    }
    leave_out_hidden(arguments.study);
    if (arguments.animation.wanted) {
        animate(arguments, progress);
    } else {
        draw_one(arguments, progress);
    }
}

} // namespace

const Command kRender{
    "render", "The map as a picture; needs no display",
    "borderlens render incidents.csv --from 2021 --to 2023 --color-by event_type -o map.png", add_options,
    run};

} // namespace app
