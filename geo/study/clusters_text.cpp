#include "geo/study/clusters_text.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/study/area_table_text.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/words.hpp"
#include "geo/study/write_outputs.hpp"

namespace geo {

namespace {

constexpr int kPlaceDecimals = 7;

std::string day_word(DayNumber day) { return day == kNoDay ? "" : iso_from_day(day_from_number(day)); }

double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

std::string actors_of(const Cluster& cluster) { return fmt::format("{}", fmt::join(cluster.actors, " | ")); }

AreaFeature feature_of(const Cluster& cluster, std::size_t number) {
    AreaFeature feature;
    feature.numbers = {double(number),
                       double(cluster.n_incidents),
                       double(cluster.n_cores),
                       cluster.deaths_best,
                       cluster.deaths_low,
                       cluster.deaths_high,
                       double(cluster.n_without_deaths),
                       rounded(cluster.centroid.lon_deg, kPlaceDecimals),
                       rounded(cluster.centroid.lat_deg, kPlaceDecimals),
                       rounded(cluster.area_km2, 3),
                       rounded(cluster.border_distance_m, 3),
                       double(cluster.n_actor),
                       double(cluster.n_vague_places),
                       double(cluster.n_vague_dates)};
    feature.words = {day_word(cluster.first_day),
                     day_word(cluster.last_day),
                     cluster.near,
                     kHullShapes[static_cast<std::size_t>(cluster.shape)],
                     cluster.neighbour,
                     actors_of(cluster)};
    if (cluster.shape == HullShape::polygon)
        feature.polygons.push_back({cluster.hull, {}});
    else
        feature.path = cluster.hull;
    return feature;
}

nlohmann::ordered_json json_of(const KDistanceCurve& curve) {
    nlohmann::ordered_json json{{"k", curve.k}, {"of_incidents", curve.distance_m.size()}};
    for (const int percent : {25, 50, 75, 90, 95}) {
        const double distance_m = curve.quantile(percent / 100.0);
        nlohmann::ordered_json told; // null: fewer than k in that time
        if (std::isfinite(distance_m)) told = rounded(distance_m, 1);
        json["quantiles_m"][std::to_string(percent)] = told;
    }
    return json;
}

} // namespace

AreaTable cluster_table(const Study& study, const Snapshot& snapshot) {
    AreaTable table;
    table.layer = "clusters";
    table.number_names = {
        "cluster",           "incidents",       "cores",        "deaths_best",  "deaths_low",
        "deaths_high",       "deaths_unknown",  "centroid_lon", "centroid_lat", "area_km2",
        "border_distance_m", "actor_incidents", "vague_places", "vague_dates"};
    table.word_names = {"first_date", "last_date", "near", "hull", "border_neighbour", "main_actor"};
    table.provenance = provenance_of(study, snapshot);
    const std::vector<Cluster>& clusters = snapshot.clusters.value->clusters;
    for (std::size_t i = 0; i < clusters.size(); ++i)
        table.features.push_back(feature_of(clusters[i], i + 1));
    return table;
}

std::string clusters_as_json(const Study& study, const Snapshot& snapshot) {
    const Clusters& clusters = *snapshot.clusters.value;
    nlohmann::ordered_json json{{"method", clusters_in_words(*study.clusters)},
                                {"incidents", clusters.n_incidents},
                                {"in_clusters", clusters.n_incidents - clusters.n_noise},
                                {"noise", clusters.n_noise},
                                {"without_usable_place", clusters.n_unplaced},
                                {"without_date", clusters.n_undated},
                                {"place_vaguer_than_eps", clusters.n_vague_places},
                                {"date_vaguer_than_eps_time", clusters.n_vague_dates},
                                {"crs", clusters.crs}};
    if (snapshot.k_distances.value) json["k_distances"] = json_of(*snapshot.k_distances.value);
    json["clusters"] = nlohmann::ordered_json::array();
    const AreaTable table = cluster_table(study, snapshot);
    for (const AreaFeature& feature : table.features) json["clusters"].push_back(json_from(table, feature));
    return json.dump(2) + "\n";
}

std::string actors_in_words(const Cluster& cluster) {
    return cluster.actors.size() > 1 ? actors_of(cluster) + " (tie)" : actors_of(cluster);
}

std::string period_in_words(const Cluster& cluster) {
    if (cluster.first_day == kNoDay) return "no date";
    if (cluster.first_day == cluster.last_day) return day_word(cluster.first_day);
    return day_word(cluster.first_day) + " to " + day_word(cluster.last_day);
}

void write_cluster_hulls(const Study& study, const Snapshot& snapshot, const std::string& path,
                         Progress& progress) {
    write_area_table(cluster_table(study, snapshot), path, progress);
}

} // namespace geo
