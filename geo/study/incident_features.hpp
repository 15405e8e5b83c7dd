#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/feature_table.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// The computed columns, with those values they point into that the snapshot does not hold as they are.
struct ComputedFields {
    std::vector<double> signed_m, cluster;
    std::vector<std::uint8_t> cluster_role;
    std::vector<FeatureField> fields;
};

/// Incidents as features, without their rows and provenance. Points into the snapshot and into itself.
struct IncidentFeatures {
    ComputedFields computed;
    FeatureTable features;
    std::vector<std::string> notes; ///< columns of the input whose name a computed one has taken
};

/// The columns of the file that `output` keeps and the computed ones: border_distance_m and the others of the
/// border, intervals, area, location_uncertainty_m, for `output.what` clusters `cluster` and `cluster_role`.
IncidentFeatures incident_features(const Study& study, const Snapshot& snapshot, const OutputSpec& output);

/// Text formats have no geometry of their own: a .csv gets longitude and latitude as fields.
void add_place_fields(FeatureTable& features, const std::string& path);

} // namespace geo
