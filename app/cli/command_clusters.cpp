#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/clusters_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostTold = 20;

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_output(command, arguments,
               "Each incident with its cluster: .geojson, .geojsonl, .csv, .gpkg, .fgb, .shp, or - for "
               "GeoJSON; or a "
               "picture (.png, .svg)",
               false);
    command
        .add_option(
            "--hulls", arguments.hulls,
            "The clusters as convex hulls with their numbers (.geojson, .gpkg ...); a line or a place where "
            "they have no area")
        ->group("Output");
    command.add_option("--table", arguments.cluster_table, "The clusters as a table (.csv)")->group("Output");
    add_columns_option(command, arguments);
    add_cluster_options(command, arguments, OptionsOf::command);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_map_options(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

std::string deaths_in_words(const geo::Cluster& cluster) {
    if (std::isnan(cluster.deaths_best)) return "–";
    return geo::grouped(static_cast<std::uint64_t>(std::llround(cluster.deaths_best)));
}

/// Whole square kilometres where there are ten or more.
std::string area_in_words(const geo::Cluster& cluster) {
    if (cluster.shape != geo::HullShape::polygon)
        return geo::kHullShapes[static_cast<std::size_t>(cluster.shape)];
    if (cluster.area_km2 < 0.1) return "<0.1"; // places that differ in their last digits
    if (cluster.area_km2 < 10) return geo::short_number(cluster.area_km2);
    return geo::grouped(static_cast<std::uint64_t>(std::llround(cluster.area_km2)));
}

std::string border_in_words(const geo::Cluster& cluster) {
    if (std::isnan(cluster.border_distance_m)) return "–";
    return fmt::format("{:.1f} km {}", cluster.border_distance_m / 1000, cluster.neighbour);
}

void tell_table(const Arguments& arguments, const geo::Clusters& clusters) {
    if (clusters.clusters.empty()) return tell(arguments, "  no incidents are so near to each other");
    tell(arguments,
         fmt::format("  {:>6} {:<30} {:>9} {:>7}  {:<24} {:>9} {:>13}  {}", "number", "where", "incidents",
                     "deaths", "from, to", "km²", "to the border", clusters.has_actor ? "main actor" : ""));
    for (std::size_t i = 0; i < std::min(kMostTold, clusters.by_size.size()); ++i) {
        const std::uint32_t at = clusters.by_size[i];
        const geo::Cluster& cluster = clusters.clusters[at];
        tell(arguments,
             fmt::format("  {:>6} {:<30} {:>9} {:>7}  {:<24} {:>9} {:>13}  {}", geo::grouped(at + 1),
                         cluster.near, geo::grouped(cluster.n_incidents), deaths_in_words(cluster),
                         period_in_words(cluster), area_in_words(cluster), border_in_words(cluster),
                         actors_in_words(cluster)));
    }
    if (clusters.by_size.size() > kMostTold)
        tell(arguments, fmt::format("    and {} smaller ones; --table FILE.csv has all",
                                    geo::grouped(clusters.by_size.size() - kMostTold)));
}

void tell_vague(const Arguments& arguments, const geo::Clusters& clusters) {
    if (clusters.n_unplaced + clusters.n_undated > 0)
        tell(arguments, fmt::format("  left out: {} without a usable place, {} without a date",
                                    geo::grouped(clusters.n_unplaced), geo::grouped(clusters.n_undated)));
    if (clusters.n_incidents == 0 && clusters.n_undated > 0)
        tell(arguments, "  without dates there is no time between incidents: --eps-time none leaves it out");
    if (clusters.n_vague_places > 0)
        tell(arguments, fmt::format("  {} of a place vaguer than eps, counted where the file puts them; "
                                    "--max-uncertainty leaves them out",
                                    geo::grouped(clusters.n_vague_places)));
    if (clusters.n_vague_dates > 0)
        tell(arguments, fmt::format("  {} of a date vaguer than eps-time, counted on the first day it can be",
                                    geo::grouped(clusters.n_vague_dates)));
}

std::string distance_in_words(double metres) {
    return std::isfinite(metres) ? fmt::format("{:.1f} km", metres / 1000) : "none so near in time";
}

void tell_k_distances(const Arguments& arguments, const geo::KDistanceCurve& curve) {
    if (curve.distance_m.empty() || curve.k == 0) return;
    tell(arguments,
         fmt::format("  to choose eps: the distance to the {} other neighbour{} is {} for half of the "
                     "incidents, {} for three in four, {} for nine in ten",
                     geo::ordinal(curve.k), arguments.study.clusters->eps_time_days ? " within eps-time" : "",
                     distance_in_words(curve.quantile(0.5)), distance_in_words(curve.quantile(0.75)),
                     distance_in_words(curve.quantile(0.9))));
}

void tell_clusters(const Arguments& arguments, const geo::Clusters& clusters) {
    tell(arguments, "Clusters: " + geo::clusters_in_words(*arguments.study.clusters));
    tell(arguments,
         fmt::format("  {} incidents: {} in {} clusters, {} noise", geo::grouped(clusters.n_incidents),
                     geo::grouped(clusters.n_incidents - clusters.n_noise),
                     geo::grouped(clusters.clusters.size()), geo::grouped(clusters.n_noise)));
    tell(arguments, "  distances in the plane " + clusters.crs);
    tell_vague(arguments, clusters);
    tell_table(arguments, clusters);
}

void run(Arguments& arguments, TerminalProgress& progress) {
    arguments.study.clusters = arguments.clusters;
    add_outputs(arguments, geo::OutputSpec::What::clusters);
    arguments.study.all_columns = !arguments.outputs.empty();
    if (!arguments.hulls.empty())
        add_output(arguments, {geo::OutputSpec::What::cluster_hulls, arguments.hulls});
    if (!arguments.cluster_table.empty()) {
        if (geo::ending_of(arguments.cluster_table) != ".csv")
            throw geo::Error(geo::ErrorKind::Argument, "cannot write " + arguments.cluster_table +
                                                           ": the ending of --table must be .csv");
        add_output(arguments, {geo::OutputSpec::What::cluster_hulls, arguments.cluster_table});
    }
    require_what_outputs_need(arguments.study);
    if (!wants_picture(arguments)) arguments.study.map.reset();
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    tell_clusters(arguments, *snapshot.clusters.value);
    tell_k_distances(arguments, *snapshot.k_distances.value);
    if (arguments.json) fmt::print("{}", geo::clusters_as_json(arguments.study, snapshot));
}

} // namespace

const Command kClusters{
    "clusters", "Clusters in space and time: ST-DBSCAN with hulls and a table",
    "borderlens clusters incidents.csv --eps 10km --eps-time 14d --min-points 5 -o clusters.geojson "
    "--hulls hulls.geojson",
    add_options, run};

} // namespace app
