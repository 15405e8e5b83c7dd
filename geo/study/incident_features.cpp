#include "geo/study/incident_features.hpp"

#include <algorithm>
#include <limits>

#include "geo/border/border_side.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/kept_columns.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

void add_distance_fields(ComputedFields& computed, const Proximity& proximity) {
    computed.signed_m.reserve(proximity.distance_m.size());
    for (std::size_t row = 0; row < proximity.distance_m.size(); ++row)
        computed.signed_m.push_back(proximity.signed_distance_m(static_cast<RowId>(row)));
    const std::span<const LonLat> feet = proximity.foot;
    std::vector<std::string> neighbours;
    for (const Proximity::Neighbour& neighbour : proximity.neighbours) neighbours.push_back(neighbour.iso_a3);

    auto& fields = computed.fields;
    fields.push_back({"border_distance_m", NumberField{proximity.distance_m, 3}});
    fields.push_back({"border_neighbour", WordField{proximity.neighbour, neighbours}});
    fields.push_back({"border_azimuth_deg", NumberField{proximity.azimuth_deg, 4}});
    fields.push_back({"border_lon", NumberField{{feet, &LonLat::lon_deg}, 7}});
    fields.push_back({"border_lat", NumberField{{feet, &LonLat::lat_deg}, 7}});
    fields.push_back({"border_side", WordField{proximity.side, {"inside", "outside", "undetermined"}}});
    fields.push_back({"border_signed_distance_m", NumberField{computed.signed_m, 3}});
    fields.push_back({"border_km", NumberField{NumbersByRow(proximity.along_m).divided_by(1000), 3}});
    if (proximity.neighbours.size() > 1)
        for (const Proximity::Neighbour& neighbour : proximity.neighbours)
            fields.push_back(
                {"border_distance_" + lowered(neighbour.iso_a3) + "_m", NumberField{neighbour.distance_m, 3}});
}

/// The shares of every edge but 0, which no distance is below.
void add_interval_fields(ComputedFields& computed, const SupportIntervals& intervals) {
    const std::size_t n_edges = intervals.edges_m.size();
    const std::span<const float> shares = intervals.share_within; // by incident, then by edge
    computed.fields.push_back({"border_distance_min_m", NumberField{intervals.min_m, 0}});
    computed.fields.push_back({"border_distance_max_m", NumberField{intervals.max_m, 0}});
    for (std::size_t edge = 0; edge < n_edges; ++edge) {
        if (!(intervals.edges_m[edge] > 0)) continue;
        const NumbersByRow within = shares.empty() ? NumbersByRow(shares, n_edges)
                                                   : NumbersByRow(shares.subspan(edge), n_edges);
        computed.fields.push_back({share_column_name(intervals.edges_m[edge]), NumberField{within, 3}});
    }
}

ComputedFields computed_fields(const Study& study, const Snapshot& snapshot) {
    ComputedFields computed;
    if (snapshot.proximity.value) add_distance_fields(computed, *snapshot.proximity.value);
    if (study.proximity && study.proximity->intervals && snapshot.intervals.value)
        add_interval_fields(computed, snapshot.intervals.value->of_row);
    if (snapshot.area_of_row.value)
        computed.fields.push_back({"area", WordField{snapshot.area_of_row.value->area,
                                                     {kProvinceIds.begin(), kProvinceIds.end()}}});
    computed.fields.push_back(
        {"location_uncertainty_m", NumberField{{snapshot.supports.value->uncertainty_m, 1}, 0}});
    return computed;
}

/// The clusters count from 1, as people do; noise has none.
void add_cluster_fields(ComputedFields& computed, const Clusters& clusters) {
    for (const std::int32_t label : clusters.label)
        computed.cluster.push_back(label == kNoise ? std::numeric_limits<double>::quiet_NaN() : label + 1.0);
    for (const ClusterRole role : clusters.role)
        computed.cluster_role.push_back(static_cast<std::uint8_t>(role));
    computed.fields.push_back({"cluster", NumberField{computed.cluster, 0}});
    computed.fields.push_back(
        {"cluster_role", WordField{computed.cluster_role, {kClusterRoles.begin(), kClusterRoles.end()}}});
}

bool is_computed(const ComputedFields& computed, const std::string& name) {
    return std::any_of(computed.fields.begin(), computed.fields.end(),
                       [&](const FeatureField& field) { return field.name == lowered(name); });
}

} // namespace

void add_place_fields(FeatureTable& features, const std::string& path) {
    if (ending_of(path) != ".csv") return;
    features.fields.push_back({"longitude", NumberField{features.lon_deg, 7}});
    features.fields.push_back({"latitude", NumberField{features.lat_deg, 7}});
}

IncidentFeatures incident_features(const Study& study, const Snapshot& snapshot, const OutputSpec& output) {
    const IncidentTable& table = *snapshot.table();
    IncidentFeatures out;
    out.computed = computed_fields(study, snapshot);
    if (output.what == OutputSpec::What::clusters) add_cluster_fields(out.computed, *snapshot.clusters.value);
    FeatureTable& features = out.features;
    for (const Column* column : kept_columns(table, output.columns)) {
        if (is_computed(out.computed, column->name))
            out.notes.push_back("column '" + column->name + "' of the input is replaced by the computed one");
        else
            features.fields.push_back({column->name, column});
    }
    features.lon_deg = table.lon_deg;
    features.lat_deg = table.lat_deg;
    if (!table.origin.schema.roles.contains(Role::lon)) add_place_fields(features, output.path);
    features.fields.insert(features.fields.end(), out.computed.fields.begin(), out.computed.fields.end());
    features.keep_formulas = output.keep_formulas;
    return out;
}

} // namespace geo
