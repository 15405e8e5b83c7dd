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
    add_read(command, "--unit", "per-km2-year (rate, default) or per-km2 (sum)",
             [&density](const std::string& value) -> std::string {
                 if (value != "per-km2-year" && value != "per-km2") return "must be per-km2-year or per-km2";
                 density.unit =
                     value == "per-km2" ? geo::DensityUnit::per_km2 : geo::DensityUnit::per_km2_year;
                 return "";
             })
        ->group(group);
    command
        .add_option_function<double>(
            "--scale-top", [&density](double top) { density.scale_top = top; },
            "Value of the colour scale's end, in the unit; default: rounded up from the peak")
        ->check(CLI::PositiveNumber)
        ->group(group);
}

} // namespace app
