#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_output(command, arguments, "GeoTIFF grid (.tif), filled contours (.geojson, .gpkg ...) or picture (.png, .svg)", true);
    add_density_options(command, arguments);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_map_options(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

/// Advice beside what was used: the rules smooth far too much along a border, and nobody need follow them.
void tell_rules(const Arguments& arguments, const geo::Snapshot& snapshot) {
    const geo::Kernel kernel = arguments.study.density->kernel;
    const std::string scott = geo::rule_in_words(kernel, snapshot.scott.value->standard);
    if (scott.empty()) return;
    tell(arguments, fmt::format("  Scott's rule of thumb would be {}, with the robust spread {}", scott,
                                geo::rule_in_words(kernel, snapshot.scott.value->robust)));
    const geo::RepeatedPlaces& places = *snapshot.repeated_places.value;
    if (places.n_repeated > 0)
        tell(arguments, fmt::format("  {} of {} located incidents share their coordinates with another: do not take a "
                                    "bandwidth from cross-validation",
                                    geo::grouped(places.n_repeated), geo::grouped(places.n_located)));
}

void tell_density(const Arguments& arguments, const geo::Snapshot& snapshot) {
    const geo::DensitySurface& surface = *snapshot.density.value;
    const geo::GridShape& shape = surface.grid.shape;
    tell(arguments, fmt::format("Density: {}; cell {} km, {} × {} cells",
                                geo::density_in_words(*arguments.study.density, surface),
                                geo::short_number(shape.cell_m / 1000), shape.n_columns, shape.n_rows));
    tell(arguments, fmt::format("  {} incidents over {:.2f} years, {} with their whole kernel inside the grid",
                                geo::grouped(surface.n_incidents), surface.years, geo::grouped(surface.n_inside)));
    if (surface.n_left_out > 0)
        tell(arguments, fmt::format("  {} left out: without a place, or of a precision that is of no use for density",
                                    geo::grouped(surface.n_left_out)));
    tell_rules(arguments, snapshot);
    tell(arguments, fmt::format("  peak {} {}", geo::short_number(surface.peak), surface.scale.unit));
}

nlohmann::ordered_json sigmas_json(const geo::AxisSigmas& sigmas) {
    return {{"sigma_x_m", sigmas.x_m}, {"sigma_y_m", sigmas.y_m}};
}

void print_json(const geo::Snapshot& snapshot) {
    const geo::DensitySurface& surface = *snapshot.density.value;
    const nlohmann::ordered_json json{
        {"incidents", surface.n_incidents}, {"inside", surface.n_inside},       {"left_out", surface.n_left_out},
        {"peak", surface.peak},             {"unit", surface.scale.unit},       {"years", surface.years},
        {"sum", geo::integral(surface.grid)}, {"columns", surface.grid.shape.n_columns},
        {"rows", surface.grid.shape.n_rows}, {"cell_m", surface.grid.shape.cell_m}, {"crs", surface.crs},
        {"sigma_equivalent_m", surface.sigma_equivalent_m},
        {"scott", sigmas_json(snapshot.scott.value->standard)},
        {"scott_robust", sigmas_json(snapshot.scott.value->robust)},
        {"located", snapshot.repeated_places.value->n_located},
        {"sharing_coordinates", snapshot.repeated_places.value->n_repeated}};
    fmt::print("{}\n", json.dump(2));
}

void run(Arguments& arguments, TerminalProgress& progress) {
    add_outputs(arguments, geo::OutputSpec::What::density);
    arguments.study.map->show_incidents = false; // a density picture shows the density
    if (!wants_picture(arguments)) arguments.study.map.reset();
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    tell_density(arguments, snapshot);
    if (arguments.json) print_json(snapshot);
    tell_timings(arguments, progress);
}

} // namespace

const Command kDensity{"density", "Kernel density in incidents per km² (and year)",
                       "borderlens density incidents.csv --from 2024 --bandwidth 25km -o density.tif -o density.geojson",
                       add_options, run};

} // namespace app
