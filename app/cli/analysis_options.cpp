#include <CLI/CLI.hpp>

#include "app/cli/arguments.hpp"
#include "app/cli/option_readers.hpp"

namespace app {

void add_hot_spot_options(CLI::App& command, Arguments& arguments, bool on_map) {
    const std::string group = "Hot spots", prefix = on_map ? "--hot-" : "--";
    geo::HotSpotSpec& spec = arguments.hot_spots;
    if (on_map)
        command
            .add_flag("--hot-spots", arguments.hot_spots_on_map,
                      "Hot and cold spots (Gi*) as a layer of the map")
            ->group(group);
    add_read(command, prefix + "cells", "square (default) or hexagon",
             [&spec](const std::string& value) -> std::string {
                 const auto shape = geo::cell_shape_from_name(value);
                 if (!shape) return "must be square or hexagon";
                 spec.shape = *shape;
                 return "";
             })
        ->group(group);
    add_read(command, prefix + "cell", "Side of a cell, hexagons have the same area; default 10km",
             into_length(spec.cell))
        ->group(group);
    add_read(command, prefix + "radius", "Cells whose centres are so near are neighbours; default 20km",
             into_length(spec.radius))
        ->group(group);
}

void add_density_options(CLI::App& command, Arguments& arguments) {
    arguments.study.density.emplace();
    geo::DensitySpec& density = *arguments.study.density;
    const std::string group = "Density";
    add_read(command, "--bandwidth", "Kernel radius, σ for gaussian; default 25km",
             into_length(density.bandwidth))
        ->group(group);
    add_read(command, "--cell", "Size of a grid cell; default 2.5km", into_length(density.cell))
        ->group(group);
    add_read(command, "--kernel", "uniform, epanechnikov, quartic, triweight or gaussian; default quartic",
             [&density](const std::string& value) -> std::string {
                 const auto kernel = geo::kernel_from_name(value);
                 if (!kernel) return "is not a kernel: uniform, epanechnikov, quartic, triweight or gaussian";
                 density.kernel = *kernel;
                 return "";
             })
        ->group(group);
    const auto add_named = [&](const char* name, const char* help, const char* words, auto from_name,
                               auto& target) {
        add_read(command, name, help, [=, &target](const std::string& value) -> std::string {
            const auto named = from_name(value);
            if (!named) return std::string("must be ") + words;
            target = *named;
            return "";
        })->group(group);
    };
    add_named(
        "--unit",
        "per-km2-year or per-km2-month (rates over the period's length, the first by default), per-km2 (sum)",
        "per-km2-year, per-km2-month or per-km2", geo::density_unit_from_name, density.unit);
    add_named("--precision", "Vague places: pin (default), spread over where they may lie, or exclude",
              "pin, spread or exclude", geo::vague_places_from_name, density.vague);
    add_read(command, "--vaguer-than", "What exclude leaves out; default: twice the kernel's σ",
             into_length(density.vaguer_than))
        ->group(group);
    add_named("--edge", "Correction at the area's edge: none (default), uniform or jones-diggle",
              "none, uniform or jones-diggle", geo::edge_correction_from_name, density.edge);
    command
        .add_flag("--adaptive", density.adaptive,
                  "Narrower kernels where incidents are many, wider where few (Abramson)")
        ->group(group);
    add_named("--weight", "incidents (default), deaths-low, deaths or deaths-high",
              "incidents, deaths-low, deaths or deaths-high", geo::density_weight_from_name, density.weight);
    command
        .add_option_function<double>(
            "--scale-top", [&density](double top) { density.scale_top = top; },
            "Value of the colour scale's end, in the unit; default: rounded up from the peak")
        ->check(CLI::PositiveNumber)
        ->group(group);
}

} // namespace app
