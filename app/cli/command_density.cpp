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
    tell(arguments, fmt::format("  peak {} {}", geo::short_number(surface.peak), surface.scale.unit));
}

void print_json(const geo::DensitySurface& surface) {
    const nlohmann::ordered_json json{
        {"incidents", surface.n_incidents}, {"inside", surface.n_inside},       {"left_out", surface.n_left_out},
        {"peak", surface.peak},             {"unit", surface.scale.unit},       {"years", surface.years},
        {"sum", geo::integral(surface.grid)}, {"columns", surface.grid.shape.n_columns},
        {"rows", surface.grid.shape.n_rows}, {"cell_m", surface.grid.shape.cell_m}, {"crs", surface.crs},
        {"sigma_equivalent_m", surface.sigma_equivalent_m}};
    fmt::print("{}\n", json.dump(2));
}

void run(Arguments& arguments, TerminalProgress& progress) {
    add_outputs(arguments, geo::OutputSpec::What::density);
    arguments.study.map->show_incidents = false; // a density picture shows the density
    if (!wants_picture(arguments)) arguments.study.map.reset();
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    tell_density(arguments, snapshot);
    if (arguments.json) print_json(*snapshot.density.value);
    tell_timings(arguments, progress);
}

} // namespace

const Command kDensity{"density", "Kernel density in incidents per km² (and year)",
                       "borderlens density incidents.csv --from 2024 --bandwidth 25km -o density.tif -o density.geojson",
                       add_options, run};

} // namespace app
