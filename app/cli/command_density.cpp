#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/study/bandwidth_advice.hpp"
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
    add_memory_option(command, arguments);
    add_terminal_options(command, arguments);
}

/// Advice beside what was used: the rules smooth far too much along a border, and nobody need follow them.
void tell_rules(const Arguments& arguments, const geo::Snapshot& snapshot) {
    if (!snapshot.advice.value) return tell(arguments, "  rules of thumb need all incidents at once");
    const geo::Kernel kernel = arguments.study.density->kernel;
    const geo::BandwidthAdvice& advice = *snapshot.advice.value;
    const auto rule = [&](const auto& sigmas) {
        return geo::rule_in_words(kernel, geo::at_least_the_error(sigmas, advice));
    };
    if (const std::string scott = rule(advice.scott.standard); !scott.empty())
        tell(arguments, fmt::format("  Scott's rule of thumb would be {}, with the robust spread {}", scott,
                                    rule(advice.scott.robust)));
    if (const std::string cronie = rule(advice.cronie_sigma_m); !cronie.empty())
        tell(arguments,
             fmt::format("  that of Cronie and van Lieshout, of the incidents inside the area, {}", cronie));
    if (advice.median_error_m > 0)
        tell(arguments,
             fmt::format("  half of the places are known to {} km or worse: no rule is taken below that σ",
                         geo::short_number(advice.median_error_m / 1000)));
    const geo::RepeatedPlaces& places = *snapshot.repeated_places.value;
    if (places.n_repeated > 0)
        tell(arguments, fmt::format("  {} of {} located incidents share their coordinates with another: do not take a "
                                    "bandwidth from cross-validation",
                                    geo::grouped(places.n_repeated), geo::grouped(places.n_located)));
}

/// What vague places, missing deaths and the area's edge make of the incidents.
void tell_treatment(const Arguments& arguments, const geo::DensitySurface& surface) {
    const geo::DensitySpec& spec = *arguments.study.density;
    const auto tell_count = [&](std::uint64_t n, const std::string& what) {
        if (n > 0) tell(arguments, "  " + geo::grouped(n) + " " + what);
    };
    tell_count(surface.n_left_out,
               "left out: without a place, or of a precision that is of no use for density");
    tell_count(surface.n_vague, fmt::format("left out as vague: known to more than {} km",
                                            geo::short_number(km_from(vague_limit(spec)))));
    tell_count(surface.n_without_weight, "add nothing: no number of deaths is given");
    tell_count(surface.n_outside, "outside the area, which is all that an edge correction counts");
    if (spec.weight != geo::DensityWeight::incidents)
        tell(arguments, fmt::format("  {} deaths are the weight",
                                    geo::grouped(static_cast<std::uint64_t>(std::llround(surface.mass)))));
    const char* const noun = spec.weight == geo::DensityWeight::incidents ? "incidents" : "deaths";
    if (surface.share_vague > 0)
        tell(arguments,
             fmt::format("  {:.1f} % of the {} are of places known to more than {} km",
                         100 * surface.share_vague, noun, geo::short_number(km_from(vague_limit(spec)))));
    if (spec.vague == geo::VaguePlaces::pin) return;
    if (spec.vague == geo::VaguePlaces::spread)
        tell(arguments, fmt::format("  {:.1f} % of the {} are spread over where they may lie, {:.1f} % as "
                                    "points within half a cell",
                                    100 * surface.share_spread, noun, 100 * (1 - surface.share_spread)));
    tell_count(surface.n_not_stated, "of unstated precision stay points");
}

void tell_density(const Arguments& arguments, const geo::Snapshot& snapshot) {
    const geo::DensitySurface& surface = *snapshot.density.value;
    const geo::GridShape& shape = surface.grid.shape;
    tell(arguments, fmt::format("Density: {}; cell {} km, {} × {} cells",
                                geo::density_in_words(*arguments.study.density, surface),
                                geo::short_number(shape.cell_m / 1000), shape.n_columns, shape.n_rows));
    tell(arguments, fmt::format("  {} incidents over {:.2f} years, {} with their whole kernel inside the grid",
                                geo::grouped(surface.n_incidents), surface.years, geo::grouped(surface.n_inside)));
    tell_treatment(arguments, surface);
    tell_rules(arguments, snapshot);
    tell(arguments, fmt::format("  peak {} {}", geo::short_number(surface.peak), surface.scale.unit));
}

nlohmann::ordered_json sigmas_json(const geo::AxisSigmas& sigmas) {
    return {{"sigma_x_m", sigmas.x_m}, {"sigma_y_m", sigmas.y_m}};
}

nlohmann::ordered_json surface_json(const geo::DensitySpec& spec, const geo::DensitySurface& surface) {
    nlohmann::ordered_json json{{"incidents", surface.n_incidents},
                                {"inside", surface.n_inside},
                                {"left_out", surface.n_left_out},
                                {"precision", geo::name_of(spec.vague)},
                                {"share_spread", surface.share_spread},
                                {"vaguer_than_m", vague_limit(spec).value},
                                {"share_vaguer", surface.share_vague},
                                {"left_out_as_vague", surface.n_vague},
                                {"precision_not_stated", surface.n_not_stated},
                                {"edge", geo::name_of(spec.edge)},
                                {"left_out_outside_area", surface.n_outside},
                                {"weight", geo::name_of(spec.weight)},
                                {"mass", surface.mass},
                                {"left_out_without_weight", surface.n_without_weight},
                                {"peak", surface.peak},
                                {"unit", surface.scale.unit},
                                {"years", surface.years},
                                {"sum", surface.sum},
                                {"columns", surface.grid.shape.n_columns},
                                {"rows", surface.grid.shape.n_rows},
                                {"cell_m", surface.grid.shape.cell_m},
                                {"crs", surface.crs},
                                {"sigma_equivalent_m", surface.sigma_equivalent_m}};
    if (spec.adaptive) json["adaptive_m"] = {surface.narrowest_m, surface.widest_m};
    return json;
}

void print_json(const Arguments& arguments, const geo::Snapshot& snapshot) {
    nlohmann::ordered_json json = surface_json(*arguments.study.density, *snapshot.density.value);
    if (!snapshot.advice.value) {
        fmt::print("{}\n", json.dump(2));
        return;
    }
    const geo::BandwidthAdvice& advice = *snapshot.advice.value;
    json["scott"] = sigmas_json(advice.scott.standard);
    json["scott_robust"] = sigmas_json(advice.scott.robust);
    json["cronie_van_lieshout_sigma_m"] = advice.cronie_sigma_m;
    json["median_location_error_m"] = advice.median_error_m;
    json["located"] = snapshot.repeated_places.value->n_located;
    json["sharing_coordinates"] = snapshot.repeated_places.value->n_repeated;
    fmt::print("{}\n", json.dump(2));
}

void run(Arguments& arguments, TerminalProgress& progress) {
    add_outputs(arguments, geo::OutputSpec::What::density);
    arguments.study.map->show_incidents = false; // a density picture shows the density
    if (!wants_picture(arguments)) arguments.study.map.reset();
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress, true);
    write_all(arguments, snapshot, progress);
    tell_density(arguments, snapshot);
    if (arguments.json) print_json(arguments, snapshot);
}

} // namespace

const Command kDensity{"density", "Kernel density in incidents per km² (and year)",
                       "borderlens density incidents.csv --from 2024 --bandwidth 25km -o density.tif -o density.geojson",
                       add_options, run};

} // namespace app
